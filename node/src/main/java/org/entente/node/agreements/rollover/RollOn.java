package org.entente.node.agreements.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.frontier.FrontierSettings;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.FederationKeys;
import org.entente.protocols.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a confirmed roll-over as far as it can go now. Every entente is told that both keys are ours; once the chain of each
 * says so, and not to us alone, the next key signs; then every entente is told that it alone is ours, and once each says so the
 * key before is given up. An entente that does not follow holds the others up for a time only; there the key before goes on
 * signing. What is to be done follows from the keys and the chains alone, so that a node may stop between any two steps.
 */
@Component
class RollOn {
    private static final Logger LOG = LoggerFactory.getLogger(RollOn.class);

    /** How often parties are told again what a depositary has not ordered; a message is tried for a week. */
    private static final Duration AGAIN = Duration.ofDays(1);

    /**
     * How many rounds of the mirror the next key is announced before it signs, so that whoever knows this government by its
     * configuration alone, as the council's directory does, sees it there under a key that it knows.
     */
    private static final int ROUNDS = 3;

    /**
     * How long the private half of a key that was given up is kept at least: as long as the transition that gave it up may be
     * set back, by parties that entrust another with ordering from an earlier place.
     */
    private static final Duration KEPT = Duration.ofDays(7);

    private final RollOvers rollOvers;
    private final FederationKeys federationKeys;
    private final Holdings holdings;
    private final Ententes ententes;
    private final Ledger ledger;
    private final PerformAct performAct;
    private final Journal journal;
    private final NodeIdentity node;
    private final FrontierSettings settings;

    RollOn(
            RollOvers rollOvers,
            FederationKeys federationKeys,
            Holdings holdings,
            Ententes ententes,
            Ledger ledger,
            PerformAct performAct,
            Journal journal,
            NodeIdentity node,
            FrontierSettings settings) {
        this.rollOvers = rollOvers;
        this.federationKeys = federationKeys;
        this.holdings = holdings;
        this.ententes = ententes;
        this.ledger = ledger;
        this.performAct = performAct;
        this.journal = journal;
        this.node = node;
        this.settings = settings;
    }

    /**
     * What is to be done now.
     *
     * @param tell the ententes that are told of our keys
     * @param again whether also those are told that have been told before
     * @param step the roll-over that goes a step on
     */
    private record Plan(Aim aim, List<Held> tell, boolean again, Optional<RollOver> step) {
        boolean isEmpty() {
            return tell.isEmpty() && step.isEmpty();
        }
    }

    /** Goes on; changes nothing where there is nothing to do. */
    @Transactional
    public void goOn(Instant now) {
        Collection<Held> all = holdings.all();
        if (!plan(all, now).isEmpty()) {
            ledger.open();
            all = ententes.all().values();
            carryOut(plan(all, now), now);
        }
        if (!rollOvers.hasEndedSince(now.minus(KEPT))
                && ours(all, now).allMatch(pin -> pin.held().inStep())) {
            federationKeys.forgetFormer(
                    all.stream().flatMap(held -> pin(held).named(now)).collect(Collectors.toSet()));
        }
    }

    private Plan plan(Collection<Held> all, Instant now) {
        Aim aim = Aim.of(federationKeys);
        boolean again = rollOvers.toldBefore(now.minus(AGAIN));
        List<Held> tell = ours(all, now)
                .filter(pin -> !pin.follows(aim, now))
                .filter(pin -> again || isNew(pin, aim, now))
                .map(OurPin::held)
                .toList();
        boolean steps = isSeen(aim, now)
                && ours(all, now)
                        .noneMatch(pin -> Following.of(pin, aim, holdings.confirmedAt(pin.held()), now)
                                .holdsUp());
        return new Plan(
                aim,
                tell,
                again,
                rollOvers.underWay().filter(one -> steps && one.confirmed().isPresent()));
    }

    private boolean isSeen(Aim aim, Instant now) {
        return !aim.others()
                || !now.isBefore(aim.since().plus(settings.mirrorEvery().multipliedBy(ROUNDS)));
    }

    /** Whether an entente is to hear of it for the first time, and would take it. */
    private boolean isNew(OurPin pin, Aim aim, Instant now) {
        return !pin.waits(new Act.RollOver(aim.keys()))
                && performAct
                        .objection(pin.held(), ActJson.rollOver(aim.keys()), now)
                        .isEmpty();
    }

    private void carryOut(Plan plan, Instant now) {
        plan.tell().forEach(held -> tell(held, plan.aim(), now));
        if (plan.again() && !plan.tell().isEmpty()) {
            rollOvers.told(now);
        }
        plan.step().ifPresent(underWay -> step(underWay, now));
    }

    /** The ententes that bind us, as far as we have a key by which they believe us. */
    private Stream<OurPin> ours(Collection<Held> all, Instant now) {
        return all.stream()
                .map(this::pin)
                .filter(pin -> pin.keys(now).flatMap(federationKeys::among).isPresent());
    }

    private void tell(Held held, Aim aim, Instant now) {
        String name = held.entente().name();
        Optional<By> by = rollOvers.lastBy();
        if (by.isEmpty()) {
            LOG.warn("the entente {} is not told of our change of keys: nothing says who decided it", name);
        } else if (performAct.perform(name, ActJson.rollOver(aim.keys()), by.get(), now)
                instanceof ActOutcome.Refused(var reason)) {
            LOG.warn("the entente {} does not take our change of keys: {}", name, reason.code());
        }
    }

    private void step(RollOver underWay, Instant now) {
        boolean adopts = federationKeys.next().isPresent();
        if (adopts) {
            federationKeys.adopt(now);
        } else {
            federationKeys.giveUpFormer();
            rollOvers.end(underWay.id(), now);
        }
        String present = federationKeys.believed().keys().getFirst().thumbprint();
        journal.record(
                "keys",
                adopts ? "key-adopted" : "key-before-given-up",
                Json.newObject().put("present", present),
                now);
    }

    private OurPin pin(Held held) {
        return new OurPin(held, node.entityId());
    }
}
