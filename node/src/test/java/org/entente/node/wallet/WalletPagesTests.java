package org.entente.node.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.protocols.Requirement;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wallet as a browser without scripts meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalletPagesTests {
    private TestMailbox mailbox;
    private TestNode wallet;
    private TestIssuer issuer;
    private TestBrowser newcomer;

    @BeforeAll
    void open() {
        mailbox = new TestMailbox();
        wallet = TestNode.wallet(mailbox.settings());
        issuer = new TestIssuer();
        newcomer = signedIn("anticosti@example.org");
    }

    @AfterAll
    void close() {
        issuer.close();
        wallet.close();
        mailbox.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §15.6 interaction")
    void nothing_is_fetched_for_a_link_before_its_holder_followed_it_and_signed_in() {
        try (TestIssuer stranger = new TestIssuer()) {
            String link = "/en/wallet/offer?credential_offer_uri=" + encoded(stranger.offerUri());
            new TestBrowser(wallet).get(link);
            assertThat(stranger.seen()).isEmpty();

            newcomer.get(link);
            assertThat(stranger.seen()).isNotEmpty();
        }
    }

    @Test
    void a_holder_who_follows_link_after_link_waits_and_others_do_not() {
        TestBrowser hasty = signedIn("hasty@example.org");
        // Twice as many as a minute may have, and one: also where a new minute begins meanwhile.
        assertThat(IntStream.rangeClosed(0, 60)
                        .map(i -> hasty.get("/en/wallet/offer?credential_offer_uri=x")
                                .statusCode())
                        .anyMatch(status -> status == 429))
                .isTrue();
        assertThat(newcomer.get("/en/wallet/offer?credential_offer_uri=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void leads_to_signing_in_and_back_to_the_offer() {
        TestBrowser browser = new TestBrowser(wallet);
        HttpResponse<String> answer = browser.get(offerLink());
        assertThat(answer.statusCode()).isEqualTo(303);
        String signIn = TestBrowser.location(answer);
        assertThat(signIn)
                .startsWith("/en/sign-in?next=%2Fen%2Fsign-in%2Fresume%2F")
                .doesNotContain("offer");
        String next = URLDecoder.decode(signIn.substring(signIn.indexOf('=') + 1), StandardCharsets.UTF_8);
        browser.post("/en/sign-in", Map.of("email", "rimouski@example.org", "next", next));
        String resume =
                TestBrowser.location(browser.post("/en/sign-in/code", Map.of("code", TestBrowser.code(mailbox))));
        assertThat(TestBrowser.location(browser.get(resume))).isEqualTo(offerLink());
    }

    @Test
    void an_attestation_is_received_read_shown_and_deleted() {
        TestBrowser browser = signedIn("rimouski@example.org");
        assertThat(browser.get("/en/wallet").body()).contains("You have no attestation yet");

        String offer = received(browser);
        assertThat(browser.get(offer).body()).contains("Your attestation is in your wallet");
        String fr = browser.get("/fr/wallet").body();
        assertThat(fr).contains("Preuve de résidence", "Registraire de Rimouski", "5 exemplaires inutilisés");
        String path = fr.replaceAll("(?s).*href=\"/fr(/wallet/attestations/[0-9a-f-]+)\".*", "$1");
        assertThat(browser.get("/en" + path).body()).contains("Family name", "Kamouraska", "Rimouski");

        try (TestVerifier verifier = new TestVerifier("office")) {
            String request = TestBrowser.location(browser.get(requestLink(verifier)));
            String consent = browser.get(request).body();
            assertThat(consent)
                    .contains("Arrivals office", "office.localhost", "Register your arrival", "Kamouraska", "3.1")
                    .doesNotContain("Percé");
            HttpResponse<String> agreed = browser.post(request + "/agree", Map.of());
            assertThat(TestBrowser.location(agreed)).isEqualTo(verifier.next());
            assertThat(TestBrowser.location(browser.post(request + "/agree", Map.of())))
                    .isEqualTo(request);
            assertThat(verifier.answers()).hasSize(1);
            assertThat(browser.get(request).body()).contains("You have shown your attestation");
        }
        assertThat(browser.get("/en/wallet").body()).contains("Arrivals office", "Accepted", "4 unused copies");

        assertThat(browser.get("/en" + path + "/delete").body()).contains("Delete this attestation?");
        assertThat(browser.post("/en" + path + "/delete", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/en" + path).statusCode()).isEqualTo(404);
        assertThat(browser.get("/en/wallet").body()).contains("You have no attestation yet", "Arrivals office");
    }

    @Test
    void a_wrong_code_is_an_error_of_the_form_and_may_be_corrected() {
        TestBrowser browser = signedIn("gaspe@example.org");
        String offer = TestBrowser.location(browser.get(offerLink()));
        HttpResponse<String> missing = browser.post(offer + "/accept", Map.of("tx_code", ""));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("role=\"alert\"", "href=\"#field-tx_code\"");
        assertThat(browser.post(offer + "/accept", Map.of("tx_code", "12")).body())
                .contains("The code has 4 characters");
        browser.post(offer + "/accept", Map.of("tx_code", "0000"));
        assertThat(browser.get(offer).body()).contains("The issuer did not accept the code");
        browser.post(offer + "/accept", Map.of("tx_code", TestIssuer.CODE));
        assertThat(browser.get(offer).body()).contains("Your attestation is in your wallet");
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 tx_code-shown")
    @Requirement("OID4VCI 1.0 §13.6.2 phishing")
    void the_issuer_is_named_before_its_code_is_entered() {
        TestBrowser browser = signedIn("mont-joli@example.org");

        String page =
                browser.get(TestBrowser.location(browser.get(offerLink()))).body();

        assertThat(page).contains("issuer.localhost", "It came with the letter", "field-tx_code");
    }

    @Test
    @Requirement("OID4VP 1.0 §5.10.1 only-the-object")
    @Requirement("OID4VP 1.0 §5.9.3 metadata")
    void what_stands_beside_a_request_object_counts_for_nothing() {
        TestBrowser browser = signedIn("amqui@example.org");
        received(browser);
        try (TestVerifier verifier = new TestVerifier("office")) {
            String link = requestLink(verifier) + "&nonce=another&state=another&dcql_query=%7B%7D&response_uri="
                    + encoded("https://somebody.example/answer")
                    + "&client_name=Somebody&client_metadata=" + encoded("{\"client_name\":\"Somebody\"}");
            String asked = TestBrowser.location(browser.get(link));
            assertThat(browser.get(asked).body()).doesNotContain("Somebody");
            browser.post(asked + "/agree", Map.of());

            assertThat(verifier.answers()).hasSize(1);
            assertThat(verifier.read(verifier.answers().getFirst()).state()).isEqualTo("state-1");
        }
    }

    @Test
    void what_one_holder_has_no_other_sees() {
        TestBrowser one = signedIn("matane@example.org");
        String offer = received(one);
        String path = one.get("/en/wallet").body().replaceAll("(?s).*(/en/wallet/attestations/[0-9a-f-]+).*", "$1");
        TestBrowser other = signedIn("tadoussac@example.org");
        assertThat(other.get(offer).statusCode()).isEqualTo(404);
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.post(path + "/delete", Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.post(offer + "/accept", Map.of()).statusCode()).isEqualTo(404);
        assertThat(one.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_pasted_link_opens_whatever_program_it_was_meant_for() {
        TestBrowser browser = signedIn("sept-iles@example.org");
        String link = "openid-credential-offer://?credential_offer_uri=" + encoded(issuer.offerUri());
        assertThat(TestBrowser.location(browser.post("/fr/wallet", Map.of("link", link))))
                .startsWith("/fr/wallet/offer?credential_offer_uri=");
        String request = "haip-vp://?client_id=a&request_uri=https%3A%2F%2Fa.example";
        assertThat(TestBrowser.location(browser.post("/fr/wallet", Map.of("link", request))))
                .startsWith("/fr/wallet/present?client_id=a");
        assertThat(browser.post("/fr/wallet", Map.of("link", "bonjour")).statusCode())
                .isEqualTo(400);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.5 access_denied")
    @Requirement("OID4VP 1.0 §15.1 consent")
    void a_holder_who_lacks_what_is_asked_is_told_what_and_may_say_so() {
        TestBrowser browser = signedIn("natashquan@example.org");
        try (TestVerifier verifier = new TestVerifier("office")) {
            String request = TestBrowser.location(browser.get(requestLink(verifier)));
            assertThat(browser.get(request).body())
                    .contains("You do not have what this service asks for", TestIssuer.TYPE);
            assertThat(TestBrowser.location(browser.post(request + "/refuse", Map.of())))
                    .isEqualTo(verifier.next());
            assertThat(verifier.read(verifier.answers().getFirst()))
                    .isEqualTo(new WalletAnswer.Declined("access_denied", "state-1"));
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §8.4 transaction_data")
    @Requirement("OID4VP 1.0 §15.1 consent")
    void a_holder_reads_what_is_wrong_with_a_request_and_may_tell_the_service() {
        TestBrowser browser = signedIn("mingan@example.org");
        try (TestVerifier verifier = new TestVerifier("office", Mischief.TRANSACTION_DATA)) {
            String request = TestBrowser.location(browser.get(requestLink(verifier)));
            assertThat(browser.get(request).body())
                    .contains(
                            "The request cannot be answered", "transaction data", verifier.host(), "Tell the service");
            assertThat(verifier.answers()).isEmpty();
            assertThat(TestBrowser.location(browser.post(request + "/tell", Map.of())))
                    .isEqualTo(verifier.next());
            assertThat(TestBrowser.location(browser.post(request + "/tell", Map.of())))
                    .isEqualTo(request);
            assertThat(browser.get(request).body())
                    .contains("You told the service", "Go on to the service")
                    .doesNotContain("/tell\"");
            assertThat(verifier.answers()).hasSize(1);
            assertThat(signedIn("havre@example.org")
                            .post(request + "/tell", Map.of())
                            .statusCode())
                    .isIn(303, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/wallet/offer",
                "/en/wallet/offer?credential_offer=%7B",
                "/en/wallet/offer?credential_offer_uri=https%3A%2F%2F10.0.0.1%2F",
                "/en/wallet/present",
                "/en/wallet/present?client_id=x&request_uri=https%3A%2F%2F10.0.0.1%2F",
                "/en/wallet/present?client_id=x&request_uri=https%3A%2F%2Fa.example&request_uri_method=put"
            })
    void a_link_that_leads_nowhere_is_explained(String path) {
        HttpResponse<String> answer = newcomer.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be opened", "Back to my wallet");
    }

    private String received(TestBrowser browser) {
        String offer = TestBrowser.location(browser.get(offerLink()));
        browser.post(offer + "/accept", Map.of("tx_code", TestIssuer.CODE));
        return offer;
    }

    private String offerLink() {
        return "/en/wallet/offer?credential_offer_uri=" + encoded(issuer.offerUri());
    }

    private static String requestLink(TestVerifier verifier) {
        return "/en/wallet/present?client_id=" + encoded(verifier.clientId()) + "&request_uri="
                + encoded(verifier.requestUri());
    }

    private TestBrowser signedIn(String email) {
        return new TestBrowser(wallet).signIn(mailbox, email);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
