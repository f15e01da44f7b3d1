package org.entente.node.trust;

import java.net.URI;
import java.net.URISyntaxException;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.node.ObjectNode;

/** Where this node's federation endpoints are (OpenID Federation 1.0 §8), and how they read an entity's identifier. */
public final class FederationPaths {
    public static final String FETCH = "/federation/fetch";
    public static final String LIST = "/federation/list";
    public static final String RESOLVE = "/federation/resolve";
    public static final String TRUST_MARK = "/federation/trust-mark";
    public static final String TRUST_MARKED = "/federation/trust-marked";
    public static final String TRUST_MARK_STATUS = "/federation/trust-mark-status";
    public static final String HISTORICAL_KEYS = "/federation/historical-keys";

    private static final int MAX_LENGTH = 2048;

    /** Of which draft {@code dcql_queries} is, as a web link says it of an answer (RFC 8288, RFC 6906). */
    public static final String DRAFT_OF_QUERIES =
            "<https://openid.net/specs/openid-federation-wallet-1_0.html>; rel=\"profile\";"
                    + " title=\"dcql_queries: OpenID Federation for Wallet Architectures 1.0, draft 05\"";

    private FederationPaths() {}

    /** Writes them into the metadata of the federation entity (§5.1.1). */
    public static void writeTo(ObjectNode metadata, NodeIdentity node) {
        metadata.put("federation_fetch_endpoint", node.origin() + FETCH)
                .put("federation_list_endpoint", node.origin() + LIST)
                .put("federation_resolve_endpoint", node.origin() + RESOLVE)
                .put("federation_trust_mark_endpoint", node.origin() + TRUST_MARK)
                .put("federation_trust_mark_list_endpoint", node.origin() + TRUST_MARKED)
                .put("federation_trust_mark_status_endpoint", node.origin() + TRUST_MARK_STATUS)
                .put("federation_historical_keys_endpoint", node.origin() + HISTORICAL_KEYS);
    }

    /**
     * Reads an entity's identifier from a request.
     *
     * @throws ProtocolError {@code invalid_request} when it is none
     */
    public static URI entity(String text) {
        try {
            URI entity = new URI(text);
            if (text.length() <= MAX_LENGTH && entity.isAbsolute()) {
                return entity;
            }
        } catch (URISyntaxException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_request", "an entity identifier is an address");
    }
}
