package org.entente.protocols.federation;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an entity says of trust marks in its configuration (OpenID Federation 1.0 §3.1.2).
 *
 * @param own those that it bears
 * @param issuers as a trust anchor: for each type, who may issue it; anybody where nobody is named
 */
public record Marks(List<TrustMark> own, Map<String, Set<URI>> issuers) {
    /** None. */
    public static final Marks NONE = new Marks(List.of(), Map.of());

    /** The most marks, types and issuers of a type. */
    public static final int MAX_MARKS = 64;

    private static final String MARKS = "trust_marks";
    private static final String ISSUERS = "trust_mark_issuers";

    public Marks {
        own = List.copyOf(own);
        issuers = Map.copyOf(issuers);
    }

    static Marks parse(Claims claims) {
        return new Marks(
                elements(claims).stream().map(element -> mark(claims, element)).toList(), issuers(claims));
    }

    void writeTo(ObjectNode statement) {
        if (!own.isEmpty()) {
            statement.set(MARKS, TrustMark.array(own));
        }
        if (!issuers.isEmpty()) {
            ObjectNode byType = statement.putObject(ISSUERS);
            issuers.keySet().stream().sorted().forEach(type -> {
                ArrayNode array = byType.putArray(type);
                new TreeSet<>(issuers.get(type)).forEach(issuer -> array.add(issuer.toString()));
            });
        }
    }

    private static TrustMark mark(Claims claims, JsonNode element) {
        if (!(element instanceof ObjectNode object)) {
            throw malformed(claims, MARKS);
        }
        TrustMark mark = TrustMark.parse(object.path("trust_mark").stringValue(""));
        if (!object.path("trust_mark_type").stringValue("").equals(mark.markType())) {
            throw malformed(claims, MARKS);
        }
        return mark;
    }

    private static List<JsonNode> elements(Claims claims) {
        JsonNode array = claims.claims().path(MARKS);
        if (array.isMissingNode()) {
            return List.of();
        }
        if (!array.isArray() || array.size() > MAX_MARKS) {
            throw malformed(claims, MARKS);
        }
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static Map<String, Set<URI>> issuers(Claims claims) {
        ObjectNode byType = claims.optionalObject(ISSUERS).orElseGet(Json::newObject);
        if (byType.size() > MAX_MARKS) {
            throw malformed(claims, ISSUERS);
        }
        Map<String, Set<URI>> issuers = new LinkedHashMap<>();
        Claims types = new Claims(byType, claims.error());
        byType.properties()
                .forEach(member -> issuers.put(member.getKey(), Set.copyOf(types.uris(member.getKey(), MAX_MARKS))));
        return issuers;
    }

    private static ProtocolError malformed(Claims claims, String name) {
        return new ProtocolError(claims.error(), "the claim " + name + " is not what it should be");
    }
}
