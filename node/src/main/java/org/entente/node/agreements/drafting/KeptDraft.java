package org.entente.node.agreements.drafting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draft as this government keeps it.
 *
 * @param edition rises with each change
 * @param json see {@link org.entente.node.agreements.document.Draft}
 * @param answer what it would answer or replace; empty when it begins a new entente
 */
public record KeptDraft(UUID id, int edition, ObjectNode json, Optional<Answer> answer, Instant changedAt) {
    /** The name of an entente, and the hash of the text of it that is answered or replaced. */
    public record Answer(String entente, String predecessor) {}

    public Text title() {
        return text(json.path("title"));
    }

    /** A text in both languages; a dash where nothing is written yet. */
    public static Text text(JsonNode text) {
        return new Text(said(text, "fr"), said(text, "en"));
    }

    private static String said(JsonNode text, String language) {
        String said = text.path(language).asString("");
        return said.isBlank() ? "–" : said;
    }

    /** As it is proposed: what no officer wrote of how a party approves is left out, so that our own steps are stated as we have them. */
    ObjectNode proposed() {
        ObjectNode proposed = json.deepCopy();
        for (JsonNode party : proposed.path("parties")) {
            if (party.path("approval").isEmpty() && party instanceof ObjectNode stated) {
                stated.remove("approval");
            }
        }
        return proposed;
    }

    /** What a program sent as the next edition: with the examples that its clauses make, where it sent none. */
    public ObjectNode completed(ObjectNode sent, Instant now) {
        return Examples.complete(json, sent, now);
    }

    /** The next edition. */
    public KeptDraft with(ObjectNode changed, Instant now) {
        return new KeptDraft(id, edition + 1, changed, answer, now);
    }
}
