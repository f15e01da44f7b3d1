package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Acts;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.springframework.stereotype.Component;

/**
 * The acts that wait for the depositary: which more may, and which wait for nothing any more. Every government has room of its
 * own, so that none keeps another from acting; and that a party stops its whole part is never refused for want of room.
 */
@Component
public class Waiting {
    /** The most acts of one party that wait on one entente, suspensions of its own part apart; of these as many. */
    static final int MAX_OF_PARTY = 32;

    /** The most acts of one party in a day on one entente, so that nobody makes its record endless. */
    static final int MAX_A_DAY = 24;

    /** The most instruments of other newcomers that one party brings. */
    static final int MAX_BROUGHT = 8;

    private static final Duration DAY = Duration.ofDays(1);

    private final Acts acts;
    private final Ententes ententes;

    Waiting(Acts acts, Ententes ententes) {
        this.acts = acts;
        this.ententes = ententes;
    }

    /** Why an act cannot wait, or could never be ordered. */
    public Optional<Rejection> objection(Held held, SignedAct act, Instant now) {
        return held.chain()
                .objection(act, held.pending(), now)
                .filter(reason -> !isPlacedElsewhere(act, reason))
                .or(() -> isByEarlierKey(held, act) ? Optional.of(Rejection.FORGED) : Optional.empty())
                .or(() -> isTooOld(act, now) ? Optional.of(Rejection.LAPSED) : Optional.empty())
                .or(() -> isRepeated(held, act) ? Optional.of(Rejection.REPEATED) : Optional.empty())
                .or(() -> hasRoom(held, act, now) ? Optional.empty() : Optional.of(Rejection.TOO_MANY_ACTS));
    }

    /**
     * The act of the same government that says the same, waits already and would still be taken elsewhere; to entrust the same
     * party is the same anywhere. A suspension that the government has lifted meanwhile says nothing any more: it may stop its
     * part again, though the depositary has heard of neither.
     */
    public Optional<SignedAct> alike(Held held, SignedAct act) {
        return held.pending().stream()
                .filter(other -> other.party().equals(act.party()))
                .filter(other -> !isTooOld(other, act.at()))
                .filter(other -> other.act().equals(act.act())
                        || act.act() instanceof Act.Entrust(String successor, String ignored)
                                && other.entrusts(successor))
                .filter(other -> !isLifted(held, other))
                .findFirst();
    }

    /**
     * Why a node may not bring a newcomer's instrument. It is the newcomer, or a party that approves the instrument by another
     * act in the same message.
     */
    Optional<Rejection> objectionToBearer(Held held, SignedAct accession, URI bearer, List<SignedAct> together) {
        if (accession.act() instanceof Act.Accede(Party newcomer)
                && newcomer.entity().equals(bearer)) {
            return Optional.empty();
        }
        Act approval = new Act.Approve(accession.hash());
        boolean approves = held.party(bearer)
                .filter(party -> together.stream()
                        .anyMatch(act ->
                                act.party().equals(party.key()) && act.act().equals(approval)))
                .isPresent();
        if (!approves) {
            return Optional.of(Rejection.NOT_ITS_OWN);
        }
        Set<String> brought = acts.waitingFrom(held.entente().name(), bearer);
        long waiting = held.accessions().stream()
                .filter(act -> brought.contains(act.name()))
                .count();
        return waiting < MAX_BROUGHT ? Optional.empty() : Optional.of(Rejection.TOO_MANY_ACTS);
    }

    /** Forgets the earlier instruments of a newcomer, which has now brought another. */
    public void forgetEarlier(Held held, SignedAct accession) {
        acts.forget(
                held.entente().name(),
                held.accessions().stream()
                        .filter(act -> !act.name().equals(accession.name())
                                && entity(act).equals(entity(accession)))
                        .toList());
    }

    /** Forgets what can never be ordered any more. */
    void sweep(String name, Instant now) {
        ententes.find(name)
                .ifPresent(held -> acts.forget(
                        name,
                        held.pending().stream()
                                .filter(act -> held.chain()
                                        .objection(act, held.pending(), now)
                                        .filter(reason -> isOver(held, act, reason))
                                        .isPresent())
                                .toList()));
    }

    /**
     * Whether an act waits for nothing any more. One by which a party stopped its own part was verified when it came: if the
     * keys that signed it are not the party's now, a history was given up in which they were, and they may come again. So may a
     * party whose accession was given up with the rest and waits to be ordered again: what it has said meanwhile waits with it.
     * What such an act names was named when it came; another version may name it again.
     */
    static boolean isOver(Held held, SignedAct act, Rejection reason) {
        boolean returns = reason == Rejection.NOT_A_PARTY
                && held.accessions().stream()
                        .anyMatch(accession -> accession.party().equals(act.party()));
        return reason.isForGood()
                && !returns
                && !isPlacedElsewhere(act, reason)
                && !(act.isOwnSuspension() && (reason == Rejection.FORGED || reason == Rejection.UNNAMED));
    }

    /**
     * Whether a party entrusts another after something that is not ours: whom it concerns may come to hold that, or hold it
     * already. It waits until it lapses.
     */
    private static boolean isPlacedElsewhere(SignedAct act, Rejection reason) {
        return reason == Rejection.WRONG_PREDECESSOR && act.act() instanceof Act.Entrust;
    }

    /** Keys that a party gave up count for what waits here already, and for nothing that comes later. */
    private static boolean isByEarlierKey(Held held, SignedAct act) {
        return !(act.act() instanceof Act.Accede)
                && held.chain()
                        .member(act.party())
                        .filter(member -> act.isBy(member.party()))
                        .isEmpty();
    }

    /**
     * Whether a lift bears a time at which whoever signed it had no reason not to send it: it holds from then on, and must not
     * make good what happened while its party was known to have stopped. The party may sign it again.
     */
    private static boolean isTooOld(SignedAct act, Instant now) {
        return act.act() instanceof Act.Lift
                && act.at()
                        .plus(SignedAct.ON_ITS_WAY)
                        .plus(EntenteState.CLOCK_SKEW)
                        .isBefore(now);
    }

    private boolean isRepeated(Held held, SignedAct act) {
        return alike(held, act).isPresent()
                || entrustsAnother(held, act)
                || (act.act() instanceof Act.Suspend(var target, var cause)
                        && held.state().suspensions().values().stream()
                                .anyMatch(suspension -> suspension.target().equals(target)
                                        && suspension.cause() == cause
                                        && suspension.isOwn() == act.isOwnSuspension()));
    }

    private static boolean isLifted(Held held, SignedAct suspension) {
        return suspension.isOwnSuspension()
                && held.pending().stream()
                        .anyMatch(other -> other.party().equals(suspension.party())
                                && other.act().equals(new Act.Lift(suspension.name())));
    }

    /** Whether the same party's word for somebody still counts: with one word each, no two have a majority. */
    private static boolean entrustsAnother(Held held, SignedAct act) {
        return act.act() instanceof Act.Entrust
                && held.pending().stream()
                        .anyMatch(other -> other.party().equals(act.party()) && other.act() instanceof Act.Entrust);
    }

    private boolean hasRoom(Held held, SignedAct act, Instant now) {
        if (act.isOwnWholeSuspension() || act.act() instanceof Act.Accede) {
            return true;
        }
        long waiting = held.pending().stream()
                .filter(other -> other.party().equals(act.party()))
                .filter(other -> !(other.act() instanceof Act.Accede))
                .filter(other -> other.isOwnSuspension() == act.isOwnSuspension())
                .count();
        return waiting < MAX_OF_PARTY
                && acts.countSince(held.entente().name(), act.party(), now.minus(DAY)) < MAX_A_DAY;
    }

    private static Optional<URI> entity(SignedAct act) {
        return act.act() instanceof Act.Accede(Party newcomer) ? Optional.of(newcomer.entity()) : Optional.empty();
    }
}
