package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.entente.https.TrustedAuthorities;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.trust.IntroductionOutcome;
import org.entente.node.trust.Trust;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** A node that serves https itself, and believes servers by their certificates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsTests {
    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode node = TestNode.government("tadoussac", settings());

    @AfterAll
    void close() {
        node.close();
        mailbox.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §13.9 tls")
    @Requirement("OID4VP 1.0 §14.6 tls")
    void speaks_tls_1_3_and_1_2_with_the_recommended_ciphers_only() throws IOException {
        assertThat(handshake("TLSv1.3").getProtocol()).isEqualTo("TLSv1.3");
        assertThat(handshake("TLSv1.2").getCipherSuite()).contains("_GCM_");
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"));
    }

    @Test
    void a_session_never_travels_in_the_clear() {
        TestBrowser browser = new TestBrowser(node);
        browser.post("/fr/sign-in", Map.of("email", "tadoussac@example.ca"));
        HttpResponse<String> entered = browser.post("/fr/sign-in/code", Map.of("code", TestBrowser.code(mailbox)));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain"));
        assertThat(browser.get("/fr").body()).contains("/fr/sign-out");
    }

    @Test
    void a_cookie_that_another_host_could_have_planted_is_not_read() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, "tadoussac@example.ca");
        TestBrowser planted = TestBrowser.withCookie(node, browser.cookie());
        assertThat(planted.get("/fr").body()).doesNotContain("/fr/sign-out");
    }

    /** Browsers remember it for a name and all its ports, also for those that serve http. */
    @Test
    void a_name_on_loopback_is_not_remembered_as_https_for_ever() {
        assertThat(new TestBrowser(node).get("/fr").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    @Requirement("OID4VCI 1.0 §8 tls")
    @Requirement("OID4VCI 1.0 §12.2.2 tls")
    @Requirement("OID4VCI 1.0 §12.2.4 nonce_endpoint")
    @Requirement("OID4VCI 1.0 §12.2.4 notification_endpoint")
    void the_metadata_are_read_over_https_and_name_endpoints_there() {
        String issuer = node.origin() + "/o/" + TestIssuer.ORGANISATION;
        HttpResponse<String> answer =
                new TestBrowser(node).get("/.well-known/openid-credential-issuer/o/" + TestIssuer.ORGANISATION);
        ObjectNode metadata = Json.object(answer.body());

        assertThat(issuer).startsWith("https://");
        assertThat(metadata.path("credential_issuer").stringValue()).isEqualTo(issuer);
        assertThat(metadata.path("credential_endpoint").stringValue()).startsWith(issuer + "/");
        assertThat(metadata.path("nonce_endpoint").stringValue()).startsWith(issuer + "/");
        assertThat(metadata.path("notification_endpoint").stringValue()).startsWith(issuer + "/");
    }

    @Test
    void a_redirect_stays_on_https() {
        HttpResponse<String> front = new TestBrowser(node).get("/");
        assertThat(front.statusCode() / 100).isEqualTo(3);
        assertThat(node.origin().resolve(TestBrowser.location(front)).getScheme())
                .isEqualTo("https");
    }

    @Test
    void a_proof_of_possession_names_the_https_address() {
        TestOAuthClient client = new TestOAuthClient(node);
        assertThat(client.boundToken()).isNotEmpty();
        String plain = node.origin().toString().replace("https:", "http:") + "/oauth/token";
        String proof = DpopProof.create(client.key(), "POST", plain, "", "elsewhere", Instant.now());
        HttpResponse<String> refused = client.token(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", TestOAuthClient.ID,
                        "client_secret", TestOAuthClient.SECRET),
                proof);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_dpop_proof");
    }

    @Test
    void a_renewed_certificate_is_shown_without_a_restart() throws IOException {
        BigInteger before = serial();
        TestHttps.vouchFor("tadoussac");
        await().atMost(Duration.ofSeconds(30)).until(() -> !serial().equals(before));
    }

    @Test
    @Requirement("OID4VCI 1.0 §13.9 tls")
    @Requirement("OID4VP 1.0 §14.6 tls")
    void a_node_believes_servers_whose_authority_it_knows_and_whose_certificate_names_them() {
        Map<String, Object> stranger = new LinkedHashMap<>(TestHttps.settings("perce"));
        stranger.remove("entente.outgoing.authorities");
        try (TestNode believing = TestNode.government("gaspe", TestHttps.settings("gaspe"));
                TestNode unbelieving = TestNode.government("perce", stranger);
                TestNode misnamed = TestNode.government("matane", TestHttps.settings("perce"))) {
            assertThat(introduced(believing, node)).isTrue();
            assertThat(introduced(unbelieving, node)).isFalse();
            assertThat(introduced(believing, misnamed)).isFalse();
        }
    }

    private static boolean introduced(TestNode to, TestNode newcomer) {
        return to.bean(Trust.class).introduce(newcomer.origin(), Instant.now())
                instanceof IntroductionOutcome.Introduced;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(TestHttps.settings("tadoussac"));
        settings.putAll(mailbox.settings());
        settings.putAll(TestIssuer.settings());
        settings.putAll(TestOAuthClient.settings("verification"));
        settings.put("spring.ssl.bundle.watch.file.quiet-period", "100ms");
        return settings;
    }

    private BigInteger serial() throws IOException {
        return ((java.security.cert.X509Certificate) handshake("TLSv1.3").getPeerCertificates()[0]).getSerialNumber();
    }

    private SSLSession handshake(String protocol, String... ciphers) throws IOException {
        URI origin = node.origin();
        var sockets = TrustedAuthorities.besides(TestHttps.authority()).getSocketFactory();
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(origin.getHost(), origin.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            if (ciphers.length > 0) {
                socket.setEnabledCipherSuites(ciphers);
            }
            socket.startHandshake();
            return socket.getSession();
        }
    }
}
