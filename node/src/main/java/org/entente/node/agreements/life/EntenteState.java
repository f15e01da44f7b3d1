package org.entente.node.agreements.life;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;

/**
 * Where an entente stands after a number of transitions. Immutable.
 *
 * @param number of the last transition; 0 before the entry into force
 * @param head the last transition's hash; the document's before the entry into force
 * @param at the last transition's time
 * @param members by key, in the order in which they came
 * @param suspensions by id
 * @param acts the names of the acts that the entente has taken
 * @param earlier the hashes of the versions that were in force before
 * @param ordering where another may be entrusted with ordering, and by what was said since when
 */
public record EntenteState(
        Entente entente,
        int number,
        String head,
        Instant at,
        Map<String, Member> members,
        Map<String, Suspension> suspensions,
        Set<String> acts,
        Set<String> earlier,
        Ordering ordering) {
    /** How far a depositary's or party's clock may be ahead of ours. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** The most parties that are bound at once: the approval of each fits into one transition with an accession. */
    public static final int MAX_PARTIES = Transition.MAX_ACTS - 1;

    /** The last version of a document: a record carries the texts of all versions, and no reader takes more. */
    public static final int MAX_VERSIONS = 21;

    public EntenteState {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        suspensions = Collections.unmodifiableMap(new TreeMap<>(suspensions));
        acts = GrowingSet.of(acts);
        earlier = Set.copyOf(earlier);
    }

    /** A document that is not in force yet. */
    public static EntenteState of(Entente entente) {
        return new EntenteState(
                entente, 0, entente.hash(), Instant.MIN, Map.of(), Map.of(), Set.of(), Set.of(), Ordering.NONE);
    }

    /** Whether all parties have signed and the depositary has said so; the document's term is another question. */
    public boolean hasEntered() {
        return number > 0;
    }

    /** The member of this key. */
    public Optional<Member> member(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** The member to which an address belongs. */
    public Optional<Member> owner(URI address) {
        return members.values().stream()
                .filter(member -> member.party().owns(address))
                .findFirst();
    }

    /** The members that are bound at a moment. */
    public List<Member> boundAt(Instant instant) {
        return members.values().stream()
                .filter(member -> member.isBoundAt(instant))
                .toList();
    }

    /**
     * The state after a transition.
     *
     * @param texts the documents that are known here, by hash, of which a transition may bring one into force
     * @param now a transition whose time is further ahead than {@link #CLOCK_SKEW} is refused
     */
    public Verdict apply(Transition transition, Function<String, Optional<Entente>> texts, Instant now) {
        return new Fold(this).apply(transition, texts, now);
    }

    /** The state after a transition that brings no other document into force than the one that we have. */
    public Verdict apply(Transition transition, Instant now) {
        return apply(
                transition,
                hash -> Optional.of(entente).filter(text -> text.hash().equals(hash)),
                now);
    }

    /**
     * A text's parties under the keys that are pinned for them: what a text states of a member's keys changes none. Who signs
     * a later version signs by these.
     */
    public List<Party> pinned(Entente text) {
        return text.parties().stream()
                .map(party -> member(party.key())
                        .map(member -> party.withKeys(member.party().keys()))
                        .orElse(party))
                .toList();
    }

    /** The party that orders transitions, with the keys by which it is known now. */
    public Party depositary() {
        return members.values().stream()
                .map(Member::party)
                .filter(Party::depositary)
                .findFirst()
                .orElseGet(this::statedDepositary);
    }

    private Party statedDepositary() {
        Party stated = entente.depositary();
        return member(stated.key()).map(Member::party).orElse(stated);
    }

    /** The parties between which the next version of the document would be: who is bound and has not given notice. */
    public List<Party> stayingAt(Instant instant) {
        return boundAt(instant).stream()
                .filter(member -> !member.isLeaving())
                .map(Member::party)
                .toList();
    }

    /**
     * Why an act could never be ordered as the state is; empty when it could, alone or with others.
     *
     * @param pending acts that have not been ordered yet, to which this one may refer
     */
    public Optional<Rejection> objection(SignedAct act, List<SignedAct> pending, Instant now) {
        List<SignedAct> others = pending.stream()
                .filter(other -> !other.name().equals(act.name()))
                .toList();
        return new Fold(overlaid(
                        others.stream().map(other -> new Heard(other, now)).toList()))
                .objection(act, pending, now);
    }

    /**
     * The state as it must be taken here and now: with the suspensions by which a party stopped its own part, and without
     * those that it lifted, though the depositary has not ordered it yet. Both hold as soon as a node hears of them, so that
     * no depositary can delay them, nor its absence; whatever time the party wrote.
     */
    public EntenteState overlaid(List<Heard> pending) {
        Map<String, Suspension> all = new TreeMap<>(suspensions);
        for (Heard heard : pending) {
            SignedAct signed = heard.act();
            if (signed.act() instanceof Act.Suspend(Target target, Act.Cause cause)
                    && signed.isOwnSuspension()
                    && !acts.contains(signed.name())) {
                all.put(
                        signed.name(),
                        new Suspension(
                                signed.name(), Set.of(signed.party()), target, cause, heard.countsFrom(), false));
            }
        }
        for (Heard heard : pending) {
            SignedAct signed = heard.act();
            if (signed.act() instanceof Act.Lift(String id) && !acts.contains(signed.name())) {
                all.computeIfPresent(
                        id,
                        (name, suspension) -> suspension.isOwn()
                                        && suspension.target().party().equals(signed.party())
                                ? null
                                : suspension);
            }
        }
        return new EntenteState(entente, number, head, at, members, all, acts, earlier, ordering);
    }

    /**
     * This state as it had to be taken at its own time: by what the parties had signed until then of their own suspensions,
     * though the depositary ordered it later or has not yet. The time of an act is its party's word alone: how far it is
     * believed, {@link Heard#countsFrom} says, so that nobody rewrites the past by dating an act back.
     *
     * @param moment of which this is the state, a moment that is over
     * @param since the transitions since
     * @param pending the acts that have not been ordered
     */
    public EntenteState overlaidAt(Instant moment, List<Transition> since, List<Heard> pending) {
        Stream<Heard> ordered = since.stream()
                .flatMap(transition -> transition.acts().stream().map(act -> new Heard(act, transition.at())));
        return overlaid(Stream.concat(ordered, pending.stream())
                .filter(heard -> !heard.countsFrom().isAfter(moment))
                .toList());
    }

    /** The parties as they are now: those of the document and those that acceded, also those that have left. */
    public List<Party> parties() {
        return hasEntered() ? members.values().stream().map(Member::party).toList() : entente.parties();
    }

    /** The parties to which it matters at a moment what happens: without those that have left and are forgotten. */
    public List<Party> concernedAt(Instant instant) {
        return hasEntered()
                ? members.values().stream()
                        .filter(member -> member.isBoundAt(instant) || member.isRecognisedAt(instant))
                        .map(Member::party)
                        .toList()
                : entente.parties();
    }
}
