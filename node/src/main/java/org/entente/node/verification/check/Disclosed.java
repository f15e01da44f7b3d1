package org.entente.node.verification.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.JsonNode;
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
        return asked.stream().noneMatch(path -> at(path).isMissingNode())
                && asked.stream().filter(Disclosed::isPseudonym).allMatch(path -> isText(at(path)))
                && leaves(claims, List.of())
                        .allMatch(leaf -> asked.stream().anyMatch(path -> path.covers(new ClaimPath(leaf))));
    }

    /** The claims at these paths. */
    ObjectNode only(Set<ClaimPath> asked) {
        ObjectNode chosen = Json.newObject();
        for (ClaimPath path : asked) {
            List<String> segments = path.segments();
            ObjectNode parent = chosen;
            for (String segment : segments.subList(0, segments.size() - 1)) {
                parent = parent.withObjectProperty(segment);
            }
            parent.set(segments.getLast(), at(path));
        }
        return chosen;
    }

    private static boolean isPseudonym(ClaimPath path) {
        return path.segments().getFirst().equals(PSEUDONYMS);
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isBlank();
    }

    private JsonNode at(ClaimPath path) {
        JsonNode value = claims;
        for (String segment : path.segments()) {
            value = value.path(segment);
        }
        return value;
    }

    /** The paths to all values that are no objects; an array counts as one value. */
    private static Stream<List<String>> leaves(ObjectNode object, List<String> above) {
        return object.properties().stream().flatMap(entry -> {
            List<String> path = new ArrayList<>(above);
            path.add(entry.getKey());
            return entry.getValue() instanceof ObjectNode inner ? leaves(inner, path) : Stream.of(path);
        });
    }
}
