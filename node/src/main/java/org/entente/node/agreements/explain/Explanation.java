package org.entente.node.agreements.explain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Entente;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The proof path of one question under one entente.
 *
 * @param at the moment asked about
 * @param entente under which; empty where there is none
 * @param unknown what cannot be known of a day that is not today, where nothing else is wrong
 * @param fault the first thing wrong; empty where nothing is, or where the ruling alone refuses
 */
public record Explanation(
        Question question,
        Instant at,
        List<Entente> entente,
        Ruling ruling,
        ProofPath path,
        Optional<Fault> fault,
        Optional<Text> unknown) {
    public Explanation {
        entente = List.copyOf(entente);
    }

    /** Whether such a credential would be accepted, provided that it is genuine, unrevoked and its holder's. */
    public boolean holds() {
        return path.firstFailed().isEmpty() && unknown.isEmpty();
    }

    /** The JSON form: what was asked, the first fault by its name, every step, and the ruling on which it rests. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("holds", holds());
        ObjectNode asked = json.putObject("question")
                .put("verifier", question.verifier().toString())
                .put("purpose", question.purpose())
                .put("credential_type", question.credentialType())
                .put("issuer", question.issuer().toString())
                .put("at", at.toString());
        ArrayNode claims = asked.putArray("claims");
        question.claims().stream().map(Object::toString).sorted().forEach(claims::add);
        entente.forEach(under -> json.put("entente", under.id().toString()).put("document", under.hash()));
        fault.ifPresent(found -> json.put("fault", found.id()));
        unknown.ifPresent(text -> json.putObject("unknown").put("fr", text.fr()).put("en", text.en()));
        json.set("path", path.toJson());
        json.set("ruling", ruling.toJson());
        return json;
    }
}
