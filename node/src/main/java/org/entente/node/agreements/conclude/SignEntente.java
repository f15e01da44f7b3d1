package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.course.OrderTransitions;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs an entente with this government's federation key and sends the signature to the other parties. Before that every
 * party's keys in the document are compared with those that the party itself publishes, so that nobody is bound to a
 * partner that somebody else invented.
 */
@Component
public class SignEntente {
    private final MeetParties meetParties;
    private final Holdings holdings;
    private final Ledger ledger;
    private final Ententes ententes;
    private final Events events;
    private final Deeds deeds;
    private final Postings postings;
    private final OrderTransitions orderTransitions;
    private final Keys keys;
    private final NodeIdentity node;
    private final TransactionOperations transactions;

    SignEntente(
            MeetParties meetParties,
            Holdings holdings,
            Ledger ledger,
            Ententes ententes,
            Events events,
            Deeds deeds,
            Postings postings,
            OrderTransitions orderTransitions,
            Keys keys,
            NodeIdentity node,
            TransactionOperations transactions) {
        this.meetParties = meetParties;
        this.holdings = holdings;
        this.ledger = ledger;
        this.ententes = ententes;
        this.events = events;
        this.deeds = deeds;
        this.postings = postings;
        this.orderTransitions = orderTransitions;
        this.keys = keys;
        this.node = node;
        this.transactions = transactions;
    }

    /**
     * Signs the text on the table; once is enough.
     *
     * @param document the hash of the text that whoever signs has read
     * @param officer who signs, see {@link Officers}; who signs is another than the one who approved last
     */
    public SignOutcome sign(String name, String document, String officer, Instant now) {
        Optional<Held> held = holdings.find(name);
        Optional<Talks> talks = held.flatMap(Held::talks);
        if (talks.isEmpty()) {
            return held.filter(found -> found.part() == Part.SIGNED)
                    .map(found ->
                            isOf(found.entente(), document) ? new SignOutcome.Done() : new SignOutcome.OtherText())
                    .orElseGet(SignOutcome.NotFound::new);
        }
        if (!isOf(talks.get().text(), document)) {
            return new SignOutcome.OtherText();
        }
        if (isSigned(talks.get())) {
            return new SignOutcome.Done();
        }
        Entente text = talks.get().text();
        List<Text> broken = GoldenCases.broken(text).stream()
                .map(result -> result.golden().title())
                .toList();
        if (!broken.isEmpty()) {
            return new SignOutcome.GoldenCasesBroken(broken);
        }
        return switch (meetParties.compare(held.orElseThrow().chain().pinned(text), now)) {
            case Meeting.Absent(URI entity) -> new SignOutcome.PartyAbsent(entity);
            case Meeting.Differs(URI entity) -> new SignOutcome.PartyDiffers(entity);
            case Meeting.Met ignored -> transactions.execute(transaction -> signApproved(text, officer, now));
        };
    }

    private SignOutcome signApproved(Entente compared, String officer, Instant now) {
        ledger.open();
        Held held = ententes.find(compared.name()).orElseThrow();
        Optional<Talks> talks = held.talks();
        if (talks.isEmpty()) {
            return new SignOutcome.NotFound();
        }
        if (!talks.get().text().equals(compared)) {
            return new SignOutcome.OtherText();
        }
        if (isSigned(talks.get())) {
            return new SignOutcome.Done();
        }
        if (!talks.get().isOpenAt(now)) {
            return new SignOutcome.Closed();
        }
        if (!talks.get().isAgreed()) {
            return new SignOutcome.NotAgreed();
        }
        Party us = us(talks.get());
        if (!talks.get().isApproved()) {
            return new SignOutcome.NotApproved();
        }
        if (Officers.wouldActAlone(officer, talks.get().approvals())) {
            return new SignOutcome.SameOfficer();
        }
        sign(held, talks.get().text(), us, now);
        deeds.note(compared.name(), Deed.Kind.SIGNED, compared.hash(), By.one(officer), now);
        return new SignOutcome.Done();
    }

    private static boolean isOf(Entente text, String document) {
        return text.hash().equals(document);
    }

    private boolean isSigned(Talks talks) {
        return talks.signatures().has(us(talks).key());
    }

    private Party us(Talks talks) {
        return talks.text().parties().stream()
                .filter(party -> party.entity().equals(node.entityId()))
                .findFirst()
                .orElseThrow();
    }

    private void sign(Held held, Entente text, Party us, Instant now) {
        ObjectNode signature = Signatures.sign(text, keys.federation());
        ententes.addSignature(text, us.key(), signature, now);
        events.note(text, Events.What.SIGNED, us.key(), now);
        if (!held.chain().hasEntered()) {
            ententes.advance(text.name(), Part.SIGNED);
        }
        postings.signature(text.parties(), text, signature, now);
        orderTransitions.orderWhatIsReady(text.name(), now);
    }
}
