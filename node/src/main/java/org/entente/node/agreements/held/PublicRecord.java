package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entente as it is published: {@code {"payload": …, "signatures": […], "transitions": […]}}, the first two being the
 * document as JWS in JSON form.
 *
 * @param transitions in order, the entry into force first
 */
public record PublicRecord(Entente entente, List<Transition> transitions) {
    private static final int MAX_TRANSITIONS = 10_000;

    public PublicRecord {
        transitions = List.copyOf(transitions);
    }

    /** The record of an entente in force. */
    public static ObjectNode write(Held held) {
        ObjectNode json = held.signatures().toJson();
        ArrayNode array = json.putArray("transitions");
        held.transitions().stream()
                .map(Recorded::transition)
                .map(Transition::jws)
                .forEach(array::add);
        return json;
    }

    /**
     * Reads a record; that it holds is for {@link #replay} to say.
     *
     * @throws ProtocolError when it is malformed
     */
    public static PublicRecord parse(byte[] body) {
        ObjectNode json = Json.object(body);
        JsonNode transitions = json.path("transitions");
        ObjectNode signed = Json.newObject();
        signed.set("payload", json.path("payload"));
        signed.set("signatures", json.path("signatures"));
        if (!transitions.isArray() || transitions.isEmpty() || transitions.size() > MAX_TRANSITIONS) {
            throw new ProtocolError("invalid_entente", "a record has the document and its transitions");
        }
        Entente entente = Entente.parse(Json.object(GeneralJws.parse(signed).payload()));
        List<Transition> all = new ArrayList<>();
        transitions.forEach(jws -> all.add(Transition.parse(jws.asString(""))));
        return new PublicRecord(entente, all);
    }

    /** The state after all transitions, or why one of them does not hold. */
    public Verdict replay(Instant now) {
        Verdict verdict = new Verdict.Applied(EntenteState.of(entente));
        for (Transition transition : transitions) {
            if (verdict instanceof Verdict.Applied(EntenteState state)) {
                verdict = state.apply(transition, now);
            }
        }
        return verdict;
    }
}
