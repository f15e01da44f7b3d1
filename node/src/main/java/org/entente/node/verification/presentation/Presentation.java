package org.entente.node.verification.presentation;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.keys.WrappedKey;
import org.entente.node.verification.PresentationId;
import org.entente.protocols.oid4vp.RequestObject;
import org.jspecify.annotations.Nullable;

/**
 * One asking, as it stands.
 *
 * @param proof the name of its proof path
 * @param purpose the identifier under which ententes know the purpose
 * @param request what the wallet is asked
 * @param sealedKey the sealed private key that the answer is encrypted to; none after the answer
 * @param code what the holder compares when the wallet is on another device
 * @param redirectUri where the wallet sends the holder's browser
 * @param back where the browser goes on to
 * @param released whether the result may be collected by whoever started it
 * @param expiresAt when the request, and after the answer the result, ends
 */
public record Presentation(
        PresentationId id,
        String proof,
        PresentationState state,
        String purpose,
        RequestObject request,
        byte @Nullable [] sealedKey,
        String code,
        URI redirectUri,
        String back,
        boolean released,
        Instant expiresAt) {
    /** The type of credential that is asked. */
    public String credentialType() {
        return request.query().credentials().getFirst().types().getFirst();
    }

    /** Where the holder's browser comes back with its response code. */
    public URI leadingBack(String responseCode) {
        String separator = redirectUri.getRawQuery() == null ? "?" : "&";
        return URI.create(redirectUri + separator + "response_code=" + responseCode);
    }

    /** The key that the answer is encrypted to; empty after the answer. */
    public Optional<WrappedKey> key() {
        return Optional.ofNullable(sealedKey)
                .map(bytes -> new WrappedKey(request.metadata().encryptionKey(), bytes));
    }
}
