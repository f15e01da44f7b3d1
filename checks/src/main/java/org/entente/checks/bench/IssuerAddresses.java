package org.entente.checks.bench;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.entente.node.kernel.Origins;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where an OID4VCI issuer answers, as it says itself (OID4VCI 1.0 §12.2, RFC 8414).
 *
 * @param nonce where nonces come from, if it has any (§7)
 */
record IssuerAddresses(URI issuer, URI token, Optional<URI> nonce, URI credential) {
    static IssuerAddresses discover(URI issuer) {
        try (Wires wires = new Wires()) {
            ObjectNode metadata = read(wires, wellKnown("openid-credential-issuer", issuer));
            URI server =
                    URI.create(metadata.path("authorization_servers").path(0).asString(issuer.toString()));
            ObjectNode authorization = read(wires, wellKnown("oauth-authorization-server", server));
            return new IssuerAddresses(
                    issuer,
                    address(authorization, "token_endpoint"),
                    metadata.has("nonce_endpoint")
                            ? Optional.of(address(metadata, "nonce_endpoint"))
                            : Optional.empty(),
                    address(metadata, "credential_endpoint"));
        }
    }

    private static ObjectNode read(Wires wires, URI address) {
        return Json.object(
                wires.get(address, Map.of("Accept", "application/json")).expect(200));
    }

    /** The well-known part goes between host and path (OID4VCI 1.0 §12.2.2, RFC 8414 §3). */
    private static URI wellKnown(String name, URI identifier) {
        String path = identifier.getRawPath().equals("/") ? "" : identifier.getRawPath();
        return URI.create(Origins.of(identifier) + "/.well-known/" + name + path);
    }

    private static URI address(ObjectNode metadata, String name) {
        String address = metadata.path(name).asString("");
        if (address.isEmpty()) {
            throw new BenchFailed("the issuer names no " + name);
        }
        return URI.create(address);
    }
}
