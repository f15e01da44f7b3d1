package org.entente.node.agreements.accede;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
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
import org.entente.node.agreements.record.ReadRecord;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Asks to join an entente that others have concluded: reads and replays its record, signs an instrument, sends it. */
@Component
public class RequestAccession {
    private final ReadRecord readRecord;
    private final MeetParties meetParties;
    private final Ledger ledger;
    private final Ententes ententes;
    private final Acts acts;
    private final Waiting waiting;
    private final TakeTransition takeTransition;
    private final Postings postings;
    private final Keys keys;
    private final NodeIdentity node;
    private final Secrets secrets;
    private final TransactionOperations transactions;

    RequestAccession(
            ReadRecord readRecord,
            MeetParties meetParties,
            Ledger ledger,
            Ententes ententes,
            Acts acts,
            Waiting waiting,
            TakeTransition takeTransition,
            Postings postings,
            Keys keys,
            NodeIdentity node,
            Secrets secrets,
            TransactionOperations transactions) {
        this.readRecord = readRecord;
        this.meetParties = meetParties;
        this.ledger = ledger;
        this.ententes = ententes;
        this.acts = acts;
        this.waiting = waiting;
        this.takeTransition = takeTransition;
        this.postings = postings;
        this.keys = keys;
        this.node = node;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /**
     * Asks.
     *
     * @param address the entente's own
     * @param statement what we state of ourselves, see {@link Draft#newcomer}
     * @throws ProtocolError {@code invalid_entente} when that is not valid in a party
     */
    public AccessionOutcome request(URI address, ObjectNode statement, Instant now) {
        return request(address, statement, now, true);
    }

    /** What {@link #request} would come to; nothing is kept or sent. */
    public AccessionOutcome attempt(URI address, ObjectNode statement, Instant now) {
        return request(address, statement, now, false);
    }

    private AccessionOutcome request(URI address, ObjectNode statement, Instant now, boolean stays) {
        ObjectNode newcomer = Draft.newcomer(node.entityId(), meetParties.ourselves(), statement);
        PartyReader.parse(newcomer);
        Published published;
        try {
            Optional<PublicRecord> record = readRecord.record(address, now);
            if (record.isEmpty()) {
                return new AccessionOutcome.Unavailable();
            }
            published = new Published(record.get(), all(address, record.get(), now));
        } catch (ProtocolError e) {
            return new AccessionOutcome.NotGenuine();
        }
        boolean whole = published.record().entente().id().equals(address)
                && published.transitions().size() == published.record().last().number();
        if (!whole
                || !(published.record().replay(published.transitions(), now)
                        instanceof Verdict.Applied(EntenteState state))) {
            return new AccessionOutcome.NotGenuine();
        }
        return switch (meetParties.compare(bound(state, now), now)) {
            case Meeting.Absent(URI entity) -> new AccessionOutcome.PartyDiffers(entity);
            case Meeting.Differs(URI entity) -> new AccessionOutcome.PartyDiffers(entity);
            case Meeting.Met ignored ->
                transactions.execute(transaction -> {
                    AccessionOutcome outcome = request(published, newcomer, now);
                    if (!stays || !(outcome instanceof AccessionOutcome.Requested)) {
                        transaction.setRollbackOnly();
                    }
                    return outcome;
                });
        };
    }

    private static List<Party> bound(EntenteState state, Instant now) {
        return state.boundAt(now).stream().map(Member::party).toList();
    }

    /** What is published of an entente: its record and every transition. */
    private record Published(PublicRecord record, List<Transition> transitions) {}

    private List<Transition> all(URI address, PublicRecord record, Instant now) {
        List<Transition> all = new ArrayList<>();
        int before;
        do {
            before = all.size();
            all.addAll(readRecord.transitions(address, before, record.last().number(), now));
        } while (all.size() > before && all.size() < record.last().number());
        return all.subList(0, Math.min(all.size(), record.last().number()));
    }

    private AccessionOutcome request(Published published, ObjectNode newcomer, Instant now) {
        ledger.open();
        Entente entente = published.record().entente();
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
        return take(published, now) ? send(entente, newcomer, now) : new AccessionOutcome.NotGenuine();
    }

    private boolean hasLeft(Held held, Instant now) {
        return held.chain()
                .owner(node.entityId())
                .filter(us -> !us.isBoundAt(now))
                .isPresent();
    }

    private boolean take(Published published, Instant now) {
        String name = published.record().entente().name();
        for (Transition transition : published.transitions()) {
            Held held = ententes.find(name).orElseThrow();
            boolean news = transition.number() > held.chain().number();
            if (news
                    && takeTransition.take(held, transition, published.record().textsBeside(held), now)
                            instanceof Verdict.Rejected) {
                return false;
            }
        }
        return true;
    }

    /** Sends our instrument; one of ours that states the same and still waits is sent again instead. */
    private AccessionOutcome send(Entente entente, ObjectNode newcomer, Instant now) {
        Held held = ententes.find(entente.name()).orElseThrow();
        EntenteState state = held.chain();
        SignedAct act = SignedAct.sign(
                keys.federation(),
                secrets.id().toString(),
                state,
                node.jurisdiction().code(),
                now,
                ActJson.accede(newcomer));
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
        waiting.forgetEarlier(held, act);
        postings.acts(state, List.of(act), now);
        return new AccessionOutcome.Requested(entente);
    }
}
