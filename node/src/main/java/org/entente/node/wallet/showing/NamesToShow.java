package org.entente.node.wallet.showing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.ClaimQuery;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.Segment;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of an attestation among which its holder chooses: elements of {@code ca_names} of which the issuer hid each by itself
 * (RFC 9901 §4.2.4.2), where the verifier asks for all of them ({@code ["ca_names"]}, {@code ["ca_names", null]}; OID4VP 1.0
 * §7.1) and for none in particular. How a name is said, and its forms for other systems, go with it alone. A verifier cannot tell a name that is left out from one that was never there.
 */
final class NamesToShow {
    static final String NAMES = "ca_names";

    private static final Set<String> OF_NAMES = Set.of(NAMES, "ca_name_pronunciation", "ca_name_legacy");

    private NamesToShow() {}

    /** Their positions; none where the holder has nothing to choose, as with a single name. */
    static Set<Integer> among(CredentialQuery query, List<ClaimPath> disclose, SdJwt credential) {
        boolean asked = disclose.stream().anyMatch(NamesToShow::leadsThere);
        boolean open = query.claims().stream()
                .filter(claim -> leadsThere(claim.path()))
                .allMatch(NamesToShow::asksForAll);
        return asked && open && credential.claims().path(NAMES).size() > 1 ? hidden(credential, NAMES) : Set.of();
    }

    /** The elements of a claim that the issuer hid each by itself. */
    private static Set<Integer> hidden(SdJwt credential, String claim) {
        Set<Integer> hidden = new TreeSet<>();
        for (List<Segment> place : credential.disclosedPlaces()) {
            if (place.size() == 2
                    && place.getFirst().equals(new Segment.Member(claim))
                    && place.getLast() instanceof Segment.Position(int index)) {
                hidden.add(index);
            }
        }
        return hidden;
    }

    /** What claims say of names: them, how they are said, and their forms for other systems. */
    static ObjectNode said(ObjectNode claims) {
        ObjectNode said = Json.newObject();
        claims.properties().stream()
                .filter(claim -> OF_NAMES.contains(claim.getKey()))
                .forEach(claim -> said.set(claim.getKey(), claim.getValue()));
        return said;
    }

    /** SHA-256 of what claims say of names, in base64url. */
    static String digest(ObjectNode claims) {
        return Secrets.base64url(Secrets.sha256(Json.write(said(claims)).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean leadsThere(ClaimPath path) {
        return path.first().equals(NAMES);
    }

    private static boolean asksForAll(ClaimQuery claim) {
        return claim.values().isEmpty()
                && claim.path().segments().stream().noneMatch(Segment.Position.class::isInstance);
    }

    /**
     * The paths that show all that these show, but of the names only those at some positions, and of how names are said and of their
     * forms only what is said of these: an element says of which name it is. One that the issuer did not hide by itself goes along
     * with the others.
     */
    static List<ClaimPath> paths(List<ClaimPath> disclose, Set<Integer> positions, SdJwt credential) {
        ObjectNode claims = credential.claims();
        Set<String> names = positions.stream()
                .map(index -> full(claims.path(NAMES).path(index)))
                .collect(Collectors.toSet());
        List<ClaimPath> paths = only(disclose, NAMES, positions);
        for (String claim : OF_NAMES) {
            JsonNode elements = claims.path(claim);
            if (!claim.equals(NAMES) && elements.isArray()) {
                Set<Integer> hidden = hidden(credential, claim);
                Set<Integer> left = all(elements);
                left.removeIf(index -> hidden.contains(index) && !names.contains(full(elements.path(index))));
                paths = only(paths, claim, left);
            }
        }
        return paths;
    }

    /** The same paths, but into the array of a claim only those to some positions. */
    private static List<ClaimPath> only(List<ClaimPath> paths, String claim, Set<Integer> positions) {
        return paths.stream()
                .flatMap(path -> path.first().equals(claim)
                        ? positions.stream().sorted().flatMap(index -> at(path, index).stream())
                        : Stream.of(path))
                .distinct()
                .toList();
    }

    /** A path into an array as one to this element alone; empty where it leads to another. */
    private static Optional<ClaimPath> at(ClaimPath path, int index) {
        Segment position = new Segment.Position(index);
        List<Segment> segments = new ArrayList<>(path.segments());
        if (segments.size() == 1) {
            segments.add(position);
        } else if (segments.get(1).covers(position)) {
            segments.set(1, position);
        } else {
            return Optional.empty();
        }
        return Optional.of(new ClaimPath(segments));
    }

    private static String full(JsonNode element) {
        return element.path("full").asString("");
    }

    /** The positions of all names, or of those besides these. */
    static Set<Integer> besides(ObjectNode claims, Set<Integer> some) {
        Set<Integer> positions = all(claims.path(NAMES));
        positions.removeAll(some);
        return positions;
    }

    private static Set<Integer> all(JsonNode elements) {
        return IntStream.range(0, elements.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
