package org.entente.node.signin.refresh;

import java.util.Optional;
import org.entente.node.signin.GrantOutcome;
import org.entente.node.signin.Permission.Permitted;
import org.entente.node.signin.authorization.Authorization;
import org.entente.node.signin.authorization.Permissions;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.TokenRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What tokens of an authorization carry, each with the refresh token that comes next. */
@Component
public class AuthorizationGrants {
    private final RefreshTokens tokens;
    private final Permissions permissions;

    AuthorizationGrants(RefreshTokens tokens, Permissions permissions) {
        this.tokens = tokens;
        this.permissions = permissions;
    }

    /**
     * What a token request asks for of what was permitted: all of it, unless it says less (RFC 9396 §6).
     *
     * @throws org.entente.protocols.ProtocolError {@code invalid_authorization_details} when it asks for more; the
     *     exchange of which it is part is undone
     */
    public Permitted asked(Authorization authorization, TokenRequest request) {
        return request.value("authorization_details")
                .map(AuthorizationRequest::details)
                .map(details ->
                        permissions.named(authorization.permission()).narrow(authorization.permitted(), details))
                .orElse(authorization.permitted());
    }

    /** A token that carries this. */
    public GrantOutcome of(Authorization authorization, Permitted carried) {
        ObjectNode members = carried.responseMembers().deepCopy();
        members.put("refresh_token", tokens.make(authorization.id(), authorization.generation()));
        return new GrantOutcome.Granted(
                authorization.person().toString(),
                authorization.clientId(),
                carried.scopes(),
                carried.details(),
                members,
                Optional.of(authorization.id()));
    }
}
