package org.entente.node.wallet.receiving;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.outside.OutsideAnswer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.CodeVerifier;
import org.entente.protocols.oauth.PushedRequestResponse;
import org.entente.protocols.oauth.Scopes;
import org.entente.protocols.oid4vci.AuthorizationCode;
import org.entente.protocols.oid4vci.AuthorizationDetail;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;

/**
 * Leads a holder to an issuer who is to allow it: pushes the request (RFC 9126), with a challenge (RFC 7636) and a key of
 * this issuance alone (RFC 9449 §10), and says where the browser goes.
 */
@Component
class AskIssuer {
    private final Offers offers;
    private final AttemptsInHand inHand;
    private final ProvenRequests requests;
    private final Keys keys;
    private final Secrets secrets;
    private final ClientOfIssuers client;

    AskIssuer(
            Offers offers,
            AttemptsInHand inHand,
            ProvenRequests requests,
            Keys keys,
            Secrets secrets,
            NodeIdentity node) {
        this.offers = offers;
        this.inHand = inHand;
        this.requests = requests;
        this.keys = keys;
        this.secrets = secrets;
        this.client = new ClientOfIssuers(node.origin());
    }

    /** @param language in which the issuer's pages are wanted */
    AskOutcome ask(PersonId person, UUID offer, Language language, Instant now) {
        return offers.begin(person, offer, secrets.id(), now)
                .map(attempt -> inHand.during(attempt, () -> carryOut(attempt, language)))
                .orElseGet(AskOutcome.NotOpen::new);
    }

    private AskOutcome carryOut(Attempt attempt, Language language) {
        try {
            return ask(attempt, language);
        } catch (Stopped stopped) {
            offers.stop(attempt, stopped);
            return new AskOutcome.NotOpen();
        }
    }

    private AskOutcome ask(Attempt attempt, Language language) throws Stopped {
        KnownOffer offer = attempt.contents();
        if (!offer.canAsk()) {
            throw new Stopped(Step.PERMISSION, Problem.NOT_SUPPORTED);
        }
        Asking asking = new Asking(new CodeVerifier(secrets.token()), keys.newKey());
        String state = secrets.token();
        URI page = Stopped.at(Step.PERMISSION, () -> {
            Map<String, String> request = request(offer, asking, state, language);
            Optional<URI> push = offer.pushEndpoint();
            return push.isPresent()
                    ? page(offer, pushed(offer, push.get(), request, asking.key()))
                    : page(offer, request);
        });
        return offers.ask(attempt, asking, state) ? new AskOutcome.Leads(page) : new AskOutcome.NotOpen();
    }

    private Map<String, String> request(KnownOffer offer, Asking asking, String state, Language language) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", client.id());
        request.put("redirect_uri", client.redirectUri().toString());
        request.put("state", state);
        request.put("code_challenge", asking.verifier().challenge());
        request.put("code_challenge_method", CodeVerifier.METHOD);
        request.put("dpop_jkt", asking.key().publicKey().thumbprint());
        request.put("ui_locales", language.code() + " " + language.other().code());
        List<CredentialConfiguration> wanted = offer.configurations();
        if (wanted.stream().noneMatch(configuration -> configuration.scope().isEmpty())) {
            request.put(
                    "scope",
                    Scopes.write(
                            wanted.stream().map(CredentialConfiguration::scope).collect(Collectors.toSet())));
        } else {
            request.put("authorization_details", details(offer));
        }
        if (!offer.issuer().authorizationServers().isEmpty()) {
            request.put("resource", offer.issuerId().toString());
        }
        offer.offer()
                .authorizationCode()
                .flatMap(AuthorizationCode::issuerState)
                .ifPresent(value -> request.put(AuthorizationCode.STATE_PARAMETER, value));
        return request;
    }

    /** In detail, where a configuration has no scope; with the issuer where its server serves several (§5.1.1). */
    private static String details(KnownOffer offer) {
        Optional<URI> location =
                offer.issuer().authorizationServers().isEmpty() ? Optional.empty() : Optional.of(offer.issuerId());
        ArrayNode details = Json.newArray();
        offer.configurations()
                .forEach(configuration ->
                        details.add(new AuthorizationDetail(configuration.id(), location, List.of()).toJson()));
        return Json.write(details);
    }

    private Map<String, String> pushed(KnownOffer offer, URI endpoint, Map<String, String> request, WrappedKey key)
            throws org.entente.node.outside.Unreachable, Stopped {
        OutsideAnswer answer = requests.form(offer.server().issuer(), endpoint, request, key);
        if (!answer.isSuccess()) {
            boolean fault = answer.status() >= 500 || answer.status() == 429;
            throw new Stopped(Step.PERMISSION, fault ? Problem.ISSUER_FAULT : Problem.REFUSED);
        }
        Map<String, String> reference = new LinkedHashMap<>();
        reference.put("client_id", client.id());
        reference.put("request_uri", PushedRequestResponse.parse(answer.json()).requestUri());
        return reference;
    }

    private static URI page(KnownOffer offer, Map<String, String> parameters) {
        URI endpoint = offer.authorizationEndpoint();
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query);
    }
}
