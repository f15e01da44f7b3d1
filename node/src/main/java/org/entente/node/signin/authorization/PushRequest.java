package org.entente.node.signin.authorization;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.signin.Permission;
import org.entente.node.signin.Permission.AskOutcome;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.client.ClientRequest;
import org.entente.node.signin.client.Clients;
import org.entente.node.signin.client.WalletOutcome;
import org.entente.node.signin.client.Wallets;
import org.entente.node.signin.proof.GenuineProof;
import org.entente.node.signin.proof.PossessionOutcome;
import org.entente.node.signin.proof.ProvePossession;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.PushedRequestResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges a wallet's request before any person sees it, and keeps it under a name that only the wallet knows. */
@Component
class PushRequest {
    private final Clients clients;
    private final Wallets wallets;
    private final Permissions permissions;
    private final ProvePossession possession;
    private final AuthorizationRequests requests;
    private final Limits limits;
    private final Allowance most;
    private final Secrets secrets;
    private final URI endpoint;

    PushRequest(
            Clients clients,
            Wallets wallets,
            Permissions permissions,
            ProvePossession possession,
            AuthorizationRequests requests,
            Limits limits,
            SigninSettings settings,
            Secrets secrets,
            NodeIdentity node) {
        this.clients = clients;
        this.wallets = wallets;
        this.permissions = permissions;
        this.possession = possession;
        this.requests = requests;
        this.limits = limits;
        this.most = new Allowance(
                "pushed authorization request",
                Duration.ofHours(1),
                settings.authorization().pushesPerNetworkAndHour());
        this.secrets = secrets;
        this.endpoint = URI.create(node.origin() + PushedRequestEndpoint.PATH);
    }

    /**
     * @param network from which it is pushed
     * @throws org.entente.protocols.ProtocolError when the request is malformed
     */
    @Transactional
    public PushOutcome push(ClientRequest pushed, String network, Instant now) {
        if (pushed.client() instanceof ClientAuthentication.Secret claim) {
            return clients.authenticate(claim).isPresent()
                    ? refused(
                            OAuthErrors.UNAUTHORIZED_CLIENT, "a system with a secret acts for itself, not for a person")
                    : refused(OAuthErrors.INVALID_CLIENT, "the client is unknown or its secret is wrong");
        }
        AuthorizationRequest request = AuthorizationRequest.parse(pushed.form());
        return switch (wallets.admit(request.clientId(), request.redirectUri())) {
            case WalletOutcome.Unknown _ -> refused(OAuthErrors.INVALID_CLIENT, "nobody here knows this client");
            case WalletOutcome.OtherAddress _ ->
                refused(OAuthErrors.INVALID_REQUEST, "the redirect_uri is not one that is registered for this client");
            case WalletOutcome.Admitted _ ->
                pushed.proof().isEmpty()
                        ? ask(request, request.keyThumbprint(), Optional.empty(), network, now)
                        : proven(request, pushed.proof(), network, now);
        };
    }

    /** RFC 9449 §10.1: the proof binds the code as {@code dpop_jkt} does, and the two may not differ. */
    private PushOutcome proven(AuthorizationRequest request, String proof, String network, Instant now) {
        return switch (possession.examine(proof, new DpopExpectation("POST", endpoint, ""), now)) {
            case PossessionOutcome.Refused refusal -> refused(OAuthErrors.INVALID_DPOP_PROOF, refusal.reason());
            case PossessionOutcome.NonceNeeded _ ->
                refused(OAuthErrors.USE_DPOP_NONCE, "the proof needs the nonce of the DPoP-Nonce header");
            case GenuineProof genuine -> {
                String named = request.keyThumbprint();
                yield named.isEmpty() || named.equals(genuine.thumbprint())
                        ? ask(request, genuine.thumbprint(), Optional.of(genuine), network, now)
                        : refused(OAuthErrors.INVALID_DPOP_PROOF, "the dpop_jkt is of another key than the proof");
            }
        };
    }

    /** The proof is used up with the request that is kept: what is refused writes nothing but its count. */
    private PushOutcome ask(
            AuthorizationRequest request,
            String thumbprint,
            Optional<GenuineProof> proof,
            String network,
            Instant now) {
        return switch (permissions.find(request)) {
            case Permissions.FindOutcome.None(AskOutcome.Refused(String code, String text)) -> refused(code, text);
            case Permissions.FindOutcome.Found(Permission permission) ->
                switch (permission.ask(request, now)) {
                    case AskOutcome.Refused(String code, String text) -> refused(code, text);
                    case AskOutcome.Understood understood ->
                        switch (limits.use(most, network, now)) {
                            case Use.Beyond beyond -> new PushOutcome.TooMany(beyond.retryAfter());
                            case Use.Within _ ->
                                proof.isEmpty() || possession.spend(proof.get())
                                        ? keep(request, thumbprint, permission, understood, now)
                                        : refused(OAuthErrors.INVALID_DPOP_PROOF, ProvePossession.SPENT.reason());
                        };
                };
        };
    }

    private PushOutcome keep(
            AuthorizationRequest request,
            String thumbprint,
            Permission permission,
            AskOutcome.Understood understood,
            Instant now) {
        String name = PushedRequestResponse.PREFIX + secrets.token();
        requests.add(
                new AuthorizationRequests.Pending(
                        secrets.id(),
                        request.clientId(),
                        request.redirectUri(),
                        request.state(),
                        request.codeChallenge(),
                        thumbprint,
                        permission.name(),
                        understood.asked(),
                        language(request).map(Language::code).orElse(""),
                        Optional.empty()),
                name,
                now);
        return new PushOutcome.Pushed(new PushedRequestResponse(name, AuthorizationRequests.PUSHED.toSeconds()));
    }

    /** The first of the wallet's languages that is ours (OpenID Connect Core 1.0 §3.1.2.1, {@code ui_locales}). */
    private static Optional<Language> language(AuthorizationRequest request) {
        return request.value("ui_locales").stream()
                .flatMap(tags -> Arrays.stream(tags.split(" ")))
                .map(tag -> tag.split("-", 2)[0])
                .flatMap(tag -> Language.of(tag).stream())
                .findFirst();
    }

    private static PushOutcome refused(String code, String publicText) {
        return new PushOutcome.Refused(code, publicText);
    }
}
