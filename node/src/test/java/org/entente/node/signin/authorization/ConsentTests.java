package org.entente.node.signin.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.location;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a browser from a wallet to the question and back, on pages without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentTests {
    private static final String UNOPENED = "/fr/authorize/unopened";

    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser resident = residents.resident();

    @AfterAll
    void close() {
        residents.close();
    }

    @AfterEach
    void forgetLimits() {
        node.bean(JdbcClient.class).sql("delete from limits.uses").update();
    }

    @Test
    @Requirement("HAIP 1.0 §4 fapi")
    @Requirement("RFC 9207 §2 iss")
    @Requirement("RFC 9207 §2.3 metadata")
    @Requirement("OID4VCI 1.0 §5.2 response")
    void a_yes_brings_a_code_to_the_wallet() {
        String page = wallet.open(resident, wallet.pushed());
        HttpResponse<String> answer = resident.post(page, Map.of("answer", "allow"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        String location = location(answer);
        assertThat(location).startsWith(TestWallet.BACK + "&code=");
        var code = (AuthorizationAnswer.Code) TestWallet.read(location);
        assertThat(code.state()).isEqualTo(TestWallet.STATE);
        assertThat(code.issuer()).isEqualTo(node.origin().toString());
        assertThat(everythingKept()).doesNotContain(code.code());
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.3 error")
    @Requirement("RFC 9207 §2 iss")
    void a_no_is_told_to_the_wallet_and_says_nothing_else() {
        String page = wallet.open(resident, wallet.pushed());
        var refused = (AuthorizationAnswer.Refused) TestWallet.answered(resident, page, "deny");
        assertThat(refused.error()).isEqualTo("access_denied");
        assertThat(refused.state()).isEqualTo(TestWallet.STATE);
        assertThat(refused.issuer()).isEqualTo(node.origin().toString());
    }

    @Test
    @Requirement("OID4VCI 1.0 §15.1 consent")
    void the_question_names_the_wallet_its_address_each_claim_and_how_long() {
        String page = wallet.open(resident, wallet.pushed("scope", "proof_of_identity proof_of_residence"));
        String french = resident.get(page).body();
        assertThat(french)
                .contains(TestWallet.NAME, "<code>wallet.example</code>", "Preuve d’identité", "Preuve de résidence")
                .contains("Date de naissance", "180", "id=\"allow\"", "id=\"deny\"")
                .doesNotContain("Rimouski", "<script");
        String english = resident.get(page.replace("/fr/", "/en/")).body();
        assertThat(english).contains("asks for your permission", "Date of birth", ">Allow<", ">Refuse<");
    }

    @Test
    void the_page_cannot_be_framed_and_its_form_leads_to_this_wallet_only() {
        HttpResponse<String> page = resident.get(wallet.open(resident, wallet.pushed()));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("frame-ancestors 'none'").endsWith("form-action 'self' https://wallet.example");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        String native_ = wallet.open(resident, wallet.pushed("redirect_uri", "app.wallet:/back"));
        HttpResponse<String> app = resident.get(native_);
        assertThat(app.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("form-action 'self' app.wallet:");
        assertThat(app.body()).contains("<code>app.wallet</code>");
    }

    @Test
    void an_answer_that_another_site_sends_is_refused() {
        String page = wallet.open(resident, wallet.pushed());
        var forged = HttpRequest.newBuilder(URI.create(node.origin() + page))
                .header("Cookie", "entente=" + resident.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("answer=allow"));
        assertThat(TestOAuthClient.send(forged.build()).statusCode()).isEqualTo(403);
        assertThat(TestWallet.answered(resident, page, "allow")).isInstanceOf(AuthorizationAnswer.Code.class);
    }

    @Test
    void whoever_is_not_signed_in_signs_in_and_comes_back_to_the_question() {
        TestBrowser browser = residents.visitor();
        String page = wallet.open(browser, wallet.pushed());
        String signIn = location(browser.get(page));
        assertThat(signIn).startsWith("/fr/sign-in?next=");
        browser.signIn(residents.mailbox(), "rimouski@example.org");
        assertThat(browser.get(page).body()).contains(TestWallet.NAME);
    }

    @Test
    void whoever_enters_a_code_too_late_asks_for_another_and_comes_back_to_the_question() {
        TestBrowser browser = residents.visitor();
        String page = wallet.open(browser, wallet.pushed());
        Map<String, String> form = Map.of("email", "rimouski@example.org", "next", page);
        browser.get(location(browser.post("/fr/sign-in", form)));
        String late = TestBrowser.code(residents.mailbox());
        node.bean(JdbcClient.class)
                .sql("update signin.codes set expires_at = now() - interval '1 minute'")
                .update();
        assertThat(browser.post("/fr/sign-in/code", Map.of("code", late, "next", page))
                        .body())
                .contains("name=\"next\" value=\"" + page + '"');
        browser.post("/fr/sign-in", form);
        Map<String, String> again = Map.of("code", TestBrowser.code(residents.mailbox()), "next", page);
        assertThat(location(browser.post("/fr/sign-in/code", again))).isEqualTo(page);
        assertThat(browser.get(page).body()).contains(TestWallet.NAME);
    }

    @Test
    void whoever_no_register_knows_is_led_there_first_and_back() {
        TestBrowser stranger = residents.stranger("gaspe@example.org");
        String page = wallet.open(stranger, wallet.pushed());
        String match = location(stranger.get(page));
        assertThat(match).startsWith("/fr/attestations/match/residents?authorization=");
        String request = match.substring(match.indexOf('=') + 1);
        assertThat(stranger.get(match).body()).contains("value=\"" + request + "\"", page + "/leave");
        assertThat(stranger.post(page, Map.of("answer", "allow")).statusCode()).isEqualTo(303);

        Map<String, String> wrong = Map.of("number", "1", "authorization", request);
        assertThat(stranger.post("/fr/attestations/match/residents", wrong).body())
                .contains("href=\"" + match.replace("/fr/", "/en/") + '"');

        Map<String, String> letter = Map.of(
                "number", "GASP73030303", "birth-date", "2001-12-01", "code", "Z8VN C3LA", "authorization", request);
        String back = location(stranger.post("/fr/attestations/match/residents", letter));
        assertThat(back).isEqualTo(page);
        assertThat(TestWallet.answered(stranger, back, "allow")).isInstanceOf(AuthorizationAnswer.Code.class);
    }

    @Test
    void whoever_cannot_be_found_can_go_back_to_the_wallet() {
        TestBrowser stranger = residents.stranger("perce@example.org");
        String page = wallet.open(stranger, wallet.pushed());
        HttpResponse<String> leave = stranger.get(page + "/leave");
        assertThat(leave.body()).contains(TestWallet.NAME, "id=\"deny\"");
        assertThat(leave.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("https://wallet.example");
        assertThat(TestWallet.answered(stranger, page, "deny")).isInstanceOf(AuthorizationAnswer.Refused.class);
    }

    @Test
    void a_request_is_opened_again_until_it_is_answered() {
        String name = wallet.pushed();
        String page = wallet.open(residents.visitor(), name);
        assertThat(wallet.open(resident, name)).isEqualTo(page);
        assertThat(resident.get(page).statusCode()).isEqualTo(200);
        assertThat(wallet.open(resident, name)).isEqualTo(page);
        TestWallet.answered(resident, page, "allow");
        assertThat(wallet.open(resident, name)).isEqualTo(UNOPENED);
        assertThat(location(resident.get(page))).isEqualTo(UNOPENED);
        assertThat(location(resident.post(page, Map.of("answer", "deny")))).isEqualTo(UNOPENED);
    }

    @Test
    void once_somebody_has_signed_in_for_it_nobody_else_opens_or_answers_a_request() {
        String name = wallet.pushed();
        String page = wallet.open(resident, name);
        resident.get(page);
        TestBrowser other = residents.stranger("matane@example.org");
        assertThat(wallet.open(other, name)).isEqualTo(UNOPENED);
        assertThat(wallet.open(residents.visitor(), name)).isEqualTo(UNOPENED);
        assertThat(location(other.get(page))).isEqualTo(UNOPENED);
        assertThat(location(other.post(page, Map.of("answer", "allow")))).isEqualTo(UNOPENED);
        assertThat(TestWallet.answered(resident, page, "allow")).isInstanceOf(AuthorizationAnswer.Code.class);
    }

    @Test
    @Requirement("RFC 9126 §4 client")
    void a_name_that_expired_or_is_another_clients_opens_nothing() {
        String name = wallet.pushed();
        assertThat(location(resident.get(TestWallet.address(name).replace("wallet.example", "other.example"))))
                .isEqualTo(UNOPENED);
        node.bean(JdbcClient.class)
                .sql("update signin.authorization_requests set pushed_until = now() - interval '1 second'")
                .update();
        assertThat(wallet.open(resident, name)).isEqualTo(UNOPENED);
    }

    @Test
    void a_session_that_ends_meanwhile_loses_nothing() {
        TestBrowser browser = residents.visitor().signIn(residents.mailbox(), "rimouski@example.org");
        String page = wallet.open(browser, wallet.pushed());
        browser.get(page);
        browser.post("/fr/sign-out", Map.of());
        assertThat(location(browser.post(page, Map.of("answer", "allow"))))
                .isEqualTo("/fr/sign-in?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
        browser.signIn(residents.mailbox(), "rimouski@example.org");
        assertThat(TestWallet.answered(browser, page, "allow")).isInstanceOf(AuthorizationAnswer.Code.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?client_id=https%3A%2F%2Fwallet.example",
                "?request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aunknown&client_id=https%3A%2F%2Fwallet.example",
                "?client_id=a&client_id=b&request_uri=c",
                "?client_id=%ff",
                "?response_type=code&client_id=https%3A%2F%2Fwallet.example&redirect_uri=https%3A%2F%2Fevil.example"
                        + "&scope=proof_of_identity&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&code_challenge_method=S256"
            })
    @Requirement("HAIP 1.0 §4 fapi")
    @Requirement("OID4VCI 1.0 §5 pkce-par")
    @Requirement("RFC 9126 §6 required")
    @Requirement("OID4VCI 1.0 §5 best-practice")
    void what_was_not_pushed_is_told_on_a_page_and_sent_nowhere(String query) {
        HttpResponse<String> response = resident.get("/oauth/authorize" + query);
        assertThat(location(response)).isEqualTo(UNOPENED);
        HttpResponse<String> page = resident.get(UNOPENED);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("id=\"authorization-error\"");
        assertThat(resident.get("/en/authorize/unopened").body()).contains("Nothing was allowed");
    }

    @Test
    void parameters_beside_the_pushed_ones_count_for_nothing() {
        String address = TestWallet.address(wallet.pushed())
                + "&redirect_uri=https%3A%2F%2Fevil.example&state=evil&scope=proof_of_residence";
        String page = location(resident.get(address));
        var code = (AuthorizationAnswer.Code) TestWallet.answered(resident, page, "allow");
        assertThat(code.state()).isEqualTo(TestWallet.STATE);
        assertThat(wallet.redeem(code.code()).body()).contains("\"scope\":\"proof_of_identity\"");
    }

    @Test
    void the_page_speaks_the_language_that_the_wallet_asks_for() {
        assertThat(wallet.open(resident, wallet.pushed("ui_locales", "iu en-CA fr")))
                .startsWith("/en/authorize/");
        assertThat(wallet.open(resident, wallet.pushed("ui_locales", "de"))).startsWith("/fr/authorize/");
    }

    @Test
    void an_answer_that_is_none_shows_the_question_again() {
        String page = wallet.open(resident, wallet.pushed());
        assertThat(location(resident.post(page, Map.of()))).isEqualTo(page);
        assertThat(location(resident.post(page, Map.of("answer", "maybe")))).isEqualTo(page);
    }

    private String everythingKept() {
        return node.bean(JdbcClient.class)
                .sql("select string_agg(t::text, ' ') from signin.authorizations t")
                .query(String.class)
                .single();
    }
}
