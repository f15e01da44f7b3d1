package org.entente.node.signin.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.AccessToken;
import org.entente.node.signin.ProofNonces;
import org.entente.node.web.RequestArgument;
import org.springframework.stereotype.Component;

/** Gives a handler the {@link AccessToken} of its request, or answers the request itself. */
@Component
final class AccessTokenArgument implements RequestArgument<AccessToken> {
    private final VerifyAccessToken verifyAccessToken;
    private final ProofNonces nonces;
    private final NodeIdentity node;
    private final InstantSource clock;

    AccessTokenArgument(
            VerifyAccessToken verifyAccessToken, ProofNonces nonces, NodeIdentity node, InstantSource clock) {
        this.verifyAccessToken = verifyAccessToken;
        this.nonces = nonces;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public Class<AccessToken> type() {
        return AccessToken.class;
    }

    @Override
    public AccessToken of(HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        ResourceRequest presented = ResourceRequest.of(request, node.origin());
        if (!presented.proof().isEmpty()) {
            // On each answer, so that the next request needs no second attempt (RFC 9449 §9).
            response.setHeader(ProofNonces.HEADER, nonces.make(now));
        }
        return switch (verifyAccessToken.verify(presented, now)) {
            case AccessOutcome.Accepted accepted -> accepted.token();
            case AccessOutcome.Refused refused -> throw new AccessRefused(refused);
        };
    }
}
