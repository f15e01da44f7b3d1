package org.entente.node.signin.token;

import org.entente.node.signin.authorization.Authorizations;
import org.entente.node.signin.client.Clients;
import org.entente.node.signin.refresh.RefreshTokens;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.OAuthErrors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Revokes a token: a refresh token with all that came of the same permission, an access token alone (RFC 7009 §2.1). The
 * hint that a client may give is not needed: the two look different.
 */
@Component
class RevokeToken {
    private final Clients clients;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Authorizations authorizations;

    RevokeToken(
            Clients clients, AccessTokens accessTokens, RefreshTokens refreshTokens, Authorizations authorizations) {
        this.clients = clients;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.authorizations = authorizations;
    }

    @Transactional
    public RevokeOutcome revoke(ClientAuthentication client, String token) {
        return switch (client) {
            case ClientAuthentication.Secret secret ->
                clients.authenticate(secret).isPresent() ? end(token, secret.clientId()) : notAuthenticated();
            case ClientAuthentication.PublicClient(String id) ->
                clients.find(id).isPresent() ? notAuthenticated() : end(token, id);
            case ClientAuthentication.Anonymous _ -> end(token, "");
        };
    }

    private RevokeOutcome end(String token, String clientId) {
        refreshTokens.read(token).ifPresent(place -> authorizations.end(place.authorization(), clientId));
        accessTokens.revoke(token, clientId);
        return new RevokeOutcome.Done();
    }

    private static RevokeOutcome notAuthenticated() {
        return new RevokeOutcome.Refused(OAuthErrors.INVALID_CLIENT, "the client is unknown or its secret is wrong");
    }
}
