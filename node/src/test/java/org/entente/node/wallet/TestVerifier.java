package org.entente.node.wallet;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.node.kernel.Secrets;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.node.wallet.TestServer.Request;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.dcql.TrustedAuthority;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.ClientMetadata;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.StatedPurpose;
import org.entente.protocols.oid4vp.WalletAnswer;
import tools.jackson.databind.node.ObjectNode;

/** A verifier that follows OID4VP 1.0, except for the mischief it is told to do. */
public final class TestVerifier implements AutoCloseable {
    /** Ways to break the protocol. */
    public enum Mischief {
        OTHER_CERTIFICATE,
        UNKNOWN_PREFIX,
        ANSWER_ELSEWHERE,
        ANSWER_TO_A_NETWORK,
        EXPIRED,
        ISSUED_IN_FUTURE,
        WRONG_AUDIENCE,
        WRONG_TYPE,
        WRONG_MEDIA_TYPE,
        FORGED,
        OTHER_MODE,
        NO_ENCRYPTION_KEY,
        DUPLICATE_KEYS,
        WITHOUT_END,
        MOVED,
        WRONG_WALLET_NONCE,
        TRANSACTION_DATA,
        REFUSES_ANSWERS,
        FAILS_ONCE,
        BREAKS_OFF_ONCE,
        BREAKS_OFF,
        TELLS_WHAT_IT_TOOK,
        GONE,
        ANSWERS_MOVED,
        LEADS_TO_A_NETWORK,
        SELF_SIGNED
    }

    private final TestServer server;
    private Signer signer;
    private final KeyPair encryption = TestSigners.pair();
    private final Set<Mischief> mischief = EnumSet.noneOf(Mischief.class);
    private final String nonce = UUID.randomUUID().toString();
    private final Queue<Request> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, String> said = new HashMap<>();
    private volatile List<X509Certificate> authorities = List.of(TestSigners.authority());
    private volatile Consumer<ObjectNode> alteration = claims -> {};
    private DcqlQuery query;

    public TestVerifier(String name, Mischief... mischief) {
        this.server = new TestServer(name);
        this.mischief.addAll(List.of(mischief));
        certifiedFor(server.host(), !this.mischief.contains(Mischief.SELF_SIGNED));
        this.query = asking("family_name");
        server.on("/request", this::request);
        TestConfiguration.publish(server, signer, () -> authorities);
        server.on("/answer", this::answer);
    }

    /** A query for claims of the test issuer's attestation. */
    public static DcqlQuery asking(String... claims) {
        return asking(List.of(), claims);
    }

    /** As {@link #asking(String...)}, from issuers under certain authorities only. */
    public static DcqlQuery asking(List<TrustedAuthority> authorities, String... claims) {
        return DcqlQuery.of(CredentialQuery.of(
                "residence",
                "dc+sd-jwt",
                TestIssuer.TYPE,
                authorities,
                List.of(claims).stream()
                        .map(claim -> ClaimPath.of(claim.split("\\.")))
                        .toList()));
    }

    /** The verifier has itself answered where its host listens no more. */
    public TestVerifier answeredNowhere() {
        try (TestServer gone = new TestServer(host().replace(".localhost", ""))) {
            return saying("response_uri", gone.origin() + "/answer");
        }
    }

    /** Its certificate names this host in the place of its own, and nobody vouches for it where that is not wanted. */
    public TestVerifier certifiedFor(String host, boolean vouchedFor) {
        String self = server.origin() + "/o/office";
        signer = vouchedFor ? TestSigners.of(self, host) : TestSigners.selfSigned(self, host);
        return this;
    }

    /** It breaks off no more from now on. */
    public void recovers() {
        mischief.remove(Mischief.BREAKS_OFF);
    }

    public TestVerifier with(DcqlQuery other) {
        this.query = other;
        return this;
    }

    /** The verifier says this where it would say its own. */
    public TestVerifier saying(String member, String address) {
        said.put(member, address);
        return this;
    }

    /** Its requests have these claims otherwise. */
    public TestVerifier altering(Consumer<ObjectNode> change) {
        this.alteration = change;
        return this;
    }

    /** Its host writes this after its name in its entity configuration. */
    public TestVerifier called(String suffix) {
        TestConfiguration.publish(server, server.origin() + suffix, signer, () -> authorities);
        return this;
    }

    /** Its host answers this where its entity configuration should be. */
    public TestVerifier publishing(Function<Request, Answer> answer) {
        server.on(EntityStatement.WELL_KNOWN_PATH, answer::apply);
        return this;
    }

    /** Its host names these authorities from now on, and no other. */
    public TestVerifier vouchedForBy(X509Certificate... authorities) {
        this.authorities = List.of(authorities);
        return this;
    }

    /** What reached its addresses so far. */
    public List<TestServer.Seen> seen() {
        return server.seen();
    }

    public String host() {
        return server.host();
    }

    public String clientId() {
        return mischief.contains(Mischief.UNKNOWN_PREFIX)
                ? "redirect_uri:" + server.origin() + "/answer"
                : RequestObject.clientId(
                        mischief.contains(Mischief.OTHER_CERTIFICATE)
                                ? TestSigners.of(server.origin() + "/o/office", server.host())
                                : signer);
    }

    public String requestUri() {
        return server.origin() + "/request";
    }

    public String nonce() {
        return nonce;
    }

    public String next() {
        return server.origin() + "/done?response_code=1#x";
    }

    /** What was posted to it so far. */
    public List<Request> answers() {
        return List.copyOf(answers);
    }

    /** The answer, decrypted. */
    public WalletAnswer read(Request answer) {
        return WalletAnswer.parse(
                CompactJwe.decrypt(answer.form().getOrDefault("response", ""), (ECPrivateKey) encryption.getPrivate()));
    }

    private Answer request(Request request) {
        if (mischief.contains(Mischief.GONE)) {
            return Answer.json(404, "{}");
        }
        if (mischief.contains(Mischief.MOVED)) {
            return new Answer(302, Map.of("Location", requestUri()), "");
        }
        if (mischief.contains(Mischief.WITHOUT_END)) {
            return Answer.json(200, "a".repeat(2 * 1024 * 1024));
        }
        ObjectNode claims = CompactJws.parse(object().sign(signer)).claims();
        spoil(claims);
        if (request.method().equals("POST")) {
            boolean wrong = mischief.contains(Mischief.WRONG_WALLET_NONCE);
            claims.put("wallet_nonce", wrong ? "other" : request.form().get("wallet_nonce"));
        }
        String type = mischief.contains(Mischief.WRONG_TYPE) ? "JWT" : "oauth-authz-req+jwt";
        String jws = CompactJws.sign(signer, type, claims, JoseOption.CERTIFICATES);
        if (mischief.contains(Mischief.FORGED)) {
            int dot = jws.indexOf('.') + 1;
            ObjectNode other = claims.deepCopy().put("state", "forged");
            jws = jws.substring(0, dot) + base64url(Json.write(other)) + jws.substring(jws.lastIndexOf('.'));
        }
        if (mischief.contains(Mischief.DUPLICATE_KEYS)) {
            int dot = jws.indexOf('.') + 1;
            String text = "{\"nonce\":\"a\"," + Json.write(claims).substring(1);
            String input = jws.substring(0, dot) + base64url(text);
            jws = input + "." + Secrets.base64url(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
        }
        String mediaType = mischief.contains(Mischief.WRONG_MEDIA_TYPE) ? "text/html" : RequestObject.MEDIA_TYPE;
        return new Answer(200, Map.of("Content-Type", mediaType), jws);
    }

    private void spoil(ObjectNode claims) {
        claims.put("novelty", "1").put("iss", "https://somebody.example");
        said.entrySet().stream()
                .filter(entry -> claims.has(entry.getKey()))
                .forEach(entry -> claims.put(entry.getKey(), entry.getValue()));
        SpoiltRequest.spoil(claims, mischief);
        alteration.accept(claims);
    }

    private RequestObject object() {
        Instant now = Instant.now();
        Instant issued = now.plus(mischief.contains(Mischief.ISSUED_IN_FUTURE) ? Duration.ofHours(1) : Duration.ZERO);
        Instant expires = now.plus(mischief.contains(Mischief.EXPIRED) ? Duration.ofSeconds(-5) : Duration.ofHours(2));
        return new RequestObject(
                clientId(),
                URI.create(server.origin() + "/answer"),
                nonce,
                "state-1",
                query,
                ClientMetadata.ofEphemeralKey(PublicJwk.of((ECPublicKey) encryption.getPublic())),
                new StatedPurpose(
                        Map.of("fr", "Bureau des arrivées", "en", "Arrivals office"),
                        Map.of("fr", "Enregistrer votre arrivée", "en", "Register your arrival"),
                        "https://verifier.example/ententes/1",
                        "3.1"),
                Optional.of(issued),
                Optional.of(expires));
    }

    private Answer answer(Request request) {
        if (mischief.remove(Mischief.FAILS_ONCE)) {
            return Answer.json(503, "{}");
        }
        if (mischief.contains(Mischief.ANSWERS_MOVED)) {
            return new Answer(307, Map.of("Location", said.getOrDefault("moved", next())), "");
        }
        boolean tookOne = !answers.isEmpty();
        boolean tookThis = answers.stream().anyMatch(before -> before.body().equals(request.body()));
        answers.add(request);
        if (mischief.contains(Mischief.BREAKS_OFF) || mischief.remove(Mischief.BREAKS_OFF_ONCE)) {
            return Answer.LOST;
        }
        if (tookThis && mischief.contains(Mischief.TELLS_WHAT_IT_TOOK)) {
            return Answer.json(400, "{\"error\":\"already_answered\",\"redirect_uri\":\"" + next() + "\"}");
        }
        if (tookOne || mischief.contains(Mischief.REFUSES_ANSWERS)) {
            return Answer.json(400, "{\"error\":\"invalid_request\"}");
        }
        String next = mischief.contains(Mischief.LEADS_TO_A_NETWORK) ? "javascript:alert(1)" : next();
        return Answer.json(200, "{\"novelty\":1,\"redirect_uri\":\"" + said.getOrDefault("redirect_uri", next) + "\"}");
    }

    private static String base64url(String text) {
        return Secrets.base64url(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
