package org.entente.node.signin.refresh;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.signin.Grant;
import org.entente.node.signin.GrantOutcome;
import org.entente.node.signin.Permission.Permitted;
import org.entente.node.signin.authorization.Authorization;
import org.entente.node.signin.authorization.Authorizations;
import org.entente.node.signin.authorization.Permissions;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.TokenRequest;
import org.springframework.stereotype.Component;

/** Exchanges a refresh token for an access token and the next refresh token. RFC 6749 §6, RFC 9449 §5, RFC 9700 §4.14. */
@Component
final class RefreshTokenGrant implements Grant {
    private final RefreshTokens tokens;
    private final AuthorizationGrants grants;
    private final Authorizations authorizations;
    private final Permissions permissions;

    RefreshTokenGrant(
            RefreshTokens tokens, AuthorizationGrants grants, Authorizations authorizations, Permissions permissions) {
        this.tokens = tokens;
        this.grants = grants;
        this.authorizations = authorizations;
        this.permissions = permissions;
    }

    @Override
    public String type() {
        return "refresh_token";
    }

    @Override
    public boolean isOffered() {
        return permissions.isAny();
    }

    @Override
    public GrantOutcome redeem(TokenRequest request, Optional<String> dpopThumbprint, Instant now) {
        String token = request.required("refresh_token");
        if (!(request.client() instanceof ClientAuthentication.PublicClient(String client))) {
            return new GrantOutcome.Refused(OAuthErrors.INVALID_CLIENT, "this grant is for a wallet that names itself");
        }
        return tokens.read(token)
                .map(place -> redeem(request, place, client, dpopThumbprint.orElse(""), now))
                .orElseGet(RefreshTokenGrant::notRedeemable);
    }

    private GrantOutcome redeem(
            TokenRequest request, RefreshTokens.Place place, String client, String thumbprint, Instant now) {
        UUID id = place.authorization();
        int generation = place.generation();
        return authorizations
                .rotate(id, generation, client, thumbprint, now)
                .or(() -> authorizations.repeat(id, generation, client, thumbprint, now))
                .map(authorization -> granted(authorization, request))
                .or(() -> authorizations
                        .tooSoon(id, generation, client, thumbprint, now)
                        .map(GrantOutcome.Later::new))
                .orElseGet(() -> {
                    // A token that was exchanged and comes again: one of two holders is not who was meant to have it.
                    authorizations.endReused(id, generation);
                    return notRedeemable();
                });
    }

    /** For what was permitted, or for less of it, never for more; an error here undoes the exchange. */
    private GrantOutcome granted(Authorization authorization, TokenRequest request) {
        Permitted carried = grants.asked(authorization, request);
        Set<String> asked = request.scopes();
        if (!carried.scopes().containsAll(asked)) {
            throw new ProtocolError(OAuthErrors.INVALID_SCOPE, "this scope was not granted before");
        }
        return grants.of(
                authorization,
                asked.isEmpty() ? carried : new Permitted(asked, carried.details(), carried.responseMembers()));
    }

    private static GrantOutcome notRedeemable() {
        return new GrantOutcome.Refused(
                OAuthErrors.INVALID_GRANT, "the token is unknown, was used or has ended, or is another client's");
    }
}
