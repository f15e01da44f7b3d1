package org.entente.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.oid4vci.NonceResponse;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.node.ObjectNode;

/**
 * A wallet that presents what it has, whether the verifier accepts the issuer or not. An honest wallet would not offer
 * such an attestation at all; the verifier must not rely on that.
 */
final class InsistentWallet {
    private final HttpClient client = HttpClient.newHttpClient();
    private final DemoKey possession = DemoKey.make();
    private final DemoKey holder = DemoKey.make();
    private final SdJwt credential;
    private String proofNonce = "";

    /** Obtains one copy by an offer that a government's system made (OID4VCI 1.0). */
    InsistentWallet(URI origin, ObjectNode offered) {
        CredentialOffer offer = CredentialOffer.parse((ObjectNode) offered.path("credential_offer"));
        // First of all, because its answer brings the nonce that proofs of possession need (RFC 9449 §8).
        String nonce = NonceResponse.parse(post(URI.create(offer.credentialIssuer() + "/nonce"), Map.of(), ""))
                .nonce();
        String token = token(origin, offer, offered.path("transaction_code").asString(""));
        String proof = HolderProof.create(holder, offer.credentialIssuer(), nonce, Instant.now());
        ObjectNode request = new CredentialRequest(
                        new CredentialRequest.Selector.Configuration(
                                offer.configurationIds().getFirst()),
                        List.of(proof))
                .toJson();
        URI endpoint = URI.create(offer.credentialIssuer() + "/credential");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", "DPoP " + token);
        headers.put("DPoP", possession(endpoint, token));
        this.credential = SdJwt.parse(CredentialResponse.parse(post(endpoint, headers, Json.write(request)))
                .credentials()
                .getFirst());
    }

    /** Answers a request with everything that is asked; gives where the verifier wants the browser to go. */
    URI present(URI requestUri) {
        RequestObject request = RequestObject.parse(
                CompactJws.parse(Script.read(requestUri), 256 * 1024).claims());
        var query = request.query().credentials().getFirst();
        String presentation = credential
                .withOnly(query.claims().stream().map(claim -> claim.path()).toList())
                .present(holder, request.clientId(), request.nonce(), Instant.now());
        var answer = new WalletAnswer.Presented(Map.of(query.id(), List.of(presentation)), request.state());
        Map<String, String> form = new DirectPost.Encrypted(answer.encrypt(request.metadata())).toForm();
        ObjectNode said = post(
                request.responseUri(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Browser.encode(form));
        return URI.create(said.path("redirect_uri").asString(""));
    }

    private String token(URI origin, CredentialOffer offer, String transactionCode) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", PreAuthorizedCode.GRANT_TYPE);
        form.put("pre-authorized_code", offer.preAuthorized().orElseThrow().code());
        form.put("tx_code", transactionCode);
        URI endpoint = URI.create(origin + "/oauth/token");
        Map<String, String> headers =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "DPoP", possession(endpoint, ""));
        return post(endpoint, headers, Browser.encode(form))
                .path("access_token")
                .asString("");
    }

    private String possession(URI endpoint, String token) {
        var request = new DpopExpectation("POST", endpoint, token.isEmpty() ? "" : DpopProof.tokenHash(token));
        return DpopProof.create(
                possession, request, proofNonce, UUID.randomUUID().toString(), Instant.now());
    }

    private ObjectNode post(URI address, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            proofNonce = answer.headers().firstValue("DPoP-Nonce").orElse(proofNonce);
            return Json.object(answer.body());
        } catch (IOException e) {
            throw new DemoFailed("no answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }
}
