package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.course.MessageType;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.course.Refusals;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.ReceiveOutcome.Accepted;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.frontier.Receiver;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.trust.Trust;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what another party knows of the talks with what we know: sends it what it lacks, and shows it ours when we lack
 * something ourselves. So a message that was lost for good is made up for, the first one of all too: to whoever talks about
 * something of which we have never heard we say just that, once for each time that it is told to us.
 */
@Component
class TableReceiver implements Receiver {
    /** The most moves that are sent in answer to one comparison. */
    private static final int MAX_SENT = 32;

    private static final Refused NO_SIGNATORY =
            new Refused("not_a_party", "it names a signatory that is no party to the entente");

    private final Ledger ledger;
    private final Ententes ententes;
    private final Postings postings;
    private final Trust trust;
    private final NodeIdentity node;

    TableReceiver(Ledger ledger, Ententes ententes, Postings postings, Trust trust, NodeIdentity node) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.postings = postings;
        this.trust = trust;
        this.node = node;
    }

    @Override
    public String type() {
        return MessageType.TABLE;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        ledger.open();
        URI entente = URI.create(body.path("entente").stringValue());
        Optional<Held> held = ententes.at(entente);
        if (held.isEmpty()) {
            boolean asked = body.path("version").intValue() == 1
                    && isOnKnownNode(entente)
                    && partners(now).containsAll(strings(body.path("signed")))
                    && ask(sender, entente, body, now);
            return asked ? new Accepted() : Refusals.UNKNOWN_ENTENTE;
        }
        Optional<Party> party = held.get().whoTalk(now).stream()
                .filter(one -> one.entity().equals(sender))
                .findFirst();
        if (party.isEmpty()) {
            return Refusals.NOT_A_PARTY;
        }
        if (!known(held.get()).containsAll(strings(body.path("signed")))) {
            return NO_SIGNATORY;
        }
        boolean sameTalks =
                body.path("version").intValue() == held.get().negotiation().version();
        if (sameTalks) {
            held.get()
                    .talks()
                    .ifPresentOrElse(
                            talks -> answer(talks, party.get(), body, now), () -> ask(sender, entente, body, now));
        }
        return new Accepted();
    }

    /**
     * Asks for all of the talks. A table without moves is never answered so: else two who have both forgotten would ask each
     * other for ever.
     *
     * @return whether there was anything to ask for
     */
    private boolean ask(URI sender, URI entente, ObjectNode body, Instant now) {
        if (body.path("moves").isEmpty()) {
            return false;
        }
        postings.emptyTable(sender, entente, body.path("version").intValue(), now);
        return true;
    }

    private void answer(Talks talks, Party party, ObjectNode body, Instant now) {
        Set<String> theirs = strings(body.path("moves"));
        talks.negotiation().beyond(theirs).stream()
                .limit(MAX_SENT)
                .forEach(move ->
                        postings.move(List.of(party), move, talks.negotiation().texts(), now));
        Set<String> signatories = strings(body.path("signed"));
        talks.text().parties().stream()
                .map(Party::key)
                .filter(key -> talks.signatures().has(key) && !signatories.contains(key))
                .forEach(key -> postings.signature(
                        List.of(party), talks.text(), talks.signatures().of(key).orElseThrow(), now));
        boolean lack = !talks.negotiation().moves().stream()
                .map(Move::hash)
                .collect(Collectors.toSet())
                .containsAll(theirs);
        if (lack) {
            postings.table(List.of(party), talks, now);
        }
    }

    /** Whether it is where some government keeps its ententes that is known here: an address that nobody invented. */
    private boolean isOnKnownNode(URI entente) {
        return trust.peers().contains(Origins.of(entente)) || node.origin().equals(Origins.of(entente));
    }

    /** The keys of all that some entente binds and of the governments that are known here. */
    private Set<String> partners(Instant now) {
        Stream<String> bound = ententes.all().values().stream().flatMap(held -> known(held).stream());
        Stream<String> introduced = trust.peers().stream()
                .flatMap(peer -> trust.peer(peer, now).stream())
                .map(peer -> peer.jurisdiction().code());
        return Stream.concat(bound, introduced).collect(Collectors.toUnmodifiableSet());
    }

    /** The keys that a text of this entente gives its parties, in force, on the table or joined since. */
    private static Set<String> known(Held held) {
        Stream<Party> onTheTable = held.talks().stream().flatMap(talks -> talks.text().parties().stream());
        Stream<String> texts =
                Stream.concat(held.entente().parties().stream(), onTheTable).map(Party::key);
        return Stream.concat(texts, held.chain().members().keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toUnmodifiableSet());
    }
}
