package org.entente.node.agreements.conclude;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agrees to the text on the table or ends the talks, for this government, and tells the other parties. */
@Component
public class MakeMove {
    private final Ledger ledger;
    private final Ententes ententes;
    private final TakeMove takeMove;
    private final Deeds deeds;
    private final Postings postings;
    private final Keys keys;
    private final NodeIdentity node;

    MakeMove(
            Ledger ledger,
            Ententes ententes,
            TakeMove takeMove,
            Deeds deeds,
            Postings postings,
            Keys keys,
            NodeIdentity node) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.takeMove = takeMove;
        this.deeds = deeds;
        this.postings = postings;
        this.keys = keys;
        this.node = node;
    }

    /**
     * Agrees to a text; once is enough.
     *
     * @param document the hash of the text that our officers have read, so that they never agree to another
     * @param officer who agrees, see {@link Officers}
     */
    @Transactional
    public MoveOutcome agree(String name, String document, String officer, Instant now) {
        return withTable(name, document, now, (held, talks) -> {
            Party us = held.party(node.entityId()).orElseThrow();
            return talks.negotiation().agreed().contains(us.key())
                    ? new MoveOutcome.Done(held.entente().name())
                    : make(
                            held,
                            talks.text(),
                            new Move.Step.Agree(document, talks.negotiation().round()),
                            officer,
                            now);
        });
    }

    /** Ends the talks, for all, until somebody brings another text. Who has signed has no say any more. */
    @Transactional
    public MoveOutcome reject(String name, String document, String officer, Instant now) {
        return withTable(
                name,
                document,
                now,
                (held, talks) -> isSigned(held, talks)
                        ? new MoveOutcome.Signed()
                        : make(
                                held,
                                talks.text(),
                                new Move.Step.Reject(
                                        document, talks.negotiation().round()),
                                officer,
                                now));
    }

    /** Puts a text on the table in answer to the one that is there, or to the one in force. */
    @Transactional
    MoveOutcome propose(Entente text, String predecessor, String officer, Instant now) {
        ledger.open();
        Optional<Held> found = ententes.find(text.name());
        if (found.isEmpty()) {
            return new MoveOutcome.NotFound();
        }
        Held held = found.get();
        boolean expired = !now.isBefore(held.negotiation().expiresAt());
        if (expired && !held.chain().hasEntered()) {
            return new MoveOutcome.Closed();
        }
        Optional<Talks> talks = held.talks().filter(open -> !expired);
        String onTable =
                talks.map(open -> open.text().hash()).orElse(held.negotiation().base());
        if (!onTable.equals(predecessor)) {
            return new MoveOutcome.OtherText();
        }
        if (talks.filter(open -> isSigned(held, open)).isPresent()) {
            return new MoveOutcome.Signed();
        }
        int round = talks.map(open -> open.negotiation().round()).orElse(0) + 1;
        return make(held, text, new Move.Step.Propose(text.hash(), round, predecessor), officer, now);
    }

    private interface AtTable {
        MoveOutcome move(Held held, Talks talks);
    }

    private MoveOutcome withTable(String name, String document, Instant now, AtTable atTable) {
        ledger.open();
        Optional<Held> held = ententes.find(name);
        Optional<Talks> talks = held.flatMap(Held::talks);
        if (talks.isEmpty()) {
            return new MoveOutcome.NotFound();
        }
        if (!talks.get().isOpenAt(now)) {
            return new MoveOutcome.Closed();
        }
        return talks.get().text().hash().equals(document)
                ? atTable.move(held.get(), talks.get())
                : new MoveOutcome.OtherText();
    }

    private boolean isSigned(Held held, Talks talks) {
        return held.party(node.entityId())
                .filter(us -> talks.signatures().has(us.key()))
                .isPresent();
    }

    private MoveOutcome make(Held held, Entente text, Move.Step step, String officer, Instant now) {
        Party us = held.party(node.entityId()).orElseThrow();
        Move move = Move.sign(keys.federation(), text, us.key(), now, step);
        List<Entente> brought = step instanceof Move.Step.Propose ? List.of(text) : List.of();
        Optional<Refused> refused = takeMove.take(move, brought, node.entityId(), now);
        if (refused.isPresent()) {
            return new MoveOutcome.Refused(refused.get().code(), refused.get().reason());
        }
        deeds.note(held.entente().name(), kind(step), text.hash(), By.one(officer), now);
        postings.move(held.whoTalk(now), move, Map.of(text.hash(), text), now);
        return new MoveOutcome.Done(held.entente().name());
    }

    private static Deed.Kind kind(Move.Step step) {
        return switch (step) {
            case Move.Step.Propose ignored -> Deed.Kind.PROPOSED;
            case Move.Step.Agree ignored -> Deed.Kind.AGREED;
            case Move.Step.Reject ignored -> Deed.Kind.REJECTED;
        };
    }
}
