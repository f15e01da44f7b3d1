package org.entente.protocols.oid4vp;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oid4vp.WalletAnswer.Declined;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that cannot be answered as it stands, and by what its verifier is told so (OID4VP 1.0 §8.5). It is as
 * trustworthy as the signature under it.
 *
 * @param clientId who asks
 * @param responseUri where it wants its answer
 * @param nonce tells it from others; empty where it has none
 * @param error what is wrong, with the request's {@code state}
 * @param metadata how to encrypt the error; empty when the request does not ask for that, or gives no key for it
 */
public record FaultyRequest(
        String clientId, URI responseUri, String nonce, Declined error, Optional<ClientMetadata> metadata) {
    private static final String IN_THE_CLEAR = "direct_post";

    /** What a wallet may find wrong with a request. */
    private static final Set<String> CODES = Set.of(
            Declined.INVALID_SCOPE,
            Declined.INVALID_TRANSACTION_DATA,
            Declined.FORMATS_NOT_SUPPORTED,
            Declined.UNSUPPORTED_RESPONSE_TYPE);

    /** Reads what is needed to tell the verifier; empty when it cannot be told by {@code direct_post}. */
    static Optional<FaultyRequest> find(ObjectNode claims, ProtocolError error) {
        String mode = claims.path("response_mode").stringValue("");
        if (!mode.equals(IN_THE_CLEAR) && !mode.equals(Oid4vp.RESPONSE_MODE)) {
            return Optional.empty();
        }
        try {
            String code = CODES.contains(error.code()) ? error.code() : Declined.INVALID_REQUEST;
            return Optional.of(new FaultyRequest(
                    Oid4vp.required(claims, "client_id"),
                    RequestObject.address(Oid4vp.required(claims, "response_uri")),
                    claims.path("nonce").stringValue(""),
                    new Declined(code, Oid4vp.optional(claims, "state").orElse("")),
                    mode.equals(Oid4vp.RESPONSE_MODE) ? metadata(claims) : Optional.empty()));
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    private static Optional<ClientMetadata> metadata(ObjectNode claims) {
        try {
            ClientMetadata metadata = ClientMetadata.parse(claims.path("client_metadata"));
            metadata.encryptionKey();
            metadata.contentEncryption();
            return Optional.of(metadata);
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    /** What tells the verifier: encrypted where it asked for that and can be had, else in the clear (§8.3.1). */
    public DirectPost toPost() {
        return metadata.<DirectPost>map(to -> new DirectPost.Encrypted(error.encrypt(to)))
                .orElseGet(() -> new DirectPost.Failed(error));
    }
}
