package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Party;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;

/** Who may do what to an entente: alone, or how many together. */
record Entitlement(EntenteState state) {
    /** Why this act, signed as it is, could never take effect. */
    Optional<Rejection> objection(SignedAct act, List<SignedAct> among, Instant now) {
        if (act.act() instanceof Act.Accede(Party newcomer)) {
            return accession(act, newcomer, now);
        }
        Optional<Member> actor = state.member(act.party())
                .filter(member -> member.isBoundAt(now) || act.isOwnSuspension() && member.isRecognisedAt(now));
        if (actor.isEmpty()) {
            return Optional.of(Rejection.NOT_A_PARTY);
        }
        if (!actor.get().signed(act)) {
            return Optional.of(Rejection.FORGED);
        }
        return switch (act.act()) {
            case Act.Suspend(Target target, Act.Cause ignored) -> suspension(target);
            case Act.Lift(String id) -> lift(act.party(), id);
            case Act.Approve(String hash) ->
                among.stream().anyMatch(other -> isAccession(other, hash))
                        ? Optional.empty()
                        : Optional.of(Rejection.NO_SUCH_ACCESSION);
            case Act.Entrust(String successor, String after) -> entrust(act, successor, after, now);
            case Act.RollOver(Jwks keys) -> rollOver(actor.get(), keys);
            case Act.Withdraw() -> actor.get().isLeaving() ? Optional.of(Rejection.NOT_ENTITLED) : Optional.empty();
            case Act.Accede ignored -> Optional.empty();
        };
    }

    private Optional<Rejection> suspension(Target target) {
        if (state.member(target.party()).isEmpty()) {
            return Optional.of(Rejection.NOT_A_PARTY);
        }
        return new Nameable(state).includes(target) ? Optional.empty() : Optional.of(Rejection.UNNAMED);
    }

    private Optional<Rejection> accession(SignedAct act, Party newcomer, Instant now) {
        if (!act.isBy(newcomer)) {
            return Optional.of(Rejection.FORGED);
        }
        if (newcomer.depositary()) {
            return Optional.of(Rejection.NOT_ENTITLED);
        }
        if (!state.entente().accession().kinds().contains(newcomer.kind())) {
            return Optional.of(Rejection.NOT_OPEN);
        }
        if (state.boundAt(now).size() >= EntenteState.MAX_PARTIES) {
            return Optional.of(Rejection.FULL);
        }
        return state.members().values().stream()
                .flatMap(member -> objection(member, act, newcomer, now).stream())
                .findFirst();
    }

    /**
     * Why one who is or was a member keeps a newcomer out. Who has left may come again, as the same government and by a key
     * that the entente pinned for it; nobody else takes its name, its address, its keys or its authority.
     */
    private static Optional<Rejection> objection(Member member, SignedAct act, Party newcomer, Instant now) {
        Party party = member.party();
        boolean returns = !member.isBoundAt(now)
                && party.key().equals(newcomer.key())
                && party.entity().equals(newcomer.entity());
        if (returns) {
            return party.signed(CompactJws.parse(act.jws())) ? Optional.empty() : Optional.of(Rejection.FORGED);
        }
        boolean shares = party.key().equals(newcomer.key())
                || party.entity().equals(newcomer.entity())
                || party.credentialAuthority().equals(newcomer.credentialAuthority())
                || member.everKeys().anyMatch(newcomer.keys().keys()::contains);
        return shares ? Optional.of(Rejection.ALREADY_BOUND) : Optional.empty();
    }

    /** Why these acts, each good by itself, do not make a transition together. */
    Optional<Rejection> objection(List<SignedAct> acts, Instant at) {
        SignedAct first = acts.getFirst();
        return switch (first.act()) {
            case Act.Suspend(Target target, Act.Cause ignored) ->
                allSame(acts) ? suspend(acts, target.party()) : Optional.of(Rejection.WRONG_CONTENT);
            case Act.Lift(String id) -> allSame(acts) ? lift(acts, id) : Optional.of(Rejection.WRONG_CONTENT);
            case Act.Accede ignored -> approved(first, acts.subList(1, acts.size()), at);
            case Act.Approve ignored -> Optional.of(Rejection.WRONG_CONTENT);
            case Act.Entrust(String successor, String ignored) ->
                acts.stream().allMatch(act -> act.entrusts(successor))
                        ? majority(acts, at)
                        : Optional.of(Rejection.WRONG_CONTENT);
            case Act.RollOver ignored -> acts.size() == 1 ? Optional.empty() : Optional.of(Rejection.WRONG_CONTENT);
            case Act.Withdraw() -> acts.size() == 1 ? Optional.empty() : Optional.of(Rejection.WRONG_CONTENT);
        };
    }

    /**
     * Whoever is entrusted stays bound, and goes on from here, where what the act takes for common ground is behind us. It is
     * about the present depositary: what was said before that one came is over.
     */
    private Optional<Rejection> entrust(SignedAct act, String successor, String after, Instant now) {
        if (act.at().isBefore(state.ordering().since())) {
            return Optional.of(Rejection.LAPSED);
        }
        if (!state.ordering().places().contains(after)) {
            return Optional.of(Rejection.WRONG_PREDECESSOR);
        }
        boolean able = state.member(successor)
                .filter(member -> member.isBoundAt(now) && !member.isLeaving())
                .isPresent();
        return able && !successor.equals(state.depositary().key())
                ? Optional.empty()
                : Optional.of(Rejection.NOT_ENTITLED);
    }

    /** More than half of all that are bound, the depositary counted: no two halves entrust two parties. */
    private Optional<Rejection> majority(List<SignedAct> acts, Instant at) {
        return parties(acts).size() * 2 > state.boundAt(at).size()
                ? Optional.empty()
                : Optional.of(Rejection.NOT_ENTITLED);
    }

    /** A key serves one government, for good: also one that it has given up, for what it signed stands in the receipts. */
    private Optional<Rejection> rollOver(Member actor, Jwks keys) {
        boolean taken = state.members().values().stream()
                .filter(member -> !member.party().key().equals(actor.party().key()))
                .flatMap(Member::everKeys)
                .anyMatch(keys.keys()::contains);
        return taken ? Optional.of(Rejection.KEYS_TAKEN) : Optional.empty();
    }

    /** Who suspended itself lifts that alone; where others suspended a party, it has no voice. */
    private Optional<Rejection> lift(String by, String id) {
        Suspension suspension = state.suspensions().get(id);
        if (suspension == null) {
            return Optional.of(Rejection.NO_SUCH_SUSPENSION);
        }
        return suspension.isOwn() == by.equals(suspension.target().party())
                ? Optional.empty()
                : Optional.of(Rejection.NOT_ENTITLED);
    }

    private Optional<Rejection> lift(List<SignedAct> acts, String id) {
        Suspension suspension = Objects.requireNonNull(state.suspensions().get(id), "each act was good by itself");
        return suspension.isOwn() ? Optional.empty() : quorum(acts);
    }

    /**
     * A party's act against itself stands alone: ordered together with those of others it would make their decision its
     * own, which it may then lift.
     */
    private Optional<Rejection> suspend(List<SignedAct> acts, String target) {
        if (parties(acts).contains(target)) {
            return acts.size() == 1 ? Optional.empty() : Optional.of(Rejection.WRONG_CONTENT);
        }
        return quorum(acts);
    }

    private Optional<Rejection> quorum(List<SignedAct> acts) {
        return parties(acts).size() >= state.entente().suspensionQuorum()
                ? Optional.empty()
                : Optional.of(Rejection.NOT_ENTITLED);
    }

    private Optional<Rejection> approved(SignedAct accession, List<SignedAct> approvals, Instant at) {
        String hash = accession.hash();
        boolean only = approvals.stream().allMatch(act -> act.act().equals(new Act.Approve(hash)));
        if (!only) {
            return Optional.of(Rejection.WRONG_CONTENT);
        }
        int needed = state.entente().accession().needed(state.boundAt(at).size());
        return parties(approvals).size() >= needed ? Optional.empty() : Optional.of(Rejection.NOT_APPROVED);
    }

    private static boolean isAccession(SignedAct act, String hash) {
        return act.act() instanceof Act.Accede && act.hash().equals(hash);
    }

    private static boolean allSame(List<SignedAct> acts) {
        return acts.stream().map(SignedAct::act).distinct().count() == 1;
    }

    private static Set<String> parties(List<SignedAct> acts) {
        return acts.stream().map(SignedAct::party).collect(Collectors.toUnmodifiableSet());
    }
}
