package org.entente.node.wallet.showing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.ClaimQuery;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.Segment;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of an attestation among which its holder chooses: elements of {@code ca_names} of which the issuer hid each by itself
 * (RFC 9901 §4.2.4.2), where the verifier asks for all of them ({@code ["ca_names"]}, {@code ["ca_names", null]}; OID4VP 1.0
 * §7.1) and for none in particular. A verifier cannot tell a name that is left out from one that was never there.
 */
final class NamesToShow {
    static final String NAMES = "ca_names";

    private static final Set<String> OF_NAMES = Set.of(NAMES, "ca_name_pronunciation", "ca_name_legacy");

    private NamesToShow() {}

    /** Their positions; none where the holder has nothing to choose, as with a single name. */
    static Set<Integer> among(CredentialQuery query, List<ClaimPath> disclose, SdJwt credential) {
        Set<Integer> hidden = new TreeSet<>();
        for (List<Segment> place : credential.disclosedPlaces()) {
            if (place.size() == 2
                    && place.getFirst().equals(new Segment.Member(NAMES))
                    && place.getLast() instanceof Segment.Position(int index)) {
                hidden.add(index);
            }
        }
        boolean asked = disclose.stream().anyMatch(NamesToShow::leadsThere);
        boolean open = query.claims().stream()
                .filter(claim -> leadsThere(claim.path()))
                .allMatch(NamesToShow::asksForAll);
        return asked && open && credential.claims().path(NAMES).size() > 1 ? hidden : Set.of();
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

    /** The paths that show all that these show, but of the names only those at some positions. */
    static List<ClaimPath> paths(List<ClaimPath> disclose, Set<Integer> positions) {
        List<ClaimPath> paths = new ArrayList<>(
                disclose.stream().filter(path -> !leadsThere(path)).toList());
        positions.stream()
                .sorted()
                .map(index -> new ClaimPath(List.of(new Segment.Member(NAMES), new Segment.Position(index))))
                .forEach(paths::add);
        return List.copyOf(paths);
    }

    /** The positions of all names, or of those besides these. */
    static Set<Integer> besides(ObjectNode claims, Set<Integer> some) {
        Set<Integer> positions = new TreeSet<>(
                IntStream.range(0, claims.path(NAMES).size()).boxed().toList());
        positions.removeAll(some);
        return positions;
    }

    /** The claims with the names at these positions alone. */
    static ObjectNode withOnly(ObjectNode claims, Set<Integer> positions) {
        ObjectNode fewer = claims.deepCopy();
        ArrayNode names = fewer.putArray(NAMES);
        positions.stream()
                .sorted()
                .forEach(index -> names.add(claims.path(NAMES).path(index)));
        return fewer;
    }
}
