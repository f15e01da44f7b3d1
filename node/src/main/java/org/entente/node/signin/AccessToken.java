package org.entente.node.signin;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.protocols.oauth.TokenScheme;
import tools.jackson.databind.node.ObjectNode;

/**
 * The access token of a request, verified. A handler that declares a parameter of this type is reached only with a
 * valid one; everybody else is answered 401.
 *
 * @param subject on whose behalf, as the grant named it
 * @param clientId to whom it was issued, "" when the client did not name itself
 * @param details what the grant laid down with it
 * @param scheme how it was presented
 * @param boundKey thumbprint of the key to which it is bound (RFC 7638), "" for a bearer token
 * @param authorization the person's permission with which it ends, if it came of one
 */
public record AccessToken(
        String subject,
        String clientId,
        Set<String> scopes,
        ObjectNode details,
        TokenScheme scheme,
        String boundKey,
        Optional<UUID> authorization) {
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /** Thumbprint of the key to which it is bound (RFC 7638); empty for a bearer token. */
    public Optional<String> thumbprint() {
        return boundKey.isEmpty() ? Optional.empty() : Optional.of(boundKey);
    }

    /** For whom and for what it may be used, where a system acts for itself. */
    public Registration registration() {
        return Registration.of(this);
    }

    /**
     * Goes on only with this scope.
     *
     * @throws InsufficientScope otherwise, answered 403 (RFC 6750 §3.1)
     */
    public void require(String scope) {
        if (!scopes.contains(scope)) {
            throw new InsufficientScope(scheme, scope);
        }
    }
}
