package org.entente.node.agreements.decide;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.EntrustParty;
import org.entente.node.agreements.course.JoinAct;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stops something, ends that, or has another party order. Of this government's own part one officer decides, at once; what is
 * against another party takes two, since it counts towards the parties' decision. {@code officer}: see
 * {@code conclude.Officers}.
 */
@Component
public class ActByTwo {
    private final TwoWords twoWords;
    private final Decisions decisions;
    private final Holdings holdings;
    private final PerformAct performAct;
    private final JoinAct joinAct;
    private final EntrustParty entrustParty;
    private final NodeIdentity node;

    ActByTwo(
            TwoWords twoWords,
            Decisions decisions,
            Holdings holdings,
            PerformAct performAct,
            JoinAct joinAct,
            EntrustParty entrustParty,
            NodeIdentity node) {
        this.twoWords = twoWords;
        this.decisions = decisions;
        this.holdings = holdings;
        this.performAct = performAct;
        this.joinAct = joinAct;
        this.entrustParty = entrustParty;
        this.node = node;
    }

    /** Suspends; see {@link ActJson#suspend}. */
    public Decided<ActOutcome> suspend(String name, ActJson.Written act, String officer, Instant now) {
        return holdings.find(name)
                .map(held -> decide(held, act, officer, now))
                .orElseGet(() -> new Decided.Performed<>(new ActOutcome.NotFound()));
    }

    /** Ends a suspension of that id. */
    public Decided<ActOutcome> lift(String name, String suspension, String officer, Instant now) {
        return suspend(name, ActJson.lift(suspension), officer, now);
    }

    /** Wants what another party asks for, see {@link JoinAct#same}. */
    public Decided<ActOutcome> join(String name, String act, String officer, Instant now) {
        Optional<Held> held = holdings.find(name);
        Optional<ActJson.Written> same = held.flatMap(one -> joinAct.same(one, act));
        if (same.isEmpty()) {
            return new Decided.Performed<>(new ActOutcome.NotFound());
        }
        return joinAct.isAgainstUs(held.orElseThrow(), act)
                ? new Decided.Performed<>(new ActOutcome.Refused(Rejection.NOT_ENTITLED))
                : decide(held.orElseThrow(), same.get(), officer, now);
    }

    /** Wants that a party orders in the depositary's place, see {@link EntrustParty}. */
    public Decided<ActOutcome> entrust(String name, String successor, String officer, Instant now) {
        Optional<Held> held = holdings.find(name);
        Optional<ActJson.Written> act = held.flatMap(one -> entrustParty.act(one, successor));
        if (act.isEmpty()) {
            return new Decided.Performed<>(new ActOutcome.NotFound());
        }
        return refusal(held.orElseThrow(), act.get(), now)
                .orElseGet(() -> twoWords.decide(
                        Decision.entrust(name, successor),
                        officer,
                        now,
                        by -> entrustParty.entrust(name, successor, by, now),
                        ActOutcome.Done.class::isInstance));
    }

    /** Does what another officer has asked for, under the entente of this name; empty when that waits no more. */
    public Optional<Decided<ActOutcome>> confirm(String name, UUID asked, String officer, Instant now) {
        return decisions.waiting(now).stream()
                .filter(word -> word.id().equals(asked) && word.decision().isAbout(name))
                .findFirst()
                .map(FirstWord::decision)
                .flatMap(decision -> switch (decision.kind()) {
                    case SUSPEND, LIFT -> Optional.of(suspend(name, decision.act(), officer, now));
                    case ENTRUST -> Optional.of(entrust(name, decision.successor(), officer, now));
                    case JOIN, ADMIT, WITHDRAW -> Optional.empty();
                });
    }

    private Decided<ActOutcome> decide(Held held, ActJson.Written act, String officer, Instant now) {
        String name = held.entente().name();
        if (isOwn(held, act.members())) {
            return new Decided.Performed<>(performAct.perform(name, act, By.one(officer), now));
        }
        return refusal(held, act, now)
                .orElseGet(() -> twoWords.decide(
                        Decision.about(name, act),
                        officer,
                        now,
                        by -> performAct.perform(name, act, by, now),
                        ActOutcome.Done.class::isInstance));
    }

    /** Whether it is about our own part alone: that we suspend, or lift what we suspended by ourselves. */
    private boolean isOwn(Held held, ObjectNode act) {
        String us = held.party(node.entityId()).map(Party::key).orElse("");
        if (act.path("target").isObject()) {
            return act.at("/target/party").asString("").equals(us);
        }
        Suspension suspension =
                held.state().suspensions().get(act.path("suspension").asString(""));
        return suspension != null
                && suspension.isOwn()
                && Objects.equals(suspension.target().party(), us);
    }

    /** What the entente answers whoever wants it; an act of ours that waits already is sent again. */
    private Optional<Decided<ActOutcome>> refusal(Held held, ActJson.Written act, Instant now) {
        return performAct
                .objection(held, act, now)
                .filter(reason -> reason != Rejection.REPEATED)
                .map(ActOutcome.Refused::new)
                .map(Decided.Performed::new);
    }
}
