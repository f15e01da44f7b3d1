package org.entente.protocols.dcql;

import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A claims path pointer (OpenID4VP 1.0 §7) whose segments are member names: {@code ["address", "locality"]}. Array
 * positions and the wildcard {@code null} are refused, since no credential type here has a use for them.
 *
 * <pre>{@code
 * ClaimPath.of("address").covers(ClaimPath.of("address", "locality")) // true
 * }</pre>
 */
public record ClaimPath(List<String> segments) {
    /** The longest path that is read. */
    public static final int MAX_SEGMENTS = 16;

    /** The longest member name that is read, in characters. */
    public static final int MAX_SEGMENT_LENGTH = 256;

    /** @throws ProtocolError {@code invalid_request} when there are none, too many or too long segments */
    public ClaimPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.size() > MAX_SEGMENTS) {
            throw malformed("a claim path has 1 to " + MAX_SEGMENTS + " segments");
        }
        if (segments.stream().anyMatch(segment -> segment.isEmpty() || segment.length() > MAX_SEGMENT_LENGTH)) {
            throw malformed("a segment of a claim path has 1 to " + MAX_SEGMENT_LENGTH + " characters");
        }
    }

    /** The path through these members. */
    public static ClaimPath of(String... segments) {
        return new ClaimPath(List.of(segments));
    }

    /** Reads the JSON form; refuses anything but a non-empty array of strings. */
    public static ClaimPath parse(JsonNode path) {
        if (!path.isArray() || path.size() > MAX_SEGMENTS) {
            throw malformed("a claim path is a short array");
        }
        return new ClaimPath(path.valueStream().map(ClaimPath::segment).toList());
    }

    private static String segment(JsonNode segment) {
        if (!segment.isString()) {
            throw malformed("a segment of a claim path is a member name; positions and wildcards are not supported");
        }
        return segment.stringValue();
    }

    /** Whether this path is the other one or leads to it, so that whoever may see this claim may see the other. */
    public boolean covers(ClaimPath other) {
        return segments.size() <= other.segments.size() && segments.equals(other.segments.subList(0, segments.size()));
    }

    /** Whether one of the two is the other or a part of it. */
    public boolean overlaps(ClaimPath other) {
        return covers(other) || other.covers(this);
    }

    /** The JSON form. */
    public ArrayNode toJson() {
        ArrayNode array = Json.newArray();
        segments.forEach(array::add);
        return array;
    }

    /** The segments joined by dots, for people. */
    @Override
    public String toString() {
        return String.join(".", segments);
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
