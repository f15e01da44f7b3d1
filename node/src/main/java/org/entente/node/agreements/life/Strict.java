package org.entente.node.agreements.life;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.UUID;
import org.entente.node.kernel.Origins;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A signed object of which every member is expected and understood. */
public record Strict(ObjectNode json, String error) {
    /** Where a node keeps an entente. */
    private static final String ENTENTE = "/ententes/[a-z0-9][a-z0-9-]{0,62}";

    /** Goes on only with exactly these members. */
    public void requireMembers(String... names) {
        if (!Set.copyOf(json.propertyNames()).equals(Set.of(names))) {
            throw wrong("its members");
        }
    }

    /** A text of a form. */
    public String matching(String member, String pattern) {
        JsonNode value = json.path(member);
        if (!value.isString() || !value.stringValue().matches(pattern)) {
            throw wrong(member);
        }
        return value.stringValue();
    }

    /** A SHA-256, base64url. */
    public String hash(String member) {
        return matching(member, "[A-Za-z0-9_-]{43}");
    }

    /** A random UUID in lower case: whatever else an id may be, somebody chose. */
    UUID id(String member) {
        if (!json.path(member).stringValue("").matches(SignedAct.ID)) {
            throw new ProtocolError(
                    error, "wrong: " + member + " is a random UUID (RFC 9562, version 4) in lower case");
        }
        return UUID.fromString(json.path(member).stringValue());
    }

    /** A whole number from 1 on. */
    public int number(String member, int max) {
        JsonNode value = json.path(member);
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > max) {
            throw wrong(member);
        }
        return value.intValue();
    }

    /** A moment of the years that every table and every sum with times is certain to have. */
    public Instant instant(String member) {
        try {
            return Instant.parse(matching(member, "(?!0000)[0-9]{4}-[0-9T:.-]{14,25}Z"));
        } catch (DateTimeParseException e) {
            throw wrong(member);
        }
    }

    /** An address that a node may have. */
    public URI address(String member) {
        return address(json.path(member), member);
    }

    /** The address of an entente: on a node, under the name that its text has there, and nothing behind it. */
    public URI entente(String member) {
        URI address = address(member);
        boolean plain = address.getRawQuery() == null && address.getRawPath().matches(ENTENTE);
        if (!plain) {
            throw wrong(member);
        }
        return address;
    }

    URI address(JsonNode value, String member) {
        try {
            URI address = URI.create(value.asString(""));
            if (Origins.isAcceptable(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // falls through: not an address at all
        }
        throw wrong(member);
    }

    /** A list that is not empty. */
    public ArrayNode array(String member, int limit) {
        if (json.path(member) instanceof ArrayNode array && !array.isEmpty() && array.size() <= limit) {
            return array;
        }
        throw wrong(member);
    }

    /** An object within. */
    public Strict object(String member) {
        if (json.path(member) instanceof ObjectNode object) {
            return new Strict(object, error);
        }
        throw wrong(member);
    }

    ProtocolError wrong(String member) {
        return new ProtocolError(error, "wrong: " + member);
    }
}
