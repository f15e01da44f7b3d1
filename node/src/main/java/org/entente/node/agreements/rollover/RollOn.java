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
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.FederationKeys;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a confirmed roll-over as far as it can go now. Every entente is told that both keys are ours; once the chain of each
 * says so, and not to us alone, the next key signs; then every entente is told that it alone is ours, and once each says so the
 * key before is given up. What is to be done follows from the keys and the chains alone, so that a node may stop between any two steps.
 */
@Component
class RollOn {
    private static final Logger LOG = LoggerFactory.getLogger(RollOn.class);

    /** How often parties are told again what a depositary has not ordered; a message is tried for a week. */
    private static final Duration AGAIN = Duration.ofDays(1);

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

    RollOn(
            RollOvers rollOvers,
            FederationKeys federationKeys,
            Holdings holdings,
            Ententes ententes,
            Ledger ledger,
            PerformAct performAct,
            Journal journal,
            NodeIdentity node) {
        this.rollOvers = rollOvers;
        this.federationKeys = federationKeys;
        this.holdings = holdings;
        this.ententes = ententes;
        this.ledger = ledger;
        this.performAct = performAct;
        this.journal = journal;
        this.node = node;
    }

    /** The keys that every entente is to pin for us now, and whether it may pin others besides. */
    private record Aim(Jwks keys, boolean others) {}

    /** Goes on; changes nothing where there is nothing to do. */
    @Transactional
    public void goOn(Instant now) {
        Collection<Held> all = holdings.all();
        if (confirmed().isPresent() || !behind(all, aim(), now).isEmpty()) {
            ledger.open();
            all = ententes.all().values();
            goOn(all, now);
        }
        if (!rollOvers.hasEndedSince(now.minus(KEPT)) && ours(all, now).allMatch(Held::inStep)) {
            federationKeys.forgetFormer(
                    all.stream().flatMap(held -> pin(held).named(now)).collect(Collectors.toSet()));
        }
    }

    private void goOn(Collection<Held> all, Instant now) {
        Optional<RollOver> underWay = confirmed();
        Aim aim = aim();
        List<Held> behind = behind(all, aim, now);
        boolean again = underWay.flatMap(RollOver::told)
                .filter(told -> now.isBefore(told.plus(AGAIN)))
                .isEmpty();
        behind.forEach(held -> tell(held, aim, again, now));
        if (underWay.isPresent()) {
            if (again) {
                rollOvers.told(underWay.get().id(), now);
            }
            if (behind.isEmpty() && ours(all, now).allMatch(held -> pin(held).isSettled(holdings.confirmedAt(held)))) {
                step(underWay.get(), now);
            }
        }
    }

    private Optional<RollOver> confirmed() {
        return rollOvers.underWay().filter(one -> one.confirmed().isPresent());
    }

    private Aim aim() {
        boolean prepared = federationKeys.next().isPresent();
        Jwks ours = federationKeys.believed();
        return new Aim(prepared ? ours : Jwks.of(ours.keys().getFirst()), prepared);
    }

    /** The ententes that pin other keys for us. */
    private List<Held> behind(Collection<Held> all, Aim aim, Instant now) {
        return ours(all, now)
                .filter(held -> !pin(held).follows(aim.keys(), aim.others(), now))
                .toList();
    }

    /** The ententes that bind us, as far as we have a key by which they believe us. */
    private Stream<Held> ours(Collection<Held> all, Instant now) {
        return all.stream()
                .filter(held ->
                        pin(held).keys(now).flatMap(federationKeys::among).isPresent());
    }

    private void tell(Held held, Aim aim, boolean again, Instant now) {
        if (pin(held).waits(new Act.RollOver(aim.keys())) && !again) {
            return;
        }
        String name = held.entente().name();
        if (performAct.perform(name, ActJson.rollOver(aim.keys()), now) instanceof ActOutcome.Refused(var reason)) {
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
