package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.TokenResponse;
import org.entente.protocols.oauth.TokenScheme;
import org.entente.protocols.oid4vci.AuthorizationCode;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.CredentialError;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialRequest.Selector;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.oid4vci.NonceResponse;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The requests to an issuer's token, nonce and credential endpoints (OID4VCI 1.0 §6 to §8). */
@Component
class IssuerDialogue {
    /** A promise farther away than this is none. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Outside outside;
    private final ProvenRequests requests;
    private final Keys keys;
    private final ClientOfIssuers client;
    private final InstantSource clock;

    IssuerDialogue(Outside outside, ProvenRequests requests, Keys keys, NodeIdentity node, InstantSource clock) {
        this.outside = outside;
        this.requests = requests;
        this.keys = keys;
        this.client = new ClientOfIssuers(node.origin());
        this.clock = clock;
    }

    /** Redeems the offer's own code for a token bound to a fresh key. */
    Grant redeem(KnownOffer offer, String transactionCode) throws Stopped {
        PreAuthorizedCode code =
                offer.preAuthorized().orElseThrow(() -> new Stopped(Step.PERMISSION, Problem.NOT_SUPPORTED));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", PreAuthorizedCode.GRANT_TYPE);
        form.put(PreAuthorizedCode.CODE_PARAMETER, code.code());
        if (code.transactionCode().isPresent()) {
            form.put(PreAuthorizedCode.TRANSACTION_CODE_PARAMETER, transactionCode);
        }
        return token(offer, form, keys.newKey());
    }

    /** Exchanges the code of the holder's yes at the issuer, with what was remembered of the asking (RFC 6749 §4.1.3). */
    Grant exchange(KnownOffer offer, Asking asking, String code) throws Stopped {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", AuthorizationCode.GRANT_TYPE);
        form.put("code", code);
        form.put("redirect_uri", client.redirectUri().toString());
        form.put("client_id", client.id());
        form.put("code_verifier", asking.verifier().value());
        return token(offer, form, asking.key());
    }

    /** Exchanges the refresh token of a grant for the next, by the same key (RFC 6749 §6, RFC 9449 §5). */
    Grant refresh(KnownOffer offer, Grant grant) throws Stopped {
        String refreshToken = grant.refreshToken().orElseThrow();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("client_id", client.id());
        return token(offer, form, grant.key()).orRenewedBy(refreshToken);
    }

    /**
     * Gives a permission back: its issuer need keep it no more (RFC 7009 §2.1).
     *
     * @return whether that is done, or trying again would not help
     */
    boolean revoke(KnownOffer offer, Grant grant) {
        Optional<URI> endpoint = offer.revocationEndpoint();
        Optional<String> token = grant.refreshToken();
        if (endpoint.isEmpty() || token.isEmpty()) {
            return true;
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token.get());
        form.put("token_type_hint", "refresh_token");
        form.put("client_id", client.id());
        try {
            return !isFault(outside.postForm(endpoint.get(), form, Map.of()));
        } catch (Unreachable e) {
            return switch (e.reason()) {
                case ADDRESS_REFUSED, REDIRECTED, TOO_LONG -> true;
                case NOT_REACHED, NO_ANSWER -> false;
            };
        }
    }

    /** A token that is not bound to the key is refused. */
    private Grant token(KnownOffer offer, Map<String, String> form, WrappedKey key) throws Stopped {
        return Stopped.at(Step.PERMISSION, () -> {
            OutsideAnswer answer =
                    requests.form(offer.server().issuer(), offer.server().tokenEndpoint(), form, key);
            if (!answer.isSuccess()) {
                throw new Stopped(Step.PERMISSION, tokenProblem(form, answer));
            }
            TokenResponse token = TokenResponse.parse(answer.json());
            if (token.type() != TokenScheme.DPOP) {
                throw new Stopped(Step.PERMISSION, Problem.NOT_SUPPORTED);
            }
            return new Grant(token, key);
        });
    }

    /** An issuer does not tell a wrong transaction code from a spent or expired offer (§6.3). */
    private static Problem tokenProblem(Map<String, String> form, OutsideAnswer answer) {
        if (isFault(answer)) {
            return Problem.ISSUER_FAULT;
        }
        if (!answer.isError(OAuthErrors.INVALID_GRANT)) {
            return Problem.REFUSED;
        }
        if (form.containsKey("code")) {
            return Problem.ANSWER_OVER;
        }
        return form.containsKey(PreAuthorizedCode.TRANSACTION_CODE_PARAMETER)
                ? Problem.CODE_REFUSED
                : Problem.OFFER_OVER;
    }

    /** Asks for copies of one offered credential, one for each key; with another nonce if the first was spent. */
    CredentialResponse request(
            KnownOffer offer, Grant grant, CredentialConfiguration wanted, List<WrappedKey> holderKeys) throws Stopped {
        return Stopped.at(Step.COPIES, () -> {
            OutsideAnswer answer = ask(offer, grant, wanted, holderKeys);
            if (answer.isError(CredentialError.INVALID_NONCE.code())) {
                answer = ask(offer, grant, wanted, holderKeys);
            }
            if (answer.isSuccess() && answer.status() != 202) {
                return CredentialResponse.parse(answer.json());
            }
            throw isEnough(answer)
                    ? new Stopped(Step.COPIES, Problem.ENOUGH, again(answer))
                    : new Stopped(Step.COPIES, credentialProblem(answer));
        });
    }

    /** The issuer issues no more of it for now, to this holder: that is no fault of its system. */
    private static boolean isEnough(OutsideAnswer answer) {
        return answer.status() == 429 && answer.isError(CredentialError.CREDENTIAL_REQUEST_DENIED.code());
    }

    private @Nullable Instant again(OutsideAnswer answer) {
        return answer.retryAfter(FARTHEST).map(clock.instant()::plus).orElse(null);
    }

    private static Problem credentialProblem(OutsideAnswer answer) {
        return switch (answer.status()) {
            case 202 -> Problem.NOT_SUPPORTED;
            case 401 -> Problem.OFFER_OVER;
            default -> isFault(answer) ? Problem.ISSUER_FAULT : Problem.REFUSED;
        };
    }

    private OutsideAnswer ask(
            KnownOffer offer, Grant grant, CredentialConfiguration wanted, List<WrappedKey> holderKeys)
            throws Unreachable, Stopped {
        String nonce = nonce(offer);
        Instant now = clock.instant();
        List<String> proofs = holderKeys.stream()
                .map(key -> HolderProof.create(keys.signer(key), offer.issuerId(), nonce, now))
                .toList();
        CredentialRequest request = new CredentialRequest(Selector.of(grant.token(), wanted.id()), proofs);
        return requests.resource(offer.issuer().credentialEndpoint(), request.toJson(), grant);
    }

    private String nonce(KnownOffer offer) throws Unreachable, Stopped {
        OutsideAnswer answer = outside.postForm(offer.nonceEndpoint(), Map.of(), Map.of());
        if (!answer.isSuccess()) {
            throw new Stopped(Step.COPIES, Problem.ISSUER_FAULT);
        }
        return NonceResponse.parse(answer.json()).nonce();
    }

    private static boolean isFault(OutsideAnswer answer) {
        return answer.status() >= 500 || answer.status() == 429;
    }
}
