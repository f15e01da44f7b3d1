package org.entente.protocols.dcql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A claims path pointer (OpenID4VP 1.0 §7): {@code ["address", "locality"]}, or into an array {@code ["nationalities", null]}.
 *
 * <pre>{@code
 * ClaimPath.of("address").covers(ClaimPath.of("address", "locality")) // true
 * }</pre>
 */
public record ClaimPath(List<Segment> segments) {
    /** The longest path that is read. */
    public static final int MAX_SEGMENTS = 16;

    /** The longest member name that is read, in characters. */
    public static final int MAX_SEGMENT_LENGTH = 256;

    /** @throws ProtocolError {@code invalid_request} when there are none or too many segments, or one is out of bounds */
    public ClaimPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.size() > MAX_SEGMENTS) {
            throw malformed("a claim path has 1 to " + MAX_SEGMENTS + " segments");
        }
        if (!segments.stream().allMatch(ClaimPath::isInBounds)) {
            throw malformed("a name in a claim path has 1 to " + MAX_SEGMENT_LENGTH
                    + " characters, and a position is not negative");
        }
    }

    private static boolean isInBounds(Segment segment) {
        return switch (segment) {
            case Segment.Member(String name) -> !name.isEmpty() && name.length() <= MAX_SEGMENT_LENGTH;
            case Segment.Position(int index) -> index >= 0;
            case Segment.Every _ -> true;
        };
    }

    /** The path through these members. */
    public static ClaimPath of(String... members) {
        return of(Arrays.asList(members));
    }

    /** The path through these members, from the top. */
    public static ClaimPath of(List<String> members) {
        return new ClaimPath(
                members.stream().map(name -> (Segment) new Segment.Member(name)).toList());
    }

    /**
     * Reads the JSON form.
     *
     * @throws ProtocolError {@code invalid_request} when it is anything but a short, non-empty array of names, nulls and
     *     non-negative integers
     */
    public static ClaimPath parse(JsonNode path) {
        if (!path.isArray() || path.size() > MAX_SEGMENTS) {
            throw malformed("a claim path is a short array");
        }
        return new ClaimPath(path.valueStream().map(ClaimPath::segment).toList());
    }

    /**
     * Reads the JSON form of a path through members alone, which is all that our own documents say.
     *
     * @throws ProtocolError {@code invalid_request} when it is malformed, or leads into an array
     */
    public static ClaimPath parseMembers(JsonNode path) {
        ClaimPath read = parse(path);
        if (read.members().size() < read.segments.size()) {
            throw malformed("a claim path is of names alone here; an array is asked for whole");
        }
        return read;
    }

    private static Segment segment(JsonNode segment) {
        if (segment.isString()) {
            return new Segment.Member(segment.stringValue());
        }
        if (segment.isNull()) {
            return new Segment.Every();
        }
        if (segment.isIntegralNumber() && segment.canConvertToInt()) {
            return new Segment.Position(segment.intValue());
        }
        throw malformed("a segment of a claim path is a name, a position or null");
    }

    /** The member names from the top, up to the first step into an array: the whole path where it has none. */
    public List<String> members() {
        return segments.stream()
                .takeWhile(Segment.Member.class::isInstance)
                .map(Segment::toString)
                .toList();
    }

    /** The member at the top; empty where the path begins otherwise and so leads nowhere in a credential. */
    public String first() {
        return segments.getFirst() instanceof Segment.Member(String name) ? name : "";
    }

    /**
     * The paths to what this one selects (§7.1.1), each with a position where this one says all; none when it leads nowhere,
     * or a step does not fit what is there.
     */
    public List<ClaimPath> selected(JsonNode root) {
        List<Place> places = List.of(new Place(List.of(), root));
        for (Segment segment : segments) {
            if (!places.stream().allMatch(place -> place.fits(segment))) {
                return List.of();
            }
            places = places.stream().flatMap(place -> place.follow(segment)).toList();
        }
        return places.stream().map(place -> new ClaimPath(place.path())).toList();
    }

    /** A value on the way, and the path to it. */
    private record Place(List<Segment> path, JsonNode value) {
        boolean fits(Segment segment) {
            return segment instanceof Segment.Member ? value.isObject() : value.isArray();
        }

        Stream<Place> follow(Segment segment) {
            return switch (segment) {
                case Segment.Member(String name) -> to(segment, value.path(name));
                case Segment.Position(int index) -> to(segment, value.path(index));
                case Segment.Every _ ->
                    IntStream.range(0, value.size())
                            .boxed()
                            .flatMap(index -> to(new Segment.Position(index), value.path(index)));
            };
        }

        private Stream<Place> to(Segment segment, JsonNode found) {
            List<Segment> longer = new ArrayList<>(path);
            longer.add(segment);
            return found.isMissingNode() ? Stream.empty() : Stream.of(new Place(longer, found));
        }
    }

    /** What stands at this path; missing where nothing does, and for a path to all elements of an array. */
    public JsonNode in(JsonNode root) {
        JsonNode value = root;
        for (Segment segment : segments) {
            value = switch (segment) {
                case Segment.Member(String name) -> value.path(name);
                case Segment.Position(int index) -> value.path(index);
                case Segment.Every _ -> MissingNode.getInstance();
            };
        }
        return value;
    }

    /** Whether this path is the other one or leads to it, so that whoever may see this claim may see the other. */
    public boolean covers(ClaimPath other) {
        return segments.size() <= other.segments.size()
                && IntStream.range(0, segments.size())
                        .allMatch(at -> segments.get(at).covers(other.segments.get(at)));
    }

    /** Whether one of the two is the other or a part of it, or both may select the same. */
    public boolean overlaps(ClaimPath other) {
        return IntStream.range(0, Math.min(segments.size(), other.segments.size()))
                .allMatch(at -> segments.get(at).covers(other.segments.get(at))
                        || other.segments.get(at).covers(segments.get(at)));
    }

    /** The JSON form. */
    public ArrayNode toJson() {
        ArrayNode array = Json.newArray();
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Member(String name) -> array.add(name);
                case Segment.Position(int index) -> array.add(index);
                case Segment.Every _ -> array.addNull();
            }
        }
        return array;
    }

    /** The segments joined by dots, for people; all elements of an array as a star. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining("."));
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
