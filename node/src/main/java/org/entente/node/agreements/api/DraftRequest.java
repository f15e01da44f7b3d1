package org.entente.node.agreements.api;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.agreements.drafting.NewDraft;
import org.entente.node.agreements.life.Strict;
import org.entente.protocols.ProtocolError;

/** What a program asks for that begins a draft from a template: the fields of the form on the page, whose rules hold here too. */
final class DraftRequest {
    private static final int MAX_TEXT = 8_000;

    private DraftRequest() {}

    /** @throws ProtocolError {@code invalid_request} with the first field that is wrong */
    static NewDraft parse(Strict json) {
        json.requireMembers("template", "name", "title", "parties");
        Strict title = json.object("title");
        title.requireMembers("fr", "en");
        Map<String, String> form = new HashMap<>();
        form.put("template", text(json, "template"));
        form.put("name", text(json, "name"));
        form.put("title-fr", text(title, "fr"));
        form.put("title-en", text(title, "en"));
        form.put(
                "parties",
                json.array("parties", NewDraft.MAX_PARTIES)
                        .valueStream()
                        .map(party -> party.asString(""))
                        .collect(Collectors.joining("\n")));
        NewDraft asked = NewDraft.read(form);
        if (asked.errors().isEmpty()) {
            return asked;
        }
        String field = asked.errors().all().getFirst().field();
        throw new ProtocolError(json.error(), "wrong: " + field);
    }

    private static String text(Strict json, String member) {
        return json.matching(member, "[\\s\\S]{1," + MAX_TEXT + "}");
    }
}
