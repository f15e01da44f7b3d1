package org.entente.protocols.sdjwt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts disclosures back in the places that the issuer signed for them (RFC 9901 §7.1). */
final class Disclosures {
    /** Claims that a verifier must always see (SD-JWT VC §2.2.2.2). */
    static final Set<String> NEVER_HIDDEN =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", Disclosure.HASH_ALGORITHM);

    private static final int MAX_DEPTH = Json.MAX_DEPTH;

    private final Map<String, Disclosure> byDigest = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Placed> placed = new ArrayList<>();
    private final ObjectNode claims;

    /**
     * A disclosure and the claim that it shows; an array's element has the path of the array.
     *
     * @param segments the member names from the top
     */
    record Placed(Disclosure disclosure, List<String> segments) {
        /** Whether showing this path takes the disclosure: it lies under the path, or on the way to it. */
        boolean isNeededFor(ClaimPath path) {
            int common = Math.min(segments.size(), path.segments().size());
            return segments.subList(0, common).equals(path.segments().subList(0, common));
        }
    }

    /** @throws ProtocolError {@code invalid_request} when the payload and the disclosures do not fit together */
    Disclosures(ObjectNode payload, List<Disclosure> disclosures) {
        for (Disclosure disclosure : disclosures) {
            if (byDigest.put(disclosure.digest(), disclosure) != null) {
                throw malformed("a disclosure stands twice");
            }
        }
        JsonNode algorithm = payload.path(Disclosure.HASH_ALGORITHM);
        if (!algorithm.isMissingNode() && !"sha-256".equals(algorithm.stringValue(""))) {
            throw malformed("the hash algorithm is sha-256");
        }
        claims = object(payload, List.of(), 0);
        claims.remove(Disclosure.HASH_ALGORITHM);
        if (placed.size() < byDigest.size()) {
            throw malformed("a disclosure is not referenced by the signed payload");
        }
    }

    /** The payload with the disclosed claims in place and every digest gone. */
    ObjectNode claims() {
        return claims;
    }

    /** The disclosures with their places. */
    List<Placed> placed() {
        return placed;
    }

    private JsonNode value(JsonNode value, List<String> path, int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("the disclosures nest too deeply");
        }
        return switch (value) {
            case ObjectNode object -> object(object, path, depth);
            case ArrayNode array -> array(array, path, depth);
            default -> value;
        };
    }

    private ObjectNode object(ObjectNode source, List<String> path, int depth) {
        ObjectNode result = Json.newObject();
        source.properties().forEach(member -> {
            if (member.getKey().equals(Disclosure.ELEMENT)) {
                throw malformed("a hidden element stands outside of an array");
            }
            if (!member.getKey().equals(Disclosure.DIGESTS)) {
                result.set(member.getKey(), value(member.getValue(), append(path, member.getKey()), depth + 1));
            }
        });
        JsonNode digests = source.path(Disclosure.DIGESTS);
        if (!digests.isMissingNode()) {
            if (!digests.isArray()) {
                throw malformed("_sd is an array");
            }
            digests.forEach(digest -> disclosed(digest).ifPresent(found -> addMember(result, found, path, depth)));
        }
        return result;
    }

    private void addMember(ObjectNode result, Disclosure disclosure, List<String> path, int depth) {
        String name = disclosure.name().orElseThrow(() -> malformed("an element's disclosure stands for a member"));
        if (result.has(name) || (path.isEmpty() && NEVER_HIDDEN.contains(name))) {
            throw malformed("a disclosure gives a claim that is already there or may not be hidden");
        }
        List<String> place = append(path, name);
        placed.add(new Placed(disclosure, place));
        result.set(name, value(disclosure.value(), place, depth + 1));
    }

    private ArrayNode array(ArrayNode source, List<String> path, int depth) {
        ArrayNode result = Json.newArray();
        for (JsonNode element : source) {
            if (!(element instanceof ObjectNode object) || !object.has(Disclosure.ELEMENT)) {
                result.add(value(element, path, depth + 1));
                continue;
            }
            if (object.size() != 1) {
                throw malformed("a hidden element has a digest and nothing else");
            }
            disclosed(object.path(Disclosure.ELEMENT)).ifPresent(found -> {
                if (found.name().isPresent()) {
                    throw malformed("a member's disclosure stands for an element");
                }
                placed.add(new Placed(found, path));
                result.add(value(found.value(), path, depth + 1));
            });
        }
        return result;
    }

    /** The disclosure of a digest, if it is among those shown; the same digest may not stand twice. */
    private Optional<Disclosure> disclosed(JsonNode digest) {
        if (!digest.isString()) {
            throw malformed("a digest is a text");
        }
        if (!seen.add(digest.stringValue())) {
            throw malformed("a digest stands twice");
        }
        return Optional.ofNullable(byDigest.get(digest.stringValue()));
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(name);
        return longer;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
