package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.federation.MetadataPolicy;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a government demands of the metadata of its own organisations, so that a wallet which follows the federation holds
 * them to the ententes (OpenID Federation 1.0 §6.1). {@code dcql_queries} is of a draft: OpenID Federation for Wallet
 * Architectures, draft 05, which the endpoint says beside it.
 */
final class CompilePolicy {
    /**
     * So many queries fit into a statement that every reader takes. Beyond it a wallet which holds verifiers to them refuses
     * the others: more than was agreed is never let through.
     */
    static final int MAX_QUERIES = 32;

    private CompilePolicy() {}

    static MetadataPolicy of(Collection<HeldEntente> held, URI organisation, Instant now) {
        List<DcqlQuery> queries = held.stream()
                .flatMap(entente -> CompileQueries.of(entente, organisation, now).stream())
                .limit(MAX_QUERIES)
                .toList();
        if (queries.isEmpty()) {
            return MetadataPolicy.NONE;
        }
        ArrayNode values = Json.newArray();
        queries.forEach(query -> values.add(query.toJson()));
        ObjectNode claim = Json.newObject();
        ObjectNode verifier = claim.putObject("openid_credential_verifier");
        verifier.putObject("dcql_queries").set("value", values);
        verifier.putObject("client_id").put("essential", true);
        return MetadataPolicy.parse(claim);
    }
}
