package org.entente.node.agreements.rollover;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;

/**
 * By which keys one entente knows this government.
 *
 * @param us the entity identifier of this node
 */
record OurPin(Held held, URI us) {
    /** Those that its chain pins; empty where we are not bound, or where its term is over. */
    Optional<Jwks> keys(Instant now) {
        return member(now)
                .filter(member -> held.entente().term().contains(now))
                .map(member -> member.party().keys());
    }

    /** Whether its chain pins what it is to pin. */
    boolean follows(Aim aim, Instant now) {
        return keys(now)
                .map(Jwks::keys)
                .filter(pinned -> !pinned.containsAll(aim.keys().keys())
                        || !aim.others() && pinned.size() > aim.keys().keys().size())
                .isEmpty();
    }

    /** Since when it could have been told: since these are our keys, or since it binds us. */
    Instant toldSince(Aim aim) {
        return held.chain()
                .owner(us)
                .map(Member::since)
                .filter(since -> since.isAfter(aim.since()))
                .orElse(aim.since());
    }

    /**
     * Whether what its chain says of us may be acted on for good: nobody shows another history, and since its last transition
     * came here others have shown that very one. Where we order ourselves, our own word is enough.
     *
     * @param confirmedAt until when others have shown that it stands as it is held here
     */
    boolean isSettled(Instant confirmedAt) {
        return held.inStep()
                && (held.isDepositary(us)
                        || confirmedAt.isAfter(held.transitions().getLast().at()));
    }

    /** Whether our change to these keys waits for the depositary. */
    boolean waits(Act.RollOver change) {
        Optional<Party> party = held.party(us);
        return held.pending().stream()
                .anyMatch(act -> act.act().equals(change)
                        && party.filter(one -> one.key().equals(act.party())).isPresent());
    }

    /** Every key by which it names us or still may: in its chain, in a text that may come into force, in our request to join. */
    Stream<PublicJwk> named(Instant now) {
        return Stream.of(pinned(now), Stream.of(onTable(now)), requested())
                .flatMap(keys -> keys)
                .flatMap(List::stream);
    }

    private Stream<List<PublicJwk>> pinned(Instant now) {
        return member(now).stream().map(member -> member.party().keys().keys());
    }

    /** A text that was not signed ends with its talks; one that we signed may come into force as long as it is here. */
    private List<PublicJwk> onTable(Instant now) {
        return held.chain().hasEntered()
                ? List.of()
                : held.talks()
                        .filter(talks -> talks.isOpenAt(now) || held.part() == Part.SIGNED)
                        .map(talks -> talks.text().parties().stream()
                                .filter(party -> party.entity().equals(us))
                                .flatMap(party -> party.keys().keys().stream())
                                .toList())
                        .orElse(List.of());
    }

    private Stream<List<PublicJwk>> requested() {
        return held.accessions().stream()
                .map(SignedAct::act)
                .flatMap(act -> act instanceof Act.Accede(Party newcomer) ? Stream.of(newcomer) : Stream.empty())
                .filter(newcomer -> newcomer.entity().equals(us))
                .map(newcomer -> newcomer.keys().keys());
    }

    private Optional<Member> member(Instant now) {
        return held.chain().hasEntered()
                ? held.chain().owner(us).filter(member -> member.isBoundAt(now))
                : Optional.empty();
    }
}
