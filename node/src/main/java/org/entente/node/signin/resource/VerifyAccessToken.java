package org.entente.node.signin.resource;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.signin.AccessToken;
import org.entente.node.signin.proof.GenuineProof;
import org.entente.node.signin.proof.PossessionOutcome;
import org.entente.node.signin.proof.ProvePossession;
import org.entente.node.signin.token.AccessTokens;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.PresentedToken;
import org.entente.protocols.oauth.TokenChallenge;
import org.entente.protocols.oauth.TokenScheme;
import org.springframework.stereotype.Component;

/**
 * Checks the token of a request. A token that is bound to a key is taken with a proof by that key and in no other way:
 * presenting it as a bearer token is refused (RFC 9449 §7.2).
 */
@Component
class VerifyAccessToken {
    private final AccessTokens tokens;
    private final ProvePossession possession;

    VerifyAccessToken(AccessTokens tokens, ProvePossession possession) {
        this.tokens = tokens;
        this.possession = possession;
    }

    AccessOutcome verify(ResourceRequest request, Instant now) {
        if (request.tokenInQuery()) {
            return malformed("an access token does not belong in an address");
        }
        try {
            return PresentedToken.parse(request.authorization())
                    .map(presented -> verify(presented, request, now))
                    .orElseGet(VerifyAccessToken::missing);
        } catch (ProtocolError error) {
            return malformed(error.publicText());
        }
    }

    private AccessOutcome verify(PresentedToken presented, ResourceRequest request, Instant now) {
        return switch (presented.scheme()) {
            case BEARER -> asBearer(presented, now);
            case DPOP -> {
                var hash = DpopProof.tokenHash(presented.token());
                var expected = new DpopExpectation(request.method(), request.target(), hash);
                yield switch (possession.examine(request.proof(), expected, now)) {
                    case GenuineProof genuine -> withProof(presented, genuine, now);
                    case PossessionOutcome.Refused refused ->
                        withoutProof(
                                presented,
                                OAuthErrors.INVALID_DPOP_PROOF,
                                request.proof().isEmpty() ? "the DPoP proof is missing" : refused.reason(),
                                now);
                    case PossessionOutcome.NonceNeeded _ ->
                        withoutProof(
                                presented,
                                OAuthErrors.USE_DPOP_NONCE,
                                "the proof needs the nonce of the DPoP-Nonce header",
                                now);
                };
            }
        };
    }

    private AccessOutcome asBearer(PresentedToken presented, Instant now) {
        return tokens.find(presented.token(), now)
                .map(entry -> entry.thumbprint().isEmpty()
                        ? accepted(entry, TokenScheme.BEARER)
                        : unauthorized(
                                TokenScheme.DPOP,
                                OAuthErrors.INVALID_TOKEN,
                                "the token is bound to a key and needs a proof"))
                .orElseGet(() -> unknown(TokenScheme.BEARER));
    }

    private AccessOutcome withProof(PresentedToken presented, GenuineProof proof, Instant now) {
        Optional<AccessTokens.Presented> found = tokens.find(presented.token(), proof, now);
        if (found.isEmpty()) {
            return unknown(TokenScheme.DPOP);
        }
        AccessTokens.Entry entry = found.get().entry();
        if (entry.thumbprint().isEmpty()) {
            return unbound();
        }
        if (!entry.thumbprint().equals(proof.thumbprint())) {
            return unauthorized(TokenScheme.DPOP, OAuthErrors.INVALID_TOKEN, "the token is bound to another key");
        }
        return found.get().spent()
                ? accepted(entry, TokenScheme.DPOP)
                : unauthorized(TokenScheme.DPOP, OAuthErrors.INVALID_DPOP_PROOF, ProvePossession.SPENT.reason());
    }

    /** What is wrong with the token is said before what is wrong with the proof. */
    private AccessOutcome withoutProof(PresentedToken presented, String code, String text, Instant now) {
        return tokens.find(presented.token(), now)
                .map(entry -> entry.thumbprint().isEmpty() ? unbound() : unauthorized(TokenScheme.DPOP, code, text))
                .orElseGet(() -> unknown(TokenScheme.DPOP));
    }

    private static AccessOutcome unknown(TokenScheme scheme) {
        return unauthorized(scheme, OAuthErrors.INVALID_TOKEN, "the token is unknown or has expired");
    }

    private static AccessOutcome unbound() {
        return unauthorized(TokenScheme.DPOP, OAuthErrors.INVALID_TOKEN, "the token is not bound to a key");
    }

    private static AccessOutcome accepted(AccessTokens.Entry entry, TokenScheme scheme) {
        return new AccessOutcome.Accepted(new AccessToken(
                entry.subject(),
                entry.clientId(),
                entry.scopes(),
                entry.details(),
                scheme,
                entry.thumbprint(),
                entry.authorization()));
    }

    private static AccessOutcome missing() {
        // Without an error code, as nothing was presented (RFC 6750 §3.1).
        String challenges =
                TokenChallenge.missing(TokenScheme.DPOP) + ", " + TokenChallenge.missing(TokenScheme.BEARER);
        return new AccessOutcome.Refused(401, challenges, OAuthErrors.INVALID_TOKEN, "an access token is needed");
    }

    private static AccessOutcome malformed(String text) {
        return refused(400, TokenScheme.DPOP, OAuthErrors.INVALID_REQUEST, text);
    }

    private static AccessOutcome unauthorized(TokenScheme scheme, String code, String text) {
        return refused(401, scheme, code, text);
    }

    private static AccessOutcome refused(int status, TokenScheme scheme, String code, String text) {
        return new AccessOutcome.Refused(status, TokenChallenge.refused(scheme, code, text), code, text);
    }
}
