package org.entente.node.agreements.held;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entente as each of its parties publishes it: the document in force as JWS in JSON form, the texts of the versions before,
 * the changes of keys by which an auditor follows from a pinned key to the present one, and the last transition, as the
 * depositary signed it. The transitions themselves stand in pages beside it, of which only
 * the last one ever grows.
 *
 * @param texts of all versions, by hash
 * @param last by which everybody sees how far the publisher is
 * @param astray whether the publisher says that it does not hold what the depositary publishes
 */
public record PublicRecord(Entente entente, Map<String, Entente> texts, Transition last, boolean astray) {
    /** The transitions of one page: as many of the longest as fit what the mirror of another node takes. */
    public static final int PAGE = 20;

    private static final int MAX_EARLIER = EntenteState.MAX_VERSIONS - 1;

    public PublicRecord {
        texts = Map.copyOf(texts);
    }

    /** The record of an entente in force. */
    public static ObjectNode write(Held held) {
        ObjectNode json = held.signatures().toJson();
        ArrayNode earlier = json.putArray("earlier");
        held.chain().earlier().stream()
                .sorted()
                .flatMap(hash -> held.text(hash).stream())
                .forEach(text -> earlier.add(Base64Url.encode(text.canonical())));
        ArrayNode rolled = json.putArray("rolled");
        held.transitions().stream()
                .flatMap(recorded -> recorded.transition().acts().stream())
                .filter(act -> act.act() instanceof Act.RollOver)
                .forEach(act -> rolled.add(act.jws()));
        return json.put("number", held.chain().number())
                .put("last", held.transitions().getLast().transition().jws())
                .put("astray", held.pace() == Pace.ASTRAY);
    }

    /** A page of transitions, from 1 on; empty where there is none. */
    public static Optional<ObjectNode> page(Held held, int page) {
        List<Recorded> all = held.transitions();
        int from = (page - 1) * PAGE;
        if (page < 1 || from >= all.size()) {
            return Optional.empty();
        }
        ObjectNode json = Json.newObject();
        ArrayNode transitions = json.putArray("transitions");
        all.subList(from, Math.min(all.size(), from + PAGE))
                .forEach(recorded -> transitions.add(recorded.transition().jws()));
        return Optional.of(json);
    }

    /** The page on which a transition stands. */
    public static int pageOf(int number) {
        return (number - 1) / PAGE + 1;
    }

    /** Where a page of the record at an address stands. */
    public static URI pageAt(URI record, int page) {
        return URI.create(record + "/transitions/" + page);
    }

    /**
     * Reads a record; that it holds is for {@link #replay} to say.
     *
     * @throws ProtocolError when it is malformed
     */
    public static PublicRecord parse(byte[] body) {
        ObjectNode json = Json.object(body);
        ObjectNode signed = Json.newObject();
        signed.set("payload", json.path("payload"));
        signed.set("signatures", json.path("signatures"));
        Entente entente = Entente.parse(Json.object(GeneralJws.parse(signed).payload()));
        Map<String, Entente> texts = new LinkedHashMap<>(Map.of(entente.hash(), entente));
        JsonNode earlier = json.path("earlier");
        if (!earlier.isArray() || earlier.size() > MAX_EARLIER) {
            throw new ProtocolError("invalid_entente", "a record has the texts of the versions before");
        }
        for (JsonNode payload : earlier) {
            Entente text = Entente.parse(Json.object(Base64Url.decode(payload.asString(""))));
            texts.put(text.hash(), text);
        }
        return new PublicRecord(
                entente,
                texts,
                Transition.parse(json.path("last").asString("")),
                json.path("astray").asBoolean(false));
    }

    /**
     * Reads a page.
     *
     * @throws ProtocolError when it is malformed
     */
    public static List<Transition> parsePage(byte[] body) {
        JsonNode transitions = Json.object(body).path("transitions");
        if (!transitions.isArray() || transitions.isEmpty() || transitions.size() > PAGE) {
            throw new ProtocolError("invalid_entente", "a page of a record has up to " + PAGE + " transitions");
        }
        List<Transition> all = new ArrayList<>();
        transitions.forEach(jws -> all.add(Transition.parse(jws.asString(""))));
        return all;
    }

    /** The text of a version. */
    public Optional<Entente> text(String hash) {
        return Optional.ofNullable(texts.get(hash));
    }

    /** The texts of the versions, those that are kept here before those that the record brings. */
    public Function<String, Optional<Entente>> textsBeside(Held held) {
        return hash -> held.text(hash).or(() -> text(hash));
    }

    /** The state after all transitions from the first on, or why one of them does not hold. */
    public Verdict replay(List<Transition> transitions, Instant now) {
        return replay(new Verdict.Applied(before(transitions)), transitions, now);
    }

    /** The state before the first transition: of the text with which the entente began. */
    public EntenteState before(List<Transition> transitions) {
        Entente first = transitions.isEmpty()
                ? entente
                : text(transitions.getFirst().document()).orElse(entente);
        return EntenteState.of(first);
    }

    /** As {@link #replay(List, Instant)}, on from a state that some transitions have led to. */
    public Verdict replay(Verdict from, List<Transition> transitions, Instant now) {
        Verdict verdict = from;
        for (Transition transition : transitions) {
            if (verdict instanceof Verdict.Applied(EntenteState state)) {
                verdict = state.apply(transition, this::text, now);
            }
        }
        return verdict;
    }
}
