package org.entente.node.signin.token;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.Grant;
import org.entente.node.signin.GrantOutcome;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.client.Clients;
import org.entente.node.signin.proof.GenuineProof;
import org.entente.node.signin.proof.PossessionOutcome;
import org.entente.node.signin.proof.ProvePossession;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.Scopes;
import org.entente.protocols.oauth.TokenRequest;
import org.entente.protocols.oauth.TokenResponse;
import org.entente.protocols.oauth.TokenScheme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Exchanges a grant for an access token: whatever the grant consumes is consumed if and only if the token exists. */
@Component
class IssueToken {
    private final Map<String, Grant> grants;
    private final Clients clients;
    private final ProvePossession possession;
    private final AccessTokens tokens;
    private final Secrets secrets;
    private final SigninSettings settings;
    private final TransactionOperations transactions;
    private final DpopExpectation expected;

    IssueToken(
            List<Grant> grants,
            Clients clients,
            ProvePossession possession,
            AccessTokens tokens,
            Secrets secrets,
            SigninSettings settings,
            TransactionOperations transactions,
            NodeIdentity node) {
        this.grants = grants.stream()
                .filter(Grant::isOffered)
                .collect(Collectors.toUnmodifiableMap(Grant::type, Function.identity()));
        this.clients = clients;
        this.possession = possession;
        this.tokens = tokens;
        this.secrets = secrets;
        this.settings = settings;
        this.transactions = transactions;
        this.expected = new DpopExpectation("POST", URI.create(node.origin() + TokenEndpoint.PATH), "");
    }

    /**
     * Decides a token request.
     *
     * @param proof the {@code DPoP} header, "" when there is none
     * @throws ProtocolError when the request is malformed, or asks for more than was granted
     */
    TokenOutcome issue(TokenRequest request, String proof, Instant now) {
        return transactions.execute(transaction -> decide(transaction, request, proof, now));
    }

    private TokenOutcome decide(TransactionStatus transaction, TokenRequest request, String proof, Instant now) {
        Grant grant = grants.get(request.grantType());
        if (grant == null) {
            return refused(OAuthErrors.UNSUPPORTED_GRANT_TYPE, "this grant type is not supported");
        }
        if (request.client() instanceof ClientAuthentication.Secret claim
                && clients.authenticate(claim).isEmpty()) {
            return refused(OAuthErrors.INVALID_CLIENT, "the client is unknown or its secret is wrong");
        }
        if (proof.isEmpty()) {
            return grant.requiresDpop()
                    ? refused(OAuthErrors.INVALID_DPOP_PROOF, "this grant needs a DPoP proof")
                    : redeem(transaction, grant, request, Optional.empty(), now);
        }
        return switch (possession.examine(proof, expected, now)) {
            case PossessionOutcome.Refused refusal -> refused(OAuthErrors.INVALID_DPOP_PROOF, refusal.reason());
            case PossessionOutcome.NonceNeeded _ ->
                refused(OAuthErrors.USE_DPOP_NONCE, "the proof needs the nonce of the DPoP-Nonce header");
            case GenuineProof genuine -> redeem(transaction, grant, request, Optional.of(genuine), now);
        };
    }

    /**
     * The proof is used up with the token that it obtains, by one statement (RFC 9449 §11.1). Where it was used before, what
     * the grant did is taken back: the same request, sent twice, must not end what the first of them obtained. A guess
     * counts even then.
     */
    private TokenOutcome redeem(
            TransactionStatus transaction,
            Grant grant,
            TokenRequest request,
            Optional<GenuineProof> proof,
            Instant now) {
        return switch (grant.redeem(request, proof.map(GenuineProof::thumbprint), now)) {
            case GrantOutcome.Granted granted -> issued(granted, proof, now).orElseGet(() -> takenBack(transaction));
            case GrantOutcome.Refused refusal when refusal.counted() && isSpent(proof) -> spent();
            case GrantOutcome.Refused _, GrantOutcome.Later _ when isSpent(proof) -> takenBack(transaction);
            case GrantOutcome.Refused refusal -> refused(refusal.code(), refusal.publicText());
            case GrantOutcome.Later later -> new TokenOutcome.Later(later.retryAfter());
        };
    }

    private boolean isSpent(Optional<GenuineProof> proof) {
        return proof.filter(possession::isSpent).isPresent();
    }

    private static TokenOutcome takenBack(TransactionStatus transaction) {
        transaction.setRollbackOnly();
        return spent();
    }

    /** The token; empty when its proof was used before. */
    private Optional<TokenOutcome> issued(GrantOutcome.Granted granted, Optional<GenuineProof> proof, Instant now) {
        String token = secrets.token();
        AccessTokens.Entry entry = new AccessTokens.Entry(
                granted.subject(),
                granted.clientId(),
                granted.scopes(),
                granted.details(),
                proof.map(GenuineProof::thumbprint).orElse(""),
                granted.authorization());
        Instant expiresAt = now.plus(settings.tokenLifetime());
        return tokens.add(token, entry, proof, expiresAt)
                ? Optional.of(issued(token, granted, proof))
                : Optional.empty();
    }

    private TokenOutcome issued(String token, GrantOutcome.Granted granted, Optional<GenuineProof> proof) {
        return new TokenOutcome.Issued(new TokenResponse(
                token,
                proof.isPresent() ? TokenScheme.DPOP : TokenScheme.BEARER,
                settings.tokenLifetime().toSeconds(),
                Scopes.write(granted.scopes()),
                granted.responseMembers()));
    }

    private static TokenOutcome spent() {
        return refused(OAuthErrors.INVALID_DPOP_PROOF, ProvePossession.SPENT.reason());
    }

    private static TokenOutcome refused(String code, String publicText) {
        return new TokenOutcome.Refused(code, publicText);
    }
}
