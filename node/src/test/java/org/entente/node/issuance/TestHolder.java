package org.entente.node.issuance;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.keys.Keys;
import org.entente.node.signin.ProofNonces;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.oid4vci.NonceResponse;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import tools.jackson.databind.node.ObjectNode;

/** A small wallet that speaks OID4VCI to one process of a node. */
public final class TestHolder {
    /** What the issuer hands to a holder. */
    public record Given(URI offer, String transactionCode) {}

    private final TestNode process;
    private final Signer dpopKey;

    public TestHolder(TestNode process) {
        this(process, key(process));
    }

    /** The same wallet as the one that asks the authorization server with this key. */
    public TestHolder(TestNode process, TestOAuthClient client) {
        this(process, client.key());
    }

    private TestHolder(TestNode process, Signer dpopKey) {
        this.process = process;
        this.dpopKey = dpopKey;
    }

    /** An offer made by the API for a record of the register. */
    public Given offered(String record, String... configurations) {
        ObjectNode body = Json.newObject().put("record", record);
        List.of(configurations).forEach(body.withArray("/configurations")::add);
        HttpResponse<String> response = api("/api/offers", body);
        if (response.statusCode() != 201) {
            throw new AssertionError("no offer: " + response.body());
        }
        ObjectNode made = Json.object(response.body());
        return new Given(
                URI.create(made.path("credential_offer_uri").stringValue()),
                made.path("transaction_code").stringValue());
    }

    /** A call of the API by the test client. */
    public HttpResponse<String> api(String path, ObjectNode body) {
        String token = new TestOAuthClient(process).bearerToken();
        return send(request(path).header("Authorization", "Bearer " + token), Json.write(body));
    }

    /** The offer that stands at an address. */
    public CredentialOffer read(Given given) {
        return CredentialOffer.parse(Json.object(get(given.offer().getPath()).body()));
    }

    /** The token endpoint's answer to the offer's code. */
    public HttpResponse<String> redeem(Given given, String transactionCode) {
        return redeem(code(given), transactionCode);
    }

    /** The code of an offer. */
    public String code(Given given) {
        return read(given).preAuthorized().orElseThrow().code();
    }

    /** The token endpoint's answer to an offer's code with {@code authorization_details}. */
    public HttpResponse<String> redeemInDetail(Given given, String details) {
        return redeem(code(given), given.transactionCode(), Map.of("authorization_details", details));
    }

    /** A token for an offer, redeemed by a wallet that says its name. */
    public String tokenAs(String client, Given given) {
        HttpResponse<String> response = redeem(code(given), given.transactionCode(), Map.of("client_id", client));
        return Json.object(response.body()).path("access_token").stringValue();
    }

    /** The token endpoint's answer to a code. */
    public HttpResponse<String> redeem(String code, String transactionCode) {
        return redeem(code, transactionCode, Map.of());
    }

    private HttpResponse<String> redeem(String code, String transactionCode, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("grant_type", PreAuthorizedCode.GRANT_TYPE);
        form.put("pre-authorized_code", code);
        form.put("tx_code", transactionCode);
        HttpRequest.Builder request = request("/oauth/token")
                .header("DPoP", dpop("/oauth/token", ""))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return TestOAuthClient.send(request.POST(HttpRequest.BodyPublishers.ofString(TestOAuthClient.form(form)))
                .build());
    }

    /** A token for an offer that is redeemed as it should be. */
    public String token(Given given) {
        HttpResponse<String> response = redeem(given, given.transactionCode());
        if (response.statusCode() != 200) {
            throw new AssertionError("no token: " + response.body());
        }
        return Json.object(response.body()).path("access_token").stringValue();
    }

    /** A fresh nonce. */
    public String nonce() {
        String path = issuerPath() + "/nonce";
        HttpResponse<String> response = TestOAuthClient.send(
                request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
        return NonceResponse.parse(Json.object(response.body())).nonce();
    }

    /** So many keys of the holder. */
    public List<Signer> keys(int count) {
        List<Signer> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(key(process));
        }
        return keys;
    }

    /** A proof for each key. */
    public List<String> proofs(List<Signer> keys, String nonce) {
        return keys.stream()
                .map(key -> HolderProof.create(key, issuer(), nonce, Instant.now()))
                .toList();
    }

    /** The credential endpoint's answer to proofs. */
    public HttpResponse<String> request(String token, String configuration, List<String> proofs) {
        CredentialRequest request =
                new CredentialRequest(new CredentialRequest.Selector.Configuration(configuration), proofs);
        return credential(token, Json.write(request.toJson()));
    }

    /** The credential endpoint's answer to a body. */
    public HttpResponse<String> credential(String token, String body) {
        return resource("/credential", token, body);
    }

    /** The notification endpoint's answer to a body. */
    public HttpResponse<String> notification(String token, String body) {
        return resource("/notification", token, body);
    }

    private HttpResponse<String> resource(String endpoint, String token, String body) {
        String path = issuerPath() + endpoint;
        return send(request(path).header("Authorization", "DPoP " + token).header("DPoP", dpop(path, token)), body);
    }

    /** The credential endpoint's answer to a token that is shown without its key. */
    public HttpResponse<String> bearer(String token) {
        return send(request(issuerPath() + "/credential").header("Authorization", "Bearer " + token), "{}");
    }

    /** Copies, one for each key, as an issuer hands them out when all is right. */
    public List<String> obtain(String token, String configuration, List<Signer> keys) {
        return receive(token, configuration, keys).credentials();
    }

    /** The same, with what the issuer says beside them. */
    public CredentialResponse receive(String token, String configuration, List<Signer> keys) {
        HttpResponse<String> response = request(token, configuration, proofs(keys, nonce()));
        if (response.statusCode() != 200) {
            throw new AssertionError("no credential: " + response.body());
        }
        return CredentialResponse.parse(Json.object(response.body()));
    }

    /** What stands at a path of the process. */
    public HttpResponse<String> get(String path) {
        return TestOAuthClient.send(request(path).GET().build());
    }

    /** The same wallet at another process of the node. */
    public TestHolder at(TestNode other) {
        return new TestHolder(other, dpopKey);
    }

    /** Of the key to which its tokens are bound. */
    public String thumbprint() {
        return dpopKey.publicKey().thumbprint();
    }

    /** The issuer's identifier. */
    public URI issuer() {
        return URI.create(process.origin() + issuerPath());
    }

    private static Signer key(TestNode process) {
        Keys keys = process.bean(Keys.class);
        return keys.signer(keys.newKey());
    }

    private static String issuerPath() {
        return "/o/" + TestIssuer.ORGANISATION;
    }

    private String dpop(String path, String token) {
        var request = new DpopExpectation(
                "POST", URI.create(process.origin() + path), token.isEmpty() ? "" : DpopProof.tokenHash(token));
        String nonce = process.bean(ProofNonces.class).make(Instant.now());
        return DpopProof.create(dpopKey, request, nonce, UUID.randomUUID().toString(), Instant.now());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(process.address() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String body) {
        return TestOAuthClient.send(request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
