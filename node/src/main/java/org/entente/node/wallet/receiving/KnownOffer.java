package org.entente.node.wallet.receiving;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
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
    URI issuerId() {
        return offer.credentialIssuer();
    }

    PreAuthorizedCode grant() {
        return offer.preAuthorized()
                .orElseThrow(() -> new IllegalStateException("an offer without this grant is not taken up"));
    }

    Optional<TransactionCode> transactionCode() {
        return grant().transactionCode();
    }

    List<CredentialConfiguration> configurations() {
        return issuer.configurations();
    }

    /** Where key proofs get their nonce. */
    URI nonceEndpoint() {
        return issuer.nonceEndpoint()
                .orElseThrow(() -> new IllegalStateException("an issuer without nonces is not taken up"));
    }

    /** The same for the same offer, however it was reached. */
    byte[] digest() {
        return Secrets.sha256((issuerId() + "\n" + grant().code()).getBytes(StandardCharsets.UTF_8));
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
