package org.entente.protocols.dcql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One credential that is asked for (OID4VP 1.0 §6.1).
 *
 * @param id its name within the query: letters, digits, underscore and hyphen
 * @param format the credential format identifier, {@code dc+sd-jwt} for instance
 * @param types the credential types of which any one serves ({@code meta.vct_values}, Appendix B.3.5)
 * @param authorities trust anchors of which any one serves; empty when any will do
 * @param claims what is asked; empty when nothing selectively disclosable is
 * @param claimSets alternatives in order of preference, as names of claims; empty when all claims are asked
 */
public record CredentialQuery(
        String id,
        String format,
        List<String> types,
        List<TrustedAuthority> authorities,
        List<ClaimQuery> claims,
        List<List<String>> claimSets) {
    /** The most claims, types or authorities one query may name. */
    public static final int MAX_ENTRIES = 64;

    private static final String SD_JWT_VC = "dc+sd-jwt";

    public CredentialQuery {
        types = List.copyOf(types);
        authorities = List.copyOf(authorities);
        claims = List.copyOf(claims);
        claimSets = claimSets.stream().map(List::copyOf).toList();
        DcqlQuery.requireId(id);
        if (format.isEmpty()) {
            throw DcqlQuery.invalid("a credential query names its format");
        }
        if (format.equals(SD_JWT_VC) && types.isEmpty()) {
            throw DcqlQuery.invalid("meta names the types of credential that serve");
        }
        if (claims.stream().map(ClaimQuery::path).distinct().count() < claims.size()) {
            throw DcqlQuery.invalid("a credential query names a claim once");
        }
        requireNamed(claims, claimSets);
    }

    /** A query for all of some claims of one credential type. */
    public static CredentialQuery of(
            String id, String format, String type, List<TrustedAuthority> authorities, List<ClaimPath> claims) {
        return new CredentialQuery(
                id,
                format,
                List.of(type),
                authorities,
                claims.stream().map(ClaimQuery::of).toList(),
                List.of());
    }

    /** The paths of all claims that may be disclosed in answer. */
    public Set<ClaimPath> paths() {
        Set<ClaimPath> paths = new HashSet<>();
        claims.forEach(claim -> paths.add(claim.path()));
        return paths;
    }

    /** Whether an SD-JWT VC may answer it. */
    public boolean isForSdJwt() {
        return format.equals(SD_JWT_VC);
    }

    static CredentialQuery parse(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            throw DcqlQuery.invalid("a credential query is an object");
        }
        if (DcqlQuery.flag(object, "multiple", false)) {
            throw DcqlQuery.invalid("several presentations for one credential query are not supported");
        }
        if (!DcqlQuery.flag(object, "require_cryptographic_holder_binding", true)) {
            throw DcqlQuery.invalid("a presentation without holder binding is not supported");
        }
        if (!object.path("meta").isObject()) {
            throw DcqlQuery.invalid("a credential query has meta, an object");
        }
        return new CredentialQuery(
                DcqlQuery.text(object, "id"),
                DcqlQuery.text(object, "format"),
                DcqlQuery.texts(object.path("meta").path("vct_values")),
                DcqlQuery.list(object, "trusted_authorities", TrustedAuthority::parse),
                DcqlQuery.list(object, "claims", ClaimQuery::parse),
                DcqlQuery.list(object, "claim_sets", DcqlQuery::texts));
    }

    ObjectNode toJson() {
        ObjectNode object = Json.newObject().put("id", id).put("format", format);
        ArrayNode values = object.putObject("meta").putArray("vct_values");
        types.forEach(values::add);
        if (!authorities.isEmpty()) {
            ArrayNode array = object.putArray("trusted_authorities");
            authorities.forEach(authority -> array.add(authority.toJson()));
        }
        if (!claims.isEmpty()) {
            ArrayNode array = object.putArray("claims");
            claims.forEach(claim -> array.add(claim.toJson()));
        }
        if (!claimSets.isEmpty()) {
            ArrayNode array = object.putArray("claim_sets");
            claimSets.forEach(set -> set.forEach(array.addArray()::add));
        }
        return object;
    }

    Optional<ClaimQuery> claim(String name) {
        return claims.stream().filter(claim -> claim.id().equals(name)).findFirst();
    }

    private static void requireNamed(List<ClaimQuery> claims, List<List<String>> claimSets) {
        Set<String> names = new HashSet<>();
        for (ClaimQuery claim : claims) {
            if (!claim.id().isEmpty() && !names.add(claim.id())) {
                throw DcqlQuery.invalid("a claim's name appears once in a credential query");
            }
        }
        for (List<String> set : claimSets) {
            if (set.isEmpty() || !names.containsAll(set)) {
                throw DcqlQuery.invalid("a claim set names claims of its query");
            }
        }
    }
}
