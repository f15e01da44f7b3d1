package org.entente.node.wallet.receiving;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
import org.entente.protocols.oauth.CodeVerifier;
import org.entente.protocols.oid4vci.AuthorizationCode;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.entente.protocols.oid4vci.TransactionCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An offer that this wallet can take up, with what the issuer and its authorization server say of themselves. The
 * metadata is what the holder was shown: accepting does not read it again.
 *
 * @param issuer with the configurations that are offered and no others
 */
record KnownOffer(CredentialOffer offer, IssuerMetadata issuer, AuthorizationServerMetadata server) {
    private static final String AUTHORIZATION_ENDPOINT = "authorization_endpoint";

    URI issuerId() {
        return offer.credentialIssuer();
    }

    Optional<PreAuthorizedCode> preAuthorized() {
        return offer.preAuthorized();
    }

    /** Whether a code from the issuer is to be typed in. */
    Optional<TransactionCode> transactionCode() {
        return preAuthorized().flatMap(PreAuthorizedCode::transactionCode);
    }

    /**
     * Whether the holder can be led to the issuer to allow it: the offer says so or names no grant at all (OID4VCI 1.0
     * §4.1.1), and the server takes a challenge by S256.
     *
     * @throws ProtocolError when the server's metadata are malformed
     */
    boolean canAsk() {
        boolean offered =
                offer.authorizationCode().isPresent() || offer.preAuthorized().isEmpty();
        return offered
                && server.endpoint(AUTHORIZATION_ENDPOINT).isPresent()
                && server.lists("code_challenge_methods_supported", CodeVerifier.METHOD);
    }

    /** Where the holder's browser goes; there is one if {@link #canAsk}. */
    URI authorizationEndpoint() {
        return server.endpoint(AUTHORIZATION_ENDPOINT).orElseThrow();
    }

    /** Where the request is pushed before; none where the server takes it from the browser only. */
    Optional<URI> pushEndpoint() {
        return server.endpoint("pushed_authorization_request_endpoint");
    }

    /** Where a permission is given back (RFC 7009); none where the server says nothing of it that can be read. */
    Optional<URI> revocationEndpoint() {
        try {
            return server.endpoint("revocation_endpoint");
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    List<CredentialConfiguration> configurations() {
        return issuer.configurations();
    }

    /** Where key proofs get their nonce. */
    URI nonceEndpoint() {
        return issuer.nonceEndpoint()
                .orElseThrow(() -> new IllegalStateException("an issuer without nonces is not taken up"));
    }

    /**
     * The same for the same offer, however it was reached.
     *
     * @param id tells apart what carries nothing that would: a holder's own wish
     */
    byte[] digest(UUID id) {
        String own = preAuthorized()
                .map(PreAuthorizedCode::code)
                .or(() -> offer.authorizationCode().flatMap(AuthorizationCode::issuerState))
                .orElseGet(id::toString);
        return Secrets.sha256((issuerId() + "\n" + own).getBytes(StandardCharsets.UTF_8));
    }

    byte[] toBytes() {
        ObjectNode json = Json.newObject();
        json.set("offer", offer.toJson());
        json.set("issuer", issuer.toJson());
        json.set("server", server.toJson());
        return Json.bytes(json);
    }

    static KnownOffer of(byte[] bytes) {
        ObjectNode json = Json.object(bytes);
        CredentialOffer offer = CredentialOffer.parse((ObjectNode) json.path("offer"));
        ObjectNode server = (ObjectNode) json.path("server");
        return new KnownOffer(
                offer,
                IssuerMetadata.parse((ObjectNode) json.path("issuer"), offer.credentialIssuer()),
                AuthorizationServerMetadata.parse(
                        server, URI.create(server.path("issuer").asString(""))));
    }
}
