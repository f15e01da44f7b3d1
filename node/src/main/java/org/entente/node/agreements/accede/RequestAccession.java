package org.entente.node.agreements.accede;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.course.TakeTransition;
import org.entente.node.agreements.course.Waiting;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.PartyReader;
import org.entente.node.agreements.held.Acts;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.agreements.record.ReadWhole;
import org.entente.node.frontier.Mirror;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Asks to join an entente that others have concluded: reads and replays its record, signs an instrument, sends it. */
@Component
public class RequestAccession {
    private final ReadWhole readWhole;
    private final Mirror mirror;
    private final MeetParties meetParties;
    private final Ledger ledger;
    private final Ententes ententes;
    private final Acts acts;
    private final Deeds deeds;
    private final Waiting waiting;
    private final TakeTransition takeTransition;
    private final Postings postings;
    private final Keys keys;
    private final NodeIdentity node;
    private final Secrets secrets;
    private final TransactionOperations transactions;

    RequestAccession(
            ReadWhole readWhole,
            Mirror mirror,
            MeetParties meetParties,
            Ledger ledger,
            Ententes ententes,
            Acts acts,
            Deeds deeds,
            Waiting waiting,
            TakeTransition takeTransition,
            Postings postings,
            Keys keys,
            NodeIdentity node,
            Secrets secrets,
            TransactionOperations transactions) {
        this.readWhole = readWhole;
        this.mirror = mirror;
        this.meetParties = meetParties;
        this.ledger = ledger;
        this.ententes = ententes;
        this.acts = acts;
        this.deeds = deeds;
        this.waiting = waiting;
        this.takeTransition = takeTransition;
        this.postings = postings;
        this.keys = keys;
        this.node = node;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /** What was read at an entente's address. */
    public sealed interface Reading {
        /** Nothing that we could join. */
        record Failed(AccessionOutcome outcome) implements Reading {}

        /**
         * An entente of others.
         *
         * @param text the one in force
         * @param bound who is bound by it now, which the text alone does not tell
         * @param depositary who orders now
         * @param newcomer what we state of ourselves, whole
         */
        record Found(
                Entente text,
                List<Party> bound,
                Party depositary,
                PublicRecord record,
                List<Transition> transitions,
                ObjectNode newcomer)
                implements Reading {
            public Found {
                bound = List.copyOf(bound);
            }
        }
    }

    /**
     * Reads and replays an entente's record. Never in a transaction, since it waits for the network.
     *
     * @param address the entente's own
     * @param statement what we state of ourselves, see {@link Draft#newcomer}
     * @throws ProtocolError {@code invalid_entente} when that is not valid in a party
     */
    public Reading read(URI address, ObjectNode statement, Instant now) {
        ObjectNode newcomer = Draft.newcomer(node.entityId(), meetParties.ourselves(), statement);
        PartyReader.parse(newcomer);
        return switch (readWhole.read(address, now)) {
            case ReadWhole.Read.Unavailable() -> new Reading.Failed(new AccessionOutcome.Unavailable());
            case ReadWhole.Read.Incomplete() -> new Reading.Failed(new AccessionOutcome.NotGenuine());
            case ReadWhole.Read.Refused(String reason) -> notGenuine(address, reason, now);
            case ReadWhole.Read.Whole(PublicRecord record, List<Transition> transitions, EntenteState state) ->
                met(state, record, transitions, newcomer, now);
        };
    }

    /** What a publisher showed and does not hold is journalled; that a page is missing may be the network's doing. */
    private Reading notGenuine(URI address, String reason, Instant now) {
        mirror.refuse(address, reason, now);
        return new Reading.Failed(new AccessionOutcome.NotGenuine());
    }

    private Reading met(
            EntenteState state, PublicRecord record, List<Transition> transitions, ObjectNode newcomer, Instant now) {
        return switch (meetParties.compare(bound(state, now), now)) {
            case Meeting.Absent(URI entity) -> new Reading.Failed(new AccessionOutcome.PartyDiffers(entity));
            case Meeting.Differs(URI entity) -> new Reading.Failed(new AccessionOutcome.PartyDiffers(entity));
            case Meeting.Met ignored ->
                new Reading.Found(
                        state.entente(), bound(state, now), state.depositary(), record, transitions, newcomer);
        };
    }

    /** What {@link #request} would come to; nothing is kept or sent. */
    public AccessionOutcome attempt(Reading.Found found, String officer, Instant now) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return request(found, By.one(officer), now);
        });
    }

    /** Asks to join by exactly the text that was read. What did not come to a request is for the caller to undo. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AccessionOutcome request(Reading.Found found, By by, Instant now) {
        ledger.open();
        Entente entente = found.record().entente();
        Optional<Held> known = ententes.find(entente.name());
        boolean again = known.filter(held -> held.entente().id().equals(entente.id()))
                .filter(held -> held.part() == Part.ACCEDING || hasLeft(held, now))
                .isPresent();
        if (known.isPresent() && !again) {
            return new AccessionOutcome.NameTaken();
        }
        if (!again && !ententes.haveRoom()) {
            return new AccessionOutcome.Full();
        }
        if (again) {
            ententes.advance(entente.name(), Part.ACCEDING);
        } else {
            ententes.add(entente, Part.ACCEDING, now);
        }
        return take(found, now) ? send(found, by, now) : new AccessionOutcome.NotGenuine();
    }

    private static List<Party> bound(EntenteState state, Instant now) {
        return state.boundAt(now).stream().map(Member::party).toList();
    }

    private boolean hasLeft(Held held, Instant now) {
        return held.chain()
                .owner(node.entityId())
                .filter(us -> !us.isBoundAt(now))
                .isPresent();
    }

    private boolean take(Reading.Found found, Instant now) {
        String name = found.record().entente().name();
        for (Transition transition : found.transitions()) {
            Held held = ententes.find(name).orElseThrow();
            boolean news = transition.number() > held.chain().number();
            if (news
                    && takeTransition.take(held, transition, found.record().textsBeside(held), now)
                            instanceof Verdict.Rejected) {
                return false;
            }
        }
        return true;
    }

    /** Sends our instrument; one of ours that states the same and still waits is sent again instead. */
    private AccessionOutcome send(Reading.Found found, By by, Instant now) {
        Held held = ententes.find(found.record().entente().name()).orElseThrow();
        EntenteState state = held.chain();
        Entente entente = state.entente();
        if (!entente.hash().equals(found.text().hash())) {
            return new AccessionOutcome.OtherText();
        }
        SignedAct act = SignedAct.sign(
                keys.federation(),
                secrets.id(),
                state,
                node.jurisdiction().code(),
                now,
                ActJson.accede(found.newcomer()));
        Optional<SignedAct> before = waiting.alike(held, act);
        if (before.isPresent()) {
            postings.acts(state, List.of(before.get()), now);
            return new AccessionOutcome.Requested(entente);
        }
        Optional<Rejection> objection = waiting.objection(held, act, now);
        if (objection.isPresent()) {
            return new AccessionOutcome.Refused(objection.get());
        }
        acts.add(entente.name(), act, node.entityId(), now);
        deeds.note(entente.name(), Deed.Kind.JOINED, act.hash(), by, now);
        waiting.forgetEarlier(held, act);
        postings.acts(state, List.of(act), now);
        return new AccessionOutcome.Requested(entente);
    }
}
