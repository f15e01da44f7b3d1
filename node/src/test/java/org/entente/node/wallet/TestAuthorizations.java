package org.entente.node.wallet;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.node.wallet.TestServer.Request;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.CodeVerifier;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.Form;
import tools.jackson.databind.node.ObjectNode;

/** The part of an issuer's server that asks persons: pushed requests, answers in an address, codes (RFC 9126, 7636, 9207). */
public final class TestAuthorizations {
    private record Pushed(AuthorizationRequest request, String thumbprint) {}

    private final TestServer server;
    private final Map<String, Pushed> pushed = new ConcurrentHashMap<>();
    private final Map<String, Pushed> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Queue<String> revoked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deaf = new AtomicInteger();
    private volatile boolean revocable;
    public final AtomicInteger pushes = new AtomicInteger();

    TestAuthorizations(TestServer server) {
        this.server = server;
        server.on("/par", this::push);
        server.on("/revoke", this::revoke);
    }

    /** What the server's metadata say of it. */
    void describe(ObjectNode metadata) {
        metadata.put("authorization_endpoint", server.origin() + "/authorize?tenant=registrar")
                .put("pushed_authorization_request_endpoint", server.origin() + "/par")
                .put("authorization_response_iss_parameter_supported", true);
        metadata.putArray("code_challenge_methods_supported").add("S256");
        if (revocable) {
            metadata.put("revocation_endpoint", server.origin() + "/revoke");
        }
    }

    /** Takes permissions back from now on (RFC 7009); not the first times. */
    public void takesBack(int deafFirst) {
        revocable = true;
        deaf.set(deafFirst);
    }

    /** How many permissions it has taken back. */
    public int takenBack() {
        return revoked.size();
    }

    private Answer revoke(Request request) {
        if (deaf.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            return Answer.json(503, "{}");
        }
        String token = request.form().getOrDefault("token", "");
        if (refreshTokens.remove(token) != null) {
            revoked.add(token);
        }
        return Answer.json(200, "");
    }

    /** Takes these access tokens no more. */
    public void end(Set<String> tokens) {
        ended.addAll(tokens);
    }

    /** Whether an access token is over, as all are at some time. */
    boolean hasEnded(String token, Instant end) {
        return ended.contains(token) || end.isBefore(Instant.now());
    }

    private Answer push(Request request) {
        pushes.incrementAndGet();
        DpopProof proof = DpopProof.parse(request.header("DPoP"));
        AuthorizationRequest asked = AuthorizationRequest.parse(Form.ofQuery(request.body()));
        if (!asked.keyThumbprint().equals(proof.thumbprint())) {
            return Answer.json(400, "{\"error\":\"invalid_dpop_proof\"}");
        }
        String name = "urn:example:" + UUID.randomUUID();
        pushed.put(name, new Pushed(asked, proof.thumbprint()));
        return Answer.json(201, "{\"request_uri\":\"" + name + "\",\"expires_in\":60}");
    }

    /** The request that a browser brings to the authorization endpoint. */
    public AuthorizationRequest asked(URI page) {
        return at(page).request();
    }

    /** Where the server sends a browser that came to this page, when the person says yes. */
    public URI allow(URI page) {
        return allow(page, server.origin().toString());
    }

    /** The same, but the answer names another issuer; "" for none. */
    public URI allow(URI page, String issuer) {
        Pushed request = at(page);
        String code = UUID.randomUUID().toString();
        codes.put(code, request);
        return new AuthorizationAnswer.Code(code, request.request().state(), issuer)
                .at(request.request().redirectUri());
    }

    /** Where the server sends a browser that came to this page, when the person says no. */
    public URI deny(URI page) {
        AuthorizationRequest request = at(page).request();
        return new AuthorizationAnswer.Refused(
                        "access_denied", "", request.state(), server.origin().toString())
                .at(request.redirectUri());
    }

    /** Whether a token request fits the code or refresh token that it brings; each fits once. */
    boolean redeems(Map<String, String> form, String thumbprint) {
        if ("refresh_token".equals(form.get("grant_type"))) {
            return thumbprint.equals(refreshTokens.remove(form.getOrDefault("refresh_token", "")));
        }
        Pushed request = codes.remove(form.getOrDefault("code", ""));
        return request != null
                && request.thumbprint().equals(thumbprint)
                && request.request().clientId().equals(form.get("client_id"))
                && request.request().redirectUri().toString().equals(form.get("redirect_uri"))
                && new CodeVerifier(form.getOrDefault("code_verifier", ""))
                        .challenge()
                        .equals(request.request().codeChallenge());
    }

    /** A new refresh token for a key. */
    String refreshToken(String thumbprint) {
        String token = UUID.randomUUID().toString();
        refreshTokens.put(token, thumbprint);
        return token;
    }

    /** Ends all that can be renewed. */
    public void withdraw() {
        refreshTokens.clear();
    }

    private Pushed at(URI page) {
        Form query = Form.ofQuery(page.getRawQuery());
        if (!query.required("tenant").equals("registrar")) {
            throw new AssertionError("the endpoint's own query is lost");
        }
        Pushed request = Objects.requireNonNull(pushed.get(query.required("request_uri")));
        if (!request.request().clientId().equals(query.required("client_id"))) {
            throw new AssertionError("the client's identifier differs");
        }
        return request;
    }
}
