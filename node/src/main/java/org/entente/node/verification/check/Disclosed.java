package org.entente.node.verification.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.Segment;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The claims about the holder that a presentation shows: everything but what every credential carries in the clear. */
record Disclosed(ObjectNode claims) {
    /** What is about the credential and not about its holder (SD-JWT VC §2.2.2). */
    private static final Set<String> TECHNICAL =
            Set.of("iss", "iat", "nbf", "exp", "vct", "vct#integrity", "cnf", "status");

    /** Under which a credential has one for each sector. */
    private static final String PSEUDONYMS = "pseudonyms";

    static Disclosed of(SdJwt credential) {
        ObjectNode claims = credential.claims();
        claims.remove(TECHNICAL);
        return new Disclosed(claims);
    }

    /**
     * Whether each of these paths leads to a claim, each claim is covered by one of them, and each pseudonym is a text: by
     * nothing, all who have none would be one person.
     */
    boolean isExactly(Set<ClaimPath> asked) {
        return asked.stream().noneMatch(path -> path.selected(claims).isEmpty())
                && asked.stream().filter(Disclosed::isPseudonym).allMatch(this::isText)
                && leaves(claims, List.of())
                        .allMatch(leaf -> asked.stream().anyMatch(path -> path.covers(new ClaimPath(leaf))));
    }

    /** The claims at these paths, of which nothing else may be shown: an array of which some is asked is here whole. */
    ObjectNode only(Set<ClaimPath> asked) {
        ObjectNode chosen = Json.newObject();
        for (ClaimPath path : asked) {
            List<String> members = path.members();
            ObjectNode parent = chosen;
            for (String member : members.subList(0, members.size() - 1)) {
                parent = parent.withObjectProperty(member);
            }
            parent.set(members.getLast(), ClaimPath.of(members).in(claims));
        }
        return chosen;
    }

    private static boolean isPseudonym(ClaimPath path) {
        return path.first().equals(PSEUDONYMS);
    }

    private boolean isText(ClaimPath path) {
        JsonNode value = path.in(claims);
        return value.isString() && !value.stringValue().isBlank();
    }

    /** The paths to all values that hold no others. */
    private static Stream<List<Segment>> leaves(JsonNode value, List<Segment> path) {
        return switch (value) {
            case ObjectNode object ->
                object.properties().stream()
                        .flatMap(member -> leaves(member.getValue(), and(path, new Segment.Member(member.getKey()))));
            case ArrayNode array ->
                IntStream.range(0, array.size())
                        .boxed()
                        .flatMap(index -> leaves(array.path(index), and(path, new Segment.Position(index))));
            default -> Stream.of(path);
        };
    }

    private static List<Segment> and(List<Segment> path, Segment next) {
        List<Segment> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
