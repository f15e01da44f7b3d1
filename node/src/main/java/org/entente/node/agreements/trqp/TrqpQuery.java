package org.entente.node.agreements.trqp;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query of either kind (TRQP 2.0, authorization and recognition query schemas).
 *
 * @param entity who is asked about
 * @param authority by whom: the address of an entente
 * @param context further conditions, all of them text
 */
record TrqpQuery(URI entity, URI authority, String action, String resource, Map<String, String> context) {
    private static final int LONGEST = 2_000;
    private static final int MOST = 16;

    TrqpQuery {
        context = Map.copyOf(context);
    }

    /** @throws ProtocolError {@code invalid_request} when it is not one */
    static TrqpQuery parse(ObjectNode json) {
        TrqpQuery query = new TrqpQuery(
                address(json, "entity_id"),
                address(json, "authority_id"),
                text(json.path("action"), "action"),
                text(json.path("resource"), "resource"),
                context(json.path("context")));
        query.time();
        return query;
    }

    /** The moment asked about, as the context says it; in UTC, written with Z. */
    Optional<Instant> time() {
        try {
            return Optional.ofNullable(context.get("time"))
                    .filter(time -> !time.isEmpty())
                    .map(TrqpQuery::instant);
        } catch (DateTimeParseException e) {
            throw malformed("context.time is a moment in UTC, written with Z (RFC 3339)");
        }
    }

    private static Instant instant(String text) {
        if (!text.endsWith("Z")) {
            throw malformed("context.time is a moment in UTC, written with Z (RFC 3339)");
        }
        return Instant.parse(text);
    }

    /**
     * The answer to it (authorization and recognition response schemas).
     *
     * @param member what the answer is called: {@code authorized} or {@code recognized}
     * @param now the moment at which it was evaluated
     */
    ObjectNode answer(String member, boolean yes, String message, Instant now) {
        ObjectNode json = Json.newObject()
                .put("entity_id", entity.toString())
                .put("authority_id", authority.toString())
                .put("action", action)
                .put("resource", resource)
                .put(member, yes);
        time().ifPresent(time -> json.put("time_requested", time.toString()));
        json.put("time_evaluated", now.toString()).put("message", message);
        if (!context.isEmpty()) {
            ObjectNode echoed = json.putObject("context");
            context.forEach(echoed::put);
        }
        return json;
    }

    private static Map<String, String> context(JsonNode json) {
        if (json.isMissingNode()) {
            return Map.of();
        }
        if (!json.isObject() || json.size() > MOST) {
            throw malformed("context is an object of at most " + MOST + " texts");
        }
        Map<String, String> context = new LinkedHashMap<>();
        json.properties().forEach(member -> context.put(member.getKey(), textOf(member.getValue(), "context")));
        return context;
    }

    private static URI address(ObjectNode json, String member) {
        try {
            return new URI(text(json.path(member), member));
        } catch (URISyntaxException e) {
            throw malformed(member + " is an identifier by RFC 3986");
        }
    }

    private static String text(JsonNode json, String member) {
        String text = textOf(json, member);
        if (text.isBlank()) {
            throw malformed(member + " is needed");
        }
        return text;
    }

    private static String textOf(JsonNode json, String member) {
        if (!json.isString() || json.stringValue().length() > LONGEST) {
            throw malformed(member + " is a text of at most " + LONGEST + " characters");
        }
        return json.stringValue();
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
