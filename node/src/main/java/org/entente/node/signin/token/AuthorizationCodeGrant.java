package org.entente.node.signin.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.Grant;
import org.entente.node.signin.GrantOutcome;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.authorization.Authorization;
import org.entente.node.signin.authorization.AuthorizationCode;
import org.entente.node.signin.authorization.Authorizations;
import org.entente.node.signin.authorization.Permissions;
import org.entente.node.signin.refresh.AuthorizationGrants;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.CodeVerifier;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.TokenRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exchanges the code of a person's yes, once, for the wallet that asked, with its verifier and its key. RFC 6749 §4.1.3, RFC
 * 7636 §4.5, RFC 9449 §10.
 */
@Component
final class AuthorizationCodeGrant implements Grant {
    private final Authorizations authorizations;
    private final AuthorizationGrants grants;
    private final Permissions permissions;
    private final Duration lifetime;
    private final NodeIdentity node;

    AuthorizationCodeGrant(
            Authorizations authorizations,
            AuthorizationGrants grants,
            Permissions permissions,
            SigninSettings settings,
            NodeIdentity node) {
        this.authorizations = authorizations;
        this.grants = grants;
        this.permissions = permissions;
        this.lifetime = settings.authorization().lifetime();
        this.node = node;
    }

    @Override
    public String type() {
        return "authorization_code";
    }

    @Override
    public boolean isOffered() {
        return permissions.isAny();
    }

    @Override
    public ObjectNode metadata() {
        return permissions.metadata(node.origin());
    }

    @Override
    public GrantOutcome redeem(TokenRequest request, Optional<String> dpopThumbprint, Instant now) {
        if (!(request.client() instanceof ClientAuthentication.PublicClient(String client))) {
            return new GrantOutcome.Refused(OAuthErrors.INVALID_CLIENT, "this grant is for a wallet that names itself");
        }
        String code = request.required("code");
        var brought = new AuthorizationCode(
                code, client, request.required("redirect_uri"), verifier(request), dpopThumbprint.orElse(""));
        Optional<Authorization> redeemed = authorizations.redeem(brought, now.plus(lifetime), now);
        if (redeemed.isEmpty()) {
            authorizations.endReused(code);
            return new GrantOutcome.Refused(
                    OAuthErrors.INVALID_GRANT,
                    "the code is unknown, was used or has expired, or belongs to another client, address, verifier or key");
        }
        Authorization authorization = redeemed.get();
        return grants.of(authorization, grants.asked(authorization, request));
    }

    private static CodeVerifier verifier(TokenRequest request) {
        return request.value("code_verifier")
                .map(CodeVerifier::new)
                .orElseThrow(() -> new ProtocolError(OAuthErrors.INVALID_GRANT, "the code_verifier is missing"));
    }
}
