package org.entente.node.signin.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.location;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser that several people share: as whom a wallet's question is answered, and how somebody else comes to answer it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepAsideTests {
    private static final String MOTHER = "matane@example.org";
    private static final String UNOPENED = "/fr/authorize/unopened";

    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final JdbcClient sql = node.bean(JdbcClient.class);
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser son = residents.resident();

    @AfterAll
    void close() {
        residents.close();
    }

    @AfterEach
    void forgetLimits() {
        sql.sql("delete from limits.uses").update();
    }

    @Test
    void each_page_of_the_question_says_as_whom_it_is_answered() {
        String page = wallet.open(son, wallet.pushed());
        for (String shown : new String[] {page, page.replace("/fr/", "/en/"), page + "/leave"}) {
            assertThat(son.get(shown).body())
                    .contains("<strong>rimouski@example.org</strong>", page.substring("/fr".length()) + "/not-me\"");
        }
        TestBrowser mother = residents.stranger(MOTHER);
        assertThat(mother.get(wallet.open(mother, wallet.pushed()) + "/leave").body())
                .contains("<strong>" + MOTHER + "</strong>");
    }

    @Test
    void whoever_is_not_meant_steps_aside_and_another_answers() {
        TestBrowser browser = residents.stranger(MOTHER);
        TestBrowser elsewhere = TestBrowser.withCookie(node, browser.cookie());
        String page = wallet.open(browser, wallet.pushed());
        browser.get(page + "/leave");
        String signIn = location(browser.post(page + "/not-me", Map.of()));
        assertThat(signIn).isEqualTo(signInFor(page));
        assertThat(browser.cookie()).isEmpty();
        assertThat(isSignedIn(elsewhere)).as("the session has ended").isFalse();
        assertThat(location(elsewhere.post(page, Map.of("answer", "allow")))).isEqualTo(signInFor(page));

        browser.post("/fr/sign-in", Map.of("email", "rimouski@example.org", "next", page));
        String code = TestBrowser.code(residents.mailbox());
        assertThat(location(browser.post("/fr/sign-in/code", Map.of("code", code, "next", page))))
                .isEqualTo(page);
        assertThat(browser.get(page).body()).contains("<strong>rimouski@example.org</strong>");
        assertThat(TestWallet.answered(browser, page, "allow")).isInstanceOf(AuthorizationAnswer.Code.class);
        assertThat(sql.sql(
                                "select count(*) from signin.authorizations a join people.persons p on p.id = a.person where p.email = ?")
                        .param(MOTHER)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_steps_aside_for_whoever_has_the_request() {
        String page = wallet.open(son, wallet.pushed());
        son.get(page);
        TestBrowser other = residents.stranger(MOTHER);
        refuses(other, page);
        assertThat(location(residents.visitor().post(page + "/not-me", Map.of())))
                .isEqualTo(signInFor(page));
        assertThat(location(other.get(page))).isEqualTo(UNOPENED);
        assertThat(TestWallet.answered(son, page, "allow")).isInstanceOf(AuthorizationAnswer.Code.class);
    }

    @Test
    void a_request_that_nobody_has_or_that_there_is_not_is_left_alone() {
        String page = wallet.open(son, wallet.pushed());
        refuses(son, page);
        refuses(son, "/fr/authorize/00000000-0000-0000-0000-000000000000");
        assertThat(son.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_stays_and_so_does_the_session() {
        for (String answer : new String[] {"allow", "deny"}) {
            String page = wallet.open(son, wallet.pushed());
            son.get(page);
            son.post(page, Map.of("answer", answer));
            refuses(son, page);
            assertThat(location(residents.stranger(MOTHER).get(page)))
                    .as(answer)
                    .isEqualTo(UNOPENED);
        }
    }

    @Test
    void a_request_that_has_expired_is_left_alone() {
        String page = wallet.open(son, wallet.pushed());
        son.get(page);
        sql.sql("update signin.authorization_requests set expires_at = now() - interval '1 second'")
                .update();
        refuses(son, page);
    }

    @Test
    void another_site_makes_nobody_step_aside() {
        String page = wallet.open(son, wallet.pushed());
        son.get(page);
        var forged = HttpRequest.newBuilder(URI.create(node.origin() + page + "/not-me"))
                .header("Cookie", "entente=" + son.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString(""));
        assertThat(TestOAuthClient.send(forged.build()).statusCode()).isEqualTo(403);
        assertThat(isSignedIn(son)).isTrue();
        assertThat(TestWallet.answered(son, page, "deny")).isInstanceOf(AuthorizationAnswer.Refused.class);
    }

    @Test
    void of_a_yes_and_a_step_aside_at_once_one_counts() {
        try (TestNode twin = node.twin()) {
            for (int round = 0; round < 5; round++) {
                TestBrowser browser = residents.stranger("rimouski@example.org");
                String page = wallet.open(browser, wallet.pushed());
                browser.get(page);
                String cookie = browser.cookie();
                List<String> answers = Simultaneously.attempt(10, i -> () -> {
                    TestBrowser window = TestBrowser.withCookie(i % 4 < 2 ? node : twin, cookie);
                    return location(
                            i % 2 == 0
                                    ? window.post(page, Map.of("answer", "allow"))
                                    : window.post(page + "/not-me", Map.of()));
                });
                long codes =
                        answers.stream().filter(to -> to.contains("&code=")).count();
                boolean stayed = isSignedIn(TestBrowser.withCookie(node, cookie));
                assertThat(codes).as("codes of %s", answers).isEqualTo(stayed ? 1 : 0);
                forgetLimits();
            }
        }
    }

    private void refuses(TestBrowser browser, String page) {
        assertThat(location(browser.post(page + "/not-me", Map.of()))).isEqualTo(UNOPENED);
        assertThat(isSignedIn(browser)).isTrue();
    }

    private static boolean isSignedIn(TestBrowser browser) {
        return browser.get("/fr").body().contains("/fr/sign-out");
    }

    private static String signInFor(String page) {
        return "/fr/sign-in?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
