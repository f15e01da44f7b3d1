package org.entente.node.wallet;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.node.wallet.TestServer.Request;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.DpopVerdict;
import org.entente.protocols.oid4vci.CredentialRequest;
import tools.jackson.databind.node.ObjectNode;

/** An issuer that follows OID4VCI 1.0, except for the mischief it is told to do. */
public final class TestIssuer implements AutoCloseable {
    public static final String TYPE = "urn:example:proof-of-residence:1";
    public static final String CODE = "4711";
    public static final int BATCH = 5;

    /** Ways to break the protocol. */
    public enum Mischief {
        OTHER_ISSUER_IN_METADATA,
        OTHER_ISSUER_IN_SERVER_METADATA,
        FOREIGN_SERVER_IN_OFFER,
        DUPLICATE_KEYS_IN_METADATA,
        METADATA_WITHOUT_END,
        METADATA_MOVED,
        METADATA_SIGNED_BY_A_STRANGER,
        BEARER_TOKEN,
        PRIVATE_TOKEN_ENDPOINT,
        OTHER_ISSUER_IN_CREDENTIAL,
        OTHER_TYPE,
        OTHER_KEY,
        SAME_KEY_TWICE,
        EXPIRED,
        FROM_THE_FUTURE,
        OTHER_SIGNER,
        SELF_SIGNED,
        EXPIRED_CERTIFICATE,
        LAST_COPY_FORGED,
        LAST_COPY_SAYS_OTHERWISE,
        LAST_COPY_HIDES_LESS,
        LAST_COPY_WITHOUT_STATUS,
        SAME_STATUS_TWICE,
        ONE_COPY_TOO_MANY,
        DEFERRED,
        FAILS_AT_CREDENTIAL_ONCE,
        FEWER_COPIES,
        DENIES,
        ENOUGH,
        ENOUGH_FOR_A_MOMENT,
        TWO_TYPES,
        NO_MORE_CARDS,
        SPENT_NONCE_ONCE
    }

    private final TestServer server;
    private final URI id;
    private final TestCopies copies;
    private final Set<Mischief> mischief;
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private volatile Instant tokensEnd = Instant.MAX;
    public final TestAuthorizations authorizations;
    public final TestNotifications notifications;
    public final AtomicInteger tokenRequests = new AtomicInteger();
    public final AtomicInteger credentialRequests = new AtomicInteger();

    public TestIssuer(Mischief... mischief) {
        this(new TestServer("issuer"), mischief);
    }

    private TestIssuer(TestServer server, Mischief... mischief) {
        this.server = server;
        this.id = URI.create(server.origin() + "/o/registrar");
        this.mischief = Collections.synchronizedSet(EnumSet.noneOf(Mischief.class));
        this.mischief.addAll(List.of(mischief));
        this.copies = new TestCopies(id, server.host(), this.mischief);
        this.authorizations = new TestAuthorizations(server);
        this.notifications = new TestNotifications(server, this::isGood);
        server.on("/offers", request -> Answer.json(200, Json.write(offer())));
        server.on("/.well-known/openid-credential-issuer/o/registrar", request -> metadata());
        server.on("/.well-known/oauth-authorization-server", request -> Answer.json(200, Json.write(authorization())));
        server.on("/token", this::token);
        server.on("/nonce", request -> Answer.json(200, "{\"c_nonce\":\"" + UUID.randomUUID() + "\"}"));
        server.on("/credential", this::credential);
        server.on("/elsewhere/credential", this::credential);
    }

    public URI id() {
        return id;
    }

    /** Breaks the protocol from now on. */
    public void now(Mischief more) {
        mischief.add(more);
    }

    /** Wants to hear what becomes of what it hands out. */
    public TestIssuer notified() {
        notifications.wanted();
        return this;
    }

    /** Lets somebody watch what it is asked and answers, who may hold it up. */
    public void watched(TestServer.Watch watch) {
        server.watched(watch);
    }

    /** What reached its addresses so far. */
    public List<TestServer.Seen> seen() {
        return server.seen();
    }

    /** The access tokens that it gave. */
    public Set<String> tokens() {
        return Set.copyOf(tokens.keySet());
    }

    /** Every token ends then, those to come too. */
    public void endTokens(Instant end) {
        tokensEnd = end;
    }

    /** The issuer says this address where it would say its own. */
    public TestIssuer saying(String member, String address) {
        said.put(member, address);
        return this;
    }

    /** With what it was told to say, and with a member that nobody knows. */
    private ObjectNode said(ObjectNode document) {
        said.forEach((member, address) -> {
            if (document.path(member).isArray()) {
                document.putArray(member).add(address);
            } else if (document.has(member)) {
                document.put(member, address);
            }
        });
        return document.put("novelty", "1");
    }

    public Signer credentialSigner() {
        return copies.signer();
    }

    /** A link to an offer of its own. */
    public String offerUri() {
        return server.origin() + "/offers";
    }

    /** A fresh offer, as JSON. */
    public ObjectNode offer() {
        ObjectNode offer = Json.newObject().put("credential_issuer", id.toString());
        offer.putArray("credential_configuration_ids").add("residence");
        ObjectNode grant = offer.putObject("grants").putObject("urn:ietf:params:oauth:grant-type:pre-authorized_code");
        grant.put("pre-authorized_code", UUID.randomUUID().toString());
        grant.putObject("tx_code")
                .put("length", CODE.length())
                .put("input_mode", "numeric")
                .put("description", "It came with the letter");
        if (mischief.contains(Mischief.FOREIGN_SERVER_IN_OFFER)) {
            grant.put("authorization_server", "https://somebody.example");
        }
        return said(offer);
    }

    private Answer metadata() {
        if (mischief.contains(Mischief.METADATA_MOVED)) {
            return new Answer(302, Map.of("Location", server.origin() + "/offers"), "");
        }
        if (mischief.contains(Mischief.METADATA_WITHOUT_END)) {
            return Answer.json(200, "{\"a\":\"" + "a".repeat(2 * 1024 * 1024) + "\"}");
        }
        boolean other = mischief.contains(Mischief.OTHER_ISSUER_IN_METADATA);
        ObjectNode json = Json.newObject().put("credential_issuer", other ? id + "x" : id.toString());
        json.putArray("authorization_servers").add(server.origin().toString());
        json.put("credential_endpoint", server.origin() + "/credential");
        json.put("nonce_endpoint", server.origin() + "/nonce");
        notifications.describe(json);
        TestDescriptions.describeIssuer(json);
        ObjectNode configurations = json.putObject("credential_configurations_supported");
        TestDescriptions.describe(configurations.putObject("residence"));
        if (mischief.contains(Mischief.TWO_TYPES)) {
            TestDescriptions.describe(configurations.putObject("card"));
        }
        if (mischief.contains(Mischief.METADATA_SIGNED_BY_A_STRANGER)) {
            return TestDescriptions.signed(id, server.host(), said(json));
        }
        boolean twice = mischief.contains(Mischief.DUPLICATE_KEYS_IN_METADATA);
        String first = twice ? "{\"credential_endpoint\":\"https://somebody.example\"," : "{";
        return Answer.json(200, first + Json.write(said(json)).substring(1));
    }

    private ObjectNode authorization() {
        boolean other = mischief.contains(Mischief.OTHER_ISSUER_IN_SERVER_METADATA);
        boolean hidden = mischief.contains(Mischief.PRIVATE_TOKEN_ENDPOINT);
        ObjectNode json = Json.newObject()
                .put(
                        "issuer",
                        other ? "https://somebody.example" : server.origin().toString())
                .put("token_endpoint", hidden ? "https://169.254.169.254/token" : server.origin() + "/token");
        authorizations.describe(json);
        return said(json);
    }

    private Answer token(Request request) {
        DpopProof proof = DpopProof.parse(request.header("DPoP"));
        if (!proof.nonce().equals("server-nonce")) {
            return new Answer(
                    400,
                    Map.of("DPoP-Nonce", "server-nonce", "Content-Type", "application/json"),
                    "{\"error\":\"use_dpop_nonce\"}");
        }
        tokenRequests.incrementAndGet();
        URI endpoint = URI.create(server.origin() + "/token");
        boolean proven = proof.verify(new DpopExpectation("POST", endpoint, ""), Instant.now(), Duration.ofMinutes(1))
                instanceof DpopVerdict.Valid;
        Map<String, String> form = request.form();
        boolean asked = List.of("authorization_code", "refresh_token").contains(form.getOrDefault("grant_type", ""));
        boolean right = asked
                ? !form.containsKey("tx_code") && authorizations.redeems(form, proof.thumbprint())
                : CODE.equals(form.get("tx_code")) && spent.add(form.getOrDefault("pre-authorized_code", ""));
        if (!proven || !right) {
            return Answer.json(400, "{\"error\":\"invalid_grant\"}");
        }
        String token = UUID.randomUUID().toString();
        tokens.put(token, proof.thumbprint());
        String type = mischief.contains(Mischief.BEARER_TOKEN) ? "Bearer" : "dpop";
        ObjectNode answer = Json.newObject()
                .put("access_token", token)
                .put("token_type", type)
                .put("expires_in", 60);
        answer.putArray("novelty");
        if (asked) {
            answer.put("refresh_token", authorizations.refreshToken(proof.thumbprint()));
        }
        return Answer.json(200, Json.write(answer));
    }

    private boolean isGood(String token, DpopProof proof) {
        return proof.thumbprint().equals(tokens.get(token)) && !authorizations.hasEnded(token, tokensEnd);
    }

    private Answer credential(Request request) {
        credentialRequests.incrementAndGet();
        String token = request.header("Authorization").replaceFirst("^DPoP ", "");
        DpopProof proof = DpopProof.parse(request.header("DPoP"));
        if (!isGood(token, proof)) {
            return Answer.json(401, "{\"error\":\"invalid_token\"}");
        }
        if (!proof.nonce().equals("server-nonce")) {
            return new Answer(
                    401, Map.of("DPoP-Nonce", "server-nonce", "WWW-Authenticate", "DPoP error=\"use_dpop_nonce\""), "");
        }
        boolean noMore =
                mischief.contains(Mischief.NO_MORE_CARDS) && request.body().contains("\"card\"");
        if (noMore || mischief.contains(Mischief.DENIES)) {
            return Answer.json(noMore ? 429 : 400, "{\"error\":\"credential_request_denied\"}");
        }
        if (mischief.contains(Mischief.ENOUGH_FOR_A_MOMENT) || mischief.contains(Mischief.ENOUGH)) {
            return new Answer(
                    429,
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "Retry-After",
                            mischief.remove(Mischief.ENOUGH) ? "432000" : "1"),
                    "{\"error\":\"credential_request_denied\"}");
        }
        if (mischief.contains(Mischief.DEFERRED)) {
            return Answer.json(202, "{\"transaction_id\":\"1\",\"interval\":5}");
        }
        if (mischief.remove(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            return Answer.json(503, "{}");
        }
        if (mischief.remove(Mischief.SPENT_NONCE_ONCE)) {
            return Answer.json(400, "{\"error\":\"invalid_nonce\"}");
        }
        ObjectNode response = copies.of(CredentialRequest.parse(Json.object(request.body())));
        notifications.name(response);
        return Answer.json(200, Json.write(response));
    }

    @Override
    public void close() {
        server.close();
    }
}
