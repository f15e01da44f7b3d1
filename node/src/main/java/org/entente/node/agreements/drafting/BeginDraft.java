package org.entente.node.agreements.drafting;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.drafting.KeptDraft.Answer;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Begins a draft: from a template, with what the parties publish of themselves, or from a text that there is. */
@Component
public class BeginDraft {
    private final Drafts drafts;
    private final Holdings holdings;
    private final MeetParties meetParties;
    private final NodeIdentity node;
    private final Secrets secrets;

    BeginDraft(Drafts drafts, Holdings holdings, MeetParties meetParties, NodeIdentity node, Secrets secrets) {
        this.drafts = drafts;
        this.holdings = holdings;
        this.meetParties = meetParties;
        this.node = node;
        this.secrets = secrets;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is kept under this id. */
        record Begun(UUID id) implements Outcome {}

        /** The node of another party could not be introduced. */
        record PartyAbsent(URI entity) implements Outcome {}

        /** There is no such entente or text. */
        record NotFound() implements Outcome {}

        /** As many drafts are kept as may be. */
        record Full() implements Outcome {}
    }

    /** @param others the entity identifiers of the other parties */
    public Outcome fromTemplate(Template template, String name, Text title, List<URI> others, Instant now) {
        List<URI> parties = new ArrayList<>(others);
        parties.remove(node.entityId());
        parties.addFirst(node.entityId());
        return switch (meetParties.meet(parties, now)) {
            case Meeting.Absent(URI entity) -> new Outcome.PartyAbsent(entity);
            case Meeting.Differs(URI entity) -> new Outcome.PartyAbsent(entity);
            case Meeting.Met(Map<URI, PartyFacts> facts) -> {
                ObjectNode json = template.load(node.jurisdiction());
                json.put("name", name);
                json.putObject("title").put("fr", title.fr()).put("en", title.en());
                ArrayNode stated = json.putArray("parties");
                for (URI party : parties) {
                    Optional.ofNullable(facts.get(party)).ifPresent(known -> state(stated.addObject(), party, known));
                }
                yield keep(Examples.write(json, now), Optional.empty(), now);
            }
        };
    }

    private static void state(ObjectNode party, URI entity, PartyFacts facts) {
        party.put("entity", entity.toString()).put("key", facts.jurisdiction().code());
        Text name = facts.jurisdiction().name();
        party.putObject("name").put("fr", name.fr()).put("en", name.en());
        party.putArray("issuers");
        party.putArray("approval");
    }

    /**
     * From the text on the table, to answer it, or from the one in force, to replace it.
     *
     * <p>It states of us what we approve by, and not what others wrote. Each clause keeps the hash of the paragraph that it was bound to, which counts only where a day is stated until when.
     *
     * @param document the text's hash
     */
    public Outcome fromText(String entente, String document, Instant now) {
        Optional<Held> held = holdings.find(entente);
        Optional<Entente> text = held.flatMap(found -> text(found, document));
        if (text.isEmpty()) {
            return new Outcome.NotFound();
        }
        ObjectNode json = text.get().json();
        json.remove(List.of("schema", "id", "version", "supersedes"));
        json.put("name", entente);
        held.flatMap(Held::talks)
                .map(Talks::path)
                .filter(path -> !path.isEmpty())
                .ifPresent(path -> Draft.state(json, node.entityId(), path));
        return keep(json, Optional.of(new Answer(entente, document)), now);
    }

    private static Optional<Entente> text(Held held, String document) {
        return held.text(document)
                .or(() -> Optional.of(held.entente())
                        .filter(inForce -> inForce.hash().equals(document)));
    }

    private Outcome keep(ObjectNode json, Optional<Answer> answer, Instant now) {
        UUID id = secrets.id();
        return drafts.add(new KeptDraft(id, 1, json, answer, now)) ? new Outcome.Begun(id) : new Outcome.Full();
    }
}
