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
import org.entente.protocols.dcql.Segment;
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
     * A disclosure and the claim that it shows.
     *
     * @param path from the top; an array's element has its position among those that can be read
     */
    record Placed(Disclosure disclosure, List<Segment> path) {
        /** Whether showing what stands there takes the disclosure: it lies under the path, or on the way to it. */
        boolean isNeededFor(ClaimPath shown) {
            int common = Math.min(path.size(), shown.segments().size());
            return path.subList(0, common).equals(shown.segments().subList(0, common));
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

    private JsonNode value(JsonNode value, List<Segment> path, int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("the disclosures nest too deeply");
        }
        return switch (value) {
            case ObjectNode object -> object(object, path, depth);
            case ArrayNode array -> array(array, path, depth);
            default -> value;
        };
    }

    private ObjectNode object(ObjectNode source, List<Segment> path, int depth) {
        ObjectNode result = Json.newObject();
        source.properties().forEach(member -> {
            if (member.getKey().equals(Disclosure.ELEMENT)) {
                throw malformed("a hidden element stands outside of an array");
            }
            if (!member.getKey().equals(Disclosure.DIGESTS)) {
                result.set(
                        member.getKey(),
                        value(member.getValue(), append(path, new Segment.Member(member.getKey())), depth + 1));
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

    private void addMember(ObjectNode result, Disclosure disclosure, List<Segment> path, int depth) {
        String name = disclosure.name().orElseThrow(() -> malformed("an element's disclosure stands for a member"));
        if (result.has(name) || (path.isEmpty() && NEVER_HIDDEN.contains(name))) {
            throw malformed("a disclosure gives a claim that is already there or may not be hidden");
        }
        List<Segment> place = append(path, new Segment.Member(name));
        placed.add(new Placed(disclosure, place));
        result.set(name, value(disclosure.value(), place, depth + 1));
    }

    private ArrayNode array(ArrayNode source, List<Segment> path, int depth) {
        ArrayNode result = Json.newArray();
        for (JsonNode element : source) {
            if (!(element instanceof ObjectNode object) || !object.has(Disclosure.ELEMENT)) {
                result.add(value(element, append(path, after(result)), depth + 1));
                continue;
            }
            if (object.size() != 1) {
                throw malformed("a hidden element has a digest and nothing else");
            }
            disclosed(object.path(Disclosure.ELEMENT)).ifPresent(found -> {
                if (found.name().isPresent()) {
                    throw malformed("a member's disclosure stands for an element");
                }
                List<Segment> place = append(path, after(result));
                placed.add(new Placed(found, place));
                result.add(value(found.value(), place, depth + 1));
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

    private static List<Segment> append(List<Segment> path, Segment next) {
        List<Segment> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(next);
        return longer;
    }

    private static Segment after(ArrayNode elements) {
        return new Segment.Position(elements.size());
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
