package org.entente.node.signin.resource;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.signin.AccessToken;
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
        Optional<AccessTokens.Entry> found = tokens.find(presented.token(), now);
        if (found.isEmpty()) {
            return unauthorized(presented.scheme(), OAuthErrors.INVALID_TOKEN, "the token is unknown or has expired");
        }
        AccessTokens.Entry entry = found.get();
        return switch (presented.scheme()) {
            case BEARER -> {
                if (!entry.thumbprint().isEmpty()) {
                    yield unauthorized(
                            TokenScheme.DPOP,
                            OAuthErrors.INVALID_TOKEN,
                            "the token is bound to a key and needs a proof");
                }
                yield accepted(entry, TokenScheme.BEARER);
            }
            case DPOP -> withProof(presented, entry, request, now);
        };
    }

    private AccessOutcome withProof(
            PresentedToken presented, AccessTokens.Entry entry, ResourceRequest request, Instant now) {
        if (entry.thumbprint().isEmpty()) {
            return unauthorized(TokenScheme.DPOP, OAuthErrors.INVALID_TOKEN, "the token is not bound to a key");
        }
        if (request.proof().isEmpty()) {
            return unauthorized(TokenScheme.DPOP, OAuthErrors.INVALID_DPOP_PROOF, "the DPoP proof is missing");
        }
        var expected = new DpopExpectation(request.method(), request.target(), DpopProof.tokenHash(presented.token()));
        return switch (possession.prove(request.proof(), expected, now)) {
            case PossessionOutcome.Refused refused ->
                unauthorized(TokenScheme.DPOP, OAuthErrors.INVALID_DPOP_PROOF, refused.reason());
            case PossessionOutcome.NonceNeeded _ ->
                unauthorized(
                        TokenScheme.DPOP,
                        OAuthErrors.USE_DPOP_NONCE,
                        "the proof needs the nonce of the DPoP-Nonce header");
            case PossessionOutcome.Proven proven ->
                proven.thumbprint().equals(entry.thumbprint())
                        ? accepted(entry, TokenScheme.DPOP)
                        : unauthorized(
                                TokenScheme.DPOP, OAuthErrors.INVALID_TOKEN, "the token is bound to another key");
        };
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
