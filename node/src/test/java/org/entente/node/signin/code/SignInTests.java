package org.entente.node.signin.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.code;
import static org.entente.node.signin.TestBrowser.location;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.entente.node.kernel.Secrets;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTests {
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
    void a_code_by_mail_signs_in_and_leads_back() {
        TestBrowser browser = new TestBrowser(node);
        assertThat(browser.get("/fr/sign-in?next=/fr/sign-in").body()).contains("value=\"/fr/sign-in\"");
        HttpResponse<String> sent = browser.post("/fr/sign-in", Map.of("email", address(), "next", "/fr/services"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).isEqualTo("/fr/sign-in/code?next=%2Ffr%2Fservices");
        HttpResponse<String> page = browser.get("/fr/sign-in/code");
        assertThat(page.body()).contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"");
        HttpResponse<String> entered = browser.post("/fr/sign-in/code", Map.of("code", spaced(code(mailbox))));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(location(entered)).isEqualTo("/fr/services");
        assertThat(browser.get("/fr").body()).contains("/fr/sign-out");
    }

    @Test
    void the_mail_is_in_the_language_of_the_page_first() throws Exception {
        new TestBrowser(node).post("/en/sign-in", Map.of("email", address()));
        var mail = mailbox.next();
        assertThat(mail.getSubject())
                .matches("([0-9]{4} [0-9]{4}) is your sign-in code · \\1 est votre code de connexion");
        assertThat(mail.getContent().toString()).containsSubsequence("Hello,", "———", "Bonjour,");
    }

    @Test
    void the_account_is_made_when_the_code_is_entered_and_not_before() {
        String email = address();
        People accounts = node.bean(People.class);
        TestBrowser browser = new TestBrowser(node);
        browser.post("/fr/sign-in", Map.of("email", email));
        String code = code(mailbox);
        assertThat(accounts.person(new EmailAddress(email))).isEmpty();
        browser.post("/fr/sign-in/code", Map.of("code", code));
        assertThat(accounts.person(new EmailAddress(email))).isPresent();
    }

    @Test
    void the_answer_does_not_tell_whether_an_address_has_an_account() {
        String known = address();
        new TestBrowser(node).signIn(mailbox, known);
        HttpResponse<String> first = new TestBrowser(node).post("/fr/sign-in", Map.of("email", known));
        HttpResponse<String> second = new TestBrowser(node).post("/fr/sign-in", Map.of("email", address()));
        assertThat(first.statusCode()).isEqualTo(second.statusCode());
        assertThat(location(first)).isEqualTo(location(second));
        assertThat(first.body()).isEqualTo(second.body());
        code(mailbox);
        code(mailbox);
    }

    @Test
    void a_session_planted_before_is_worth_nothing_after() {
        TestBrowser attacker = new TestBrowser(node);
        attacker.post("/fr/sign-in", Map.of("email", address()));
        code(mailbox);
        TestBrowser victim = TestBrowser.withCookie(node, attacker.cookie());
        victim.signIn(mailbox, address());
        assertThat(victim.cookie()).isNotEqualTo(attacker.cookie());
        assertThat(victim.get("/fr").body()).contains("/fr/sign-out");
        assertThat(attacker.get("/fr").body()).doesNotContain("/fr/sign-out");
    }

    @Test
    void a_code_serves_only_in_the_browser_that_asked_for_it() {
        TestBrowser browser = new TestBrowser(node);
        browser.post("/fr/sign-in", Map.of("email", address()));
        String code = code(mailbox);
        TestBrowser other = new TestBrowser(node);
        other.post("/fr/sign-in", Map.of("email", address()));
        code(mailbox);
        assertThat(other.post("/fr/sign-in/code", Map.of("code", code)).statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/fr/sign-in/code", Map.of("code", code)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void signing_out_ends_the_session_wherever_its_cookie_is() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
        String cookie = browser.cookie();
        assertThat(browser.post("/fr/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.cookie()).isEmpty();
        assertThat(TestBrowser.withCookie(node, cookie).get("/fr").body()).doesNotContain("/fr/sign-out");
    }

    @Test
    void five_wrong_codes_end_it() {
        TestBrowser browser = new TestBrowser(node);
        browser.post("/fr/sign-in", Map.of("email", address()));
        String right = code(mailbox);
        String wrong = right.equals("00000000") ? "11111111" : "00000000";
        assertThat(browser.post("/fr/sign-in/code", Map.of("code", wrong)).body())
                .contains("4");
        for (int i = 0; i < 4; i++) {
            assertThat(browser.post("/fr/sign-in/code", Map.of("code", wrong)).statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> late = browser.post("/fr/sign-in/code", Map.of("code", right));
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(browser.get("/fr").body()).doesNotContain("/fr/sign-out");
    }

    @Test
    void something_that_is_no_code_costs_no_attempt() {
        TestBrowser browser = new TestBrowser(node);
        browser.post("/fr/sign-in", Map.of("email", address()));
        String code = code(mailbox);
        for (int i = 0; i < 6; i++) {
            assertThat(browser.post("/fr/sign-in/code", Map.of("code", "abc")).statusCode())
                    .isEqualTo(400);
        }
        assertThat(browser.post("/fr/sign-in/code", Map.of("code", code)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_expired_code_is_refused() {
        TestBrowser browser = new TestBrowser(node);
        browser.post("/fr/sign-in", Map.of("email", address()));
        String code = code(mailbox);
        sql.sql("update signin.codes set expires_at = now() - interval '1 second'")
                .update();
        assertThat(browser.post("/fr/sign-in/code", Map.of("code", code)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_expired_session_is_nobodys() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
        sql.sql("update signin.sessions set expires_at = now() - interval '1 second'")
                .update();
        assertThat(browser.get("/fr").body()).doesNotContain("/fr/sign-out");
    }

    @Test
    void neither_codes_nor_tokens_stand_in_the_database() {
        TestBrowser browser = new TestBrowser(node).signIn(mailbox, address());
        browser.post("/fr/sign-in", Map.of("email", address()));
        String code = code(mailbox);
        String rows = sql.sql("select string_agg(c::text, ' ') from signin.codes c")
                        .query(String.class)
                        .single()
                + sql.sql("select string_agg(s::text, ' ') from signin.sessions s")
                        .query(String.class)
                        .single();
        assertThat(rows).doesNotContain(browser.cookie());
        assertThat(sql.sql("select count(*) from signin.codes where code_mac = ?")
                        .param(Secrets.hash(code))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_account_gets_five_mails_an_hour_however_it_is_spelled() {
        String email = address();
        for (int i = 0; i < 5; i++) {
            String spelled = i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT);
            new TestBrowser(node).post("/fr/sign-in", Map.of("email", spelled));
            code(mailbox);
        }
        assertThat(new TestBrowser(node)
                        .post("/fr/sign-in", Map.of("email", email))
                        .statusCode())
                .isEqualTo(429);
        assertThat(mailbox.isEmpty()).isTrue();
    }

    @Test
    void a_form_with_no_or_half_an_address_is_shown_again() {
        for (String email : new String[] {"", "abc", "a@b@c", "a@example.ca\r\nBcc: b@example.ca"}) {
            HttpResponse<String> response = new TestBrowser(node).post("/fr/sign-in", Map.of("email", email));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("id=\"error-email\"");
        }
    }

    @Test
    void a_mail_server_that_does_not_answer_is_admitted() {
        try (TestNode mute = TestNode.government("ontario", Map.of("entente.people.smtp.port", 1))) {
            HttpResponse<String> response = new TestBrowser(mute).post("/fr/sign-in", Map.of("email", address()));
            assertThat(response.statusCode()).isEqualTo(503);
        }
    }

    @Test
    void an_oversized_form_is_refused() {
        assertThat(new TestBrowser(node)
                        .post("/fr/sign-in", Map.of("email", "a".repeat(70_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void the_page_for_the_code_without_a_code_under_way_leads_to_the_beginning() {
        assertThat(location(new TestBrowser(node).get("/fr/sign-in/code"))).isEqualTo("/fr/sign-in");
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        var response = new TestBrowser(node).post("/fr/sign-in", Map.of("email", address()));
        code(mailbox);
        assertThat(response.headers().firstValue("Set-Cookie").orElse(""))
                .matches(Pattern.compile("entente=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax"));
    }

    @Test
    void of_fifty_entries_of_one_code_on_two_processes_exactly_one_signs_in() {
        try (TestNode twin = node.twin()) {
            TestBrowser browser = new TestBrowser(node);
            browser.post("/fr/sign-in", Map.of("email", address()));
            String code = code(mailbox);
            var statuses = Simultaneously.attempt(
                    50,
                    i -> () -> browser.at(i % 2 == 0 ? node : twin)
                            .post("/fr/sign-in/code", Map.of("code", code))
                            .statusCode());
            assertThat(statuses).filteredOn(status -> status == 303).hasSize(1);
            // Of those that came before the code was used, some may be beyond the tries of an hour.
            assertThat(statuses).filteredOn(status -> status != 303).hasSize(49).isSubsetOf(400, 429);
        }
    }

    @Test
    void of_fifty_guesses_at_once_no_more_than_five_are_compared() {
        TestBrowser browser = new TestBrowser(node);
        browser.post("/fr/sign-in", Map.of("email", address()));
        String right = code(mailbox);
        var pages = Simultaneously.attempt(
                50,
                i -> () -> browser.at(node)
                        .post(
                                "/fr/sign-in/code",
                                Map.of("code", String.format("%08d", (Integer.parseInt(right) + 1 + i) % 100_000_000)))
                        .body());
        assertThat(pages).filteredOn(page -> page.contains("id=\"error-code\"")).hasSize(4);
    }

    private String address() {
        people++;
        return "resident-" + people + "@example.ca";
    }

    private static String spaced(String code) {
        return " " + code.substring(0, 4) + " " + code.substring(4);
    }
}
