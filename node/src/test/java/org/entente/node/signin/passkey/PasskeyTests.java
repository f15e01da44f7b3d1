package org.entente.node.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.location;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestAuthenticator;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestPasskeys;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyTests {
    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode node = TestNode.government("quebec", mailbox.settings());
    private final JdbcClient sql = node.bean(JdbcClient.class);
    private int people;

    @AfterAll
    void close() {
        node.close();
        mailbox.close();
    }

    @Test
    void a_passkey_signs_in_without_an_address_and_leads_back() {
        TestAuthenticator authenticator = registered();
        TestBrowser browser = new TestBrowser(node);
        HttpResponse<String> entered = browser.post(
                "/fr/sign-in/passkey",
                Map.of("answer", authenticator.get(TestPasskeys.question(browser)), "next", "/en/account"));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(location(entered)).isEqualTo("/fr/account");
        assertThat(browser.get("/fr/account").body()).contains("Clé de Matane", "Utilisée la dernière fois le");
    }

    @Test
    void the_question_demands_the_persons_verification_and_names_nobody() {
        ObjectNode question = Json.object(TestPasskeys.question(new TestBrowser(node)));
        assertThat(question.path("userVerification").asString()).isEqualTo("required");
        assertThat(question.path("rpId").asString()).isEqualTo("quebec.localhost");
        assertThat(question.path("allowCredentials").size()).isZero();
    }

    @Test
    void a_new_passkey_is_discoverable_unattested_and_called_by_a_random_handle() {
        String email = address();
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, email);
        ObjectNode first = Json.object(TestPasskeys.questionToAdd(browser));
        assertThat(first.path("attestation").asString()).isEqualTo("none");
        assertThat(first.path("authenticatorSelection").path("residentKey").asString())
                .isEqualTo("required");
        assertThat(first.path("authenticatorSelection").path("userVerification").asString())
                .isEqualTo("required");
        assertThat(first.path("user").path("id").asString()).hasSize(43);
        assertThat(first.path("user").path("name").asString()).isEqualTo(email);
        ObjectNode again = Json.object(TestPasskeys.questionToAdd(browser));
        assertThat(again.path("user").path("id")).isEqualTo(first.path("user").path("id"));
        assertThat(again.path("challenge")).isNotEqualTo(first.path("challenge"));
    }

    @Test
    void an_authenticator_is_told_which_passkeys_it_need_not_make_again() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
        TestPasskeys.add(browser, origin());
        ObjectNode question = Json.object(TestPasskeys.questionToAdd(browser));
        assertThat(question.path("excludeCredentials").size()).isOne();
        assertThat(question.path("excludeCredentials").get(0).path("transports").toString())
                .contains("internal", "hybrid");
    }

    @Test
    void the_owner_is_told_of_a_new_passkey_but_not_in_the_words_of_whoever_added_it() throws Exception {
        String email = address();
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, email);
        TestAuthenticator authenticator = new TestAuthenticator(origin());
        String answer = authenticator.create(TestPasskeys.questionToAdd(browser));
        TestPasskeys.add(browser, answer, "https://phishing.example");
        var mail = mailbox.next(email, "Une clé d’accès a été ajoutée");
        assertThat(mail.getContent().toString())
                .contains(origin() + "/fr/account", origin() + "/en/account")
                .doesNotContain("phishing");
    }

    @TestFactory
    Stream<DynamicTest> refuses_an_answer_that() {
        TestAuthenticator other = registered();
        return Map.<String, TestAuthenticator.Lie>ofEntries(
                        Map.entry("was given to another origin", speech -> speech.origin = "https://phishing.example"),
                        Map.entry("was given at another port", speech -> speech.origin = "http://quebec.localhost:1"),
                        Map.entry("is for another relying party", speech -> speech.relyingParty = "localhost"),
                        Map.entry("answers another question", speech -> speech.challenge = "A".repeat(43)),
                        Map.entry("was given in a frame", speech -> speech.crossOrigin = true),
                        Map.entry("makes instead of signs", speech -> speech.type = "webauthn.create"),
                        Map.entry("verified nobody", speech -> speech.verified = false),
                        Map.entry("met nobody", speech -> speech.present = false),
                        Map.entry("has a copy that it cannot have", speech -> {
                            speech.backupEligible = false;
                            speech.backedUp = true;
                        }),
                        Map.entry("can no longer be copied", speech -> speech.backupEligible = false),
                        Map.entry("is signed by another key", speech -> speech.signsWithAnotherKey = true),
                        Map.entry("names another person", speech -> speech.userHandle = other.userHandle()),
                        Map.entry("names nobody we know", speech -> speech.userHandle = new byte[32]),
                        Map.entry("names another account's passkey", speech -> speech.credentialId = other.id()),
                        Map.entry("is of another account in both", speech -> {
                            speech.credentialId = other.id();
                            speech.userHandle = other.userHandle();
                        }),
                        Map.entry("is of an unknown passkey", speech -> speech.credentialId = new byte[32]))
                .entrySet()
                .stream()
                .map(lie -> DynamicTest.dynamicTest(lie.getKey(), () -> {
                    TestAuthenticator authenticator = registered();
                    TestBrowser browser = new TestBrowser(node);
                    refuses(browser, authenticator.get(TestPasskeys.question(browser), lie.getValue()));
                    assertThat(TestPasskeys.signIn(browser, authenticator).statusCode())
                            .as("and takes the truth")
                            .isEqualTo(303);
                }));
    }

    @TestFactory
    Stream<DynamicTest> does_not_take_a_new_passkey_that() {
        return Map.<String, TestAuthenticator.Lie>of(
                        "was made for another origin", speech -> speech.origin = "https://phishing.example",
                        "is for another relying party", speech -> speech.relyingParty = "localhost",
                        "answers another question", speech -> speech.challenge = "A".repeat(43),
                        "was made in a frame", speech -> speech.crossOrigin = true,
                        "signs instead of makes", speech -> speech.type = "webauthn.get",
                        "verified nobody", speech -> speech.verified = false,
                        "met nobody", speech -> speech.present = false)
                .entrySet()
                .stream()
                .map(lie -> DynamicTest.dynamicTest(lie.getKey(), () -> {
                    TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
                    String answer =
                            new TestAuthenticator(origin()).create(TestPasskeys.questionToAdd(browser), lie.getValue());
                    assertThat(TestPasskeys.add(browser, answer, "Clé").statusCode())
                            .isEqualTo(400);
                    assertThat(browser.get("/fr/account").body()).contains("pas encore de clé");
                }));
    }

    @Test
    void an_answer_counts_once() {
        TestAuthenticator authenticator = registered();
        TestBrowser browser = new TestBrowser(node);
        String answer = authenticator.get(TestPasskeys.question(browser));
        TestBrowser same = browser.at(node);
        assertThat(TestPasskeys.signIn(browser, answer).statusCode()).isEqualTo(303);
        refuses(same, answer);
    }

    @Test
    void an_answer_counts_in_the_browser_that_was_asked() {
        TestAuthenticator authenticator = registered();
        TestBrowser asked = new TestBrowser(node);
        String answer = authenticator.get(TestPasskeys.question(asked));
        refuses(new TestBrowser(node), answer);
        assertThat(TestPasskeys.signIn(asked, answer).statusCode()).isEqualTo(303);
    }

    @Test
    void an_answer_counts_for_its_own_purpose() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
        TestAuthenticator authenticator = TestPasskeys.add(browser, origin());
        refuses(
                browser,
                authenticator.get(browser.ask("/fr/account/confirm/question").body()));
        String toSignIn = authenticator.get(TestPasskeys.question(browser));
        assertThat(browser.post("/fr/account/confirm", Map.of("answer", toSignIn))
                        .statusCode())
                .isEqualTo(400);
        String toAdd = new TestAuthenticator(origin())
                .create(rewritten(TestPasskeys.question(browser), TestPasskeys.questionToAdd(browser)));
        assertThat(TestPasskeys.add(browser, toAdd, "Clé").statusCode()).isEqualTo(400);
    }

    @Test
    void a_late_answer_does_not_count() {
        TestAuthenticator authenticator = registered();
        TestBrowser browser = new TestBrowser(node);
        String answer = authenticator.get(TestPasskeys.question(browser));
        sql.sql("update signin.challenges set expires_at = now() - interval '1 second'")
                .update();
        refuses(browser, answer);
    }

    @Test
    void a_count_that_goes_back_is_refused_and_told_to_the_owner() {
        String email = address();
        TestAuthenticator authenticator = TestPasskeys.add(new TestBrowser(node).signIn(mailbox, email), origin());
        for (int i = 0; i < 3; i++) {
            assertThat(TestPasskeys.signIn(new TestBrowser(node), authenticator).statusCode())
                    .isEqualTo(303);
        }
        authenticator.rewind(1);
        TestBrowser thief = new TestBrowser(node);
        refuses(thief, authenticator.get(TestPasskeys.question(thief)));
        assertThat(mailbox.next(email, "One of your passkeys was refused")).isNotNull();
    }

    @Test
    void a_passkey_without_a_count_signs_in_again_and_again() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
        TestAuthenticator authenticator = new TestAuthenticator(origin()).uncounted();
        TestPasskeys.add(browser, authenticator.create(TestPasskeys.questionToAdd(browser)), "Clé");
        for (int i = 0; i < 3; i++) {
            assertThat(TestPasskeys.signIn(new TestBrowser(node), authenticator).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void a_passkey_belongs_to_one_account() {
        TestBrowser first = new TestBrowser(node).signIn(mailbox, address());
        TestAuthenticator authenticator = TestPasskeys.add(first, origin());
        TestBrowser second = new TestBrowser(node).signIn(mailbox, address());
        String answer = authenticator.create(TestPasskeys.questionToAdd(second));
        assertThat(TestPasskeys.add(second, answer, "Clé").statusCode()).isEqualTo(400);
    }

    @Test
    void whether_it_is_backed_up_is_kept_up_to_date() {
        TestAuthenticator authenticator = registered();
        TestBrowser browser = new TestBrowser(node);
        String answer = authenticator.get(TestPasskeys.question(browser), speech -> speech.backedUp = true);
        assertThat(TestPasskeys.signIn(browser, answer).statusCode()).isEqualTo(303);
        assertThat(sql.sql("select backed_up from signin.passkeys where credential_id = :id")
                        .param("id", authenticator.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void without_a_script_the_page_says_so() {
        HttpResponse<String> page = new TestBrowser(node).post("/fr/sign-in/passkey", Map.of());
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("id=\"error-passkey\"", "name=\"email\"");
    }

    @Test
    void questions_are_put_so_many_times_an_hour_to_one_network() {
        Map<String, Object> settings = Map.of("entente.signin.limits.challenges-per-address-and-hour", 3);
        try (TestNode strict = TestNode.wallet(settings);
                TestNode twin = strict.twin()) {
            for (int i = 0; i < 3; i++) {
                assertThat(new TestBrowser(i % 2 == 0 ? strict : twin)
                                .ask("/fr/sign-in/passkey/question")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(new TestBrowser(twin).ask("/fr/sign-in/passkey/question").statusCode())
                    .isEqualTo(429);
        }
    }

    private void refuses(TestBrowser browser, String answer) {
        HttpResponse<String> refused = TestPasskeys.signIn(browser, answer);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"error-passkey\"");
    }

    private TestAuthenticator registered() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
        TestAuthenticator authenticator = TestPasskeys.add(browser, origin());
        return authenticator;
    }

    private static String rewritten(String question, String toAdd) {
        ObjectNode options = Json.object(toAdd);
        options.set("challenge", Json.object(question).path("challenge"));
        return Json.write(options);
    }

    private String origin() {
        return node.origin().toString();
    }

    private String address() {
        people++;
        return "matane-" + people + "@example.ca";
    }
}
