package org.entente.node.agreements.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Acts;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does something about an entente in force as the party that this node is: suspend, lift, approve an accession, withdraw.
 * The act goes to every party at once, so that a suspension does not wait for the depositary.
 */
@Component
public class PerformAct {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Acts acts;
    private final Deeds deeds;
    private final Waiting waiting;
    private final Postings postings;
    private final OrderTransitions orderTransitions;
    private final Keys keys;
    private final NodeIdentity node;
    private final Secrets secrets;

    PerformAct(
            Ledger ledger,
            Ententes ententes,
            Acts acts,
            Deeds deeds,
            Waiting waiting,
            Postings postings,
            OrderTransitions orderTransitions,
            Keys keys,
            NodeIdentity node,
            Secrets secrets) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.acts = acts;
        this.deeds = deeds;
        this.waiting = waiting;
        this.postings = postings;
        this.orderTransitions = orderTransitions;
        this.keys = keys;
        this.node = node;
        this.secrets = secrets;
    }

    /**
     * Signs and sends an act; one of ours that says the same and still waits is sent again instead.
     *
     * @param by who does it, which stays here
     */
    @Transactional
    public ActOutcome perform(String name, ActJson.Written act, By by, Instant now) {
        ledger.open();
        return ententes.find(name).map(held -> perform(held, act, by, now)).orElseGet(ActOutcome.NotFound::new);
    }

    /** Why an entente would not take an act of ours; nothing is sent. */
    public Optional<Rejection> objection(Held held, ActJson.Written act, Instant now) {
        Optional<Party> us = actor(held);
        return us.isEmpty()
                ? Optional.of(Rejection.NOT_A_PARTY)
                : waiting.objection(held, signed(held, us.get(), act, now), now);
    }

    private Optional<Party> actor(Held held) {
        return held.party(node.entityId()).filter(us -> held.chain().hasEntered());
    }

    private SignedAct signed(Held held, Party us, ActJson.Written written, Instant now) {
        return SignedAct.sign(keys.federation(us.keys()), secrets.id(), held.chain(), us.key(), now, written);
    }

    private ActOutcome perform(Held held, ActJson.Written written, By by, Instant now) {
        Optional<Party> us = actor(held);
        if (us.isEmpty()) {
            return new ActOutcome.Refused(Rejection.NOT_A_PARTY);
        }
        SignedAct act = signed(held, us.get(), written, now);
        Optional<SignedAct> before = waiting.alike(held, act);
        if (before.isPresent()) {
            send(held, before.get(), now);
            return new ActOutcome.Done(before.get());
        }
        Optional<Rejection> objection = waiting.objection(held, act, now);
        if (objection.isPresent()) {
            return new ActOutcome.Refused(objection.get());
        }
        String name = held.entente().name();
        acts.add(name, act, node.entityId(), now);
        deeds.note(name, kind(act.act()), act.hash(), by, now);
        send(held, act, now);
        orderTransitions.orderWhatIsReady(name, now);
        return new ActOutcome.Done(act);
    }

    private static Deed.Kind kind(Act act) {
        return switch (act) {
            case Act.Suspend ignored -> Deed.Kind.SUSPENDED;
            case Act.Lift ignored -> Deed.Kind.LIFTED;
            case Act.Accede ignored -> Deed.Kind.JOINED;
            case Act.Approve ignored -> Deed.Kind.ADMITTED;
            case Act.RollOver ignored -> Deed.Kind.KEYS_CHANGED;
            case Act.Entrust ignored -> Deed.Kind.ENTRUSTED;
            case Act.Withdraw() -> Deed.Kind.WITHDREW;
        };
    }

    /** An approval travels with the accession it refers to, since a party may not have heard of that yet. */
    private void send(Held held, SignedAct act, Instant now) {
        if (act.act() instanceof Act.Approve(String hash)) {
            held.pending().stream()
                    .filter(pending -> pending.hash().equals(hash))
                    .findFirst()
                    .ifPresent(accession -> postings.acts(held.chain(), List.of(accession, act), now));
        } else {
            postings.acts(held.chain(), List.of(act), now);
        }
    }
}
