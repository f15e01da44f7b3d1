package org.entente.node.agreements.api;

import java.time.Instant;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes talks as the API shows them. */
final class TalksJson {
    private TalksJson() {}

    static ObjectNode write(Talks talks, Instant now) {
        ObjectNode json = Json.newObject()
                .put("version", talks.text().version())
                .put("document_hash", talks.text().hash())
                .put("round", talks.negotiation().round())
                .put("open", talks.isOpenAt(now))
                .put("expires", talks.negotiation().expiresAt().toString());
        ArrayNode proposals = json.putArray("proposals");
        talks.negotiation().moves().forEach(move -> propose(proposals, move));
        add(json.putArray("agreed_by"), talks.agreed());
        add(json.putArray("rejected_by"), talks.negotiation().rejected());
        add(
                json.putArray("signed_by"),
                talks.text().parties().stream()
                        .map(Party::key)
                        .filter(talks.signatures()::has)
                        .toList());
        json.put("path_from", talks.ours().source().code());
        ArrayNode path = json.putArray("path");
        talks.path().forEach(step -> step(path.addObject(), step));
        ArrayNode approvals = json.putArray("approvals");
        talks.approvals()
                .forEach(approval -> approvals
                        .addObject()
                        .put("step", approval.step())
                        .put("officer", approval.officer())
                        .put("at", approval.at().toString()));
        return json;
    }

    private static void step(ObjectNode json, Party.Approval step) {
        say(json.putObject("step"), step.step());
        say(json.putObject("office"), step.office());
        json.put("by_another", step.byAnother());
    }

    private static void say(ObjectNode json, Text text) {
        json.put("fr", text.fr()).put("en", text.en());
    }

    private static void propose(ArrayNode proposals, Move move) {
        if (move.step() instanceof Move.Step.Propose(String document, int round, String predecessor)) {
            ObjectNode proposal = proposals
                    .addObject()
                    .put("document_hash", document)
                    .put("round", round)
                    .put("party", move.party())
                    .put("at", move.at().toString());
            if (!predecessor.isEmpty()) {
                proposal.put("predecessor", predecessor);
            }
        }
    }

    private static void add(ArrayNode array, Iterable<String> keys) {
        keys.forEach(array::add);
    }
}
