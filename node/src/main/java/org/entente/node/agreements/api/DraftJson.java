package org.entente.node.agreements.api;

import org.entente.node.agreements.drafting.KeptDraft;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A draft as the API shows it. */
final class DraftJson {
    private DraftJson() {}

    /** What it is about, and its edition. */
    static ObjectNode summary(KeptDraft draft) {
        ObjectNode json = Json.newObject()
                .put("id", draft.id().toString())
                .put("edition", draft.edition())
                .put("changed_at", draft.changedAt().toString());
        json.putObject("title")
                .put("fr", draft.title().fr())
                .put("en", draft.title().en());
        draft.answer()
                .ifPresent(answer -> json.putObject("answers")
                        .put("entente", answer.entente())
                        .put("document", answer.predecessor()));
        return json;
    }

    /** With the draft itself. */
    static ObjectNode whole(KeptDraft draft) {
        ObjectNode json = summary(draft);
        json.set("draft", draft.json());
        return json;
    }
}
