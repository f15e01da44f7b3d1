package org.entente.node.signin.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.location;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sign-in that stumbles leads where it was to lead all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StumblesTests {
    private static final String THERE = "/fr/services";
    private static final String ONWARD = "?next=%2Ffr%2Fservices";
    private static final Pattern NEXT = Pattern.compile("name=\"next\" value=\"([^\"]*)\"");

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode node = TestNode.government("quebec", settings());
    private final JdbcClient sql = node.bean(JdbcClient.class);
    private int people;

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.put("entente.signin.limits.attempts-per-account-and-hour", SignInCodes.MAX_ATTEMPTS);
        return settings;
    }

    @AfterAll
    void close() {
        node.close();
        mailbox.close();
    }

    @Test
    void with_five_wrong_codes_and_with_too_many() {
        TestBrowser browser = new TestBrowser(node);
        String email = address();
        String right = ask(browser, email);
        HttpResponse<String> page = browser.get("/fr/sign-in/code" + ONWARD);
        for (int i = 0; i < SignInCodes.MAX_ATTEMPTS; i++) {
            page = enter(browser, page, right.equals("00000000") ? "11111111" : "00000000");
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(next(page)).as("after %s", i + 1).isEqualTo(THERE);
        }
        assertThat(page.body()).contains("id=\"error-email\"");

        ask(browser, email);
        HttpResponse<String> many = enter(browser, browser.get("/fr/sign-in/code" + ONWARD), right);
        assertThat(many.statusCode()).isEqualTo(429);
        assertThat(next(many)).isEqualTo(THERE);
    }

    @Test
    void with_a_code_that_came_too_late() {
        TestBrowser browser = new TestBrowser(node);
        String late = ask(browser, address());
        HttpResponse<String> page = browser.get("/fr/sign-in/code" + ONWARD);
        sql.sql("update signin.codes set expires_at = now() - interval '1 minute'")
                .update();
        assertThat(next(enter(browser, page, late))).isEqualTo(THERE);
        assertThat(next(enter(browser, page, "abc"))).isEqualTo(THERE);
        assertThat(location(browser.get("/fr/sign-in/code" + ONWARD))).isEqualTo("/fr/sign-in" + ONWARD);

        node.bean(SignInCodes.class).removeExpired(Instant.now());
        HttpResponse<String> gone = enter(browser, page, late);
        assertThat(next(gone)).isEqualTo(THERE);
        browser.post("/fr/sign-in", Map.of("email", address(), "next", next(gone)));
        HttpResponse<String> again = enter(browser, page, TestBrowser.code(mailbox));
        assertThat(location(again)).isEqualTo(THERE);
    }

    @Test
    void by_another_way_or_with_another_address() {
        TestBrowser browser = new TestBrowser(node);
        assertThat(browser.get("/fr/sign-in" + ONWARD).body()).contains("href=\"/fr/sign-in/recovery" + ONWARD + '"');
        assertThat(browser.get("/fr/sign-in/recovery" + ONWARD).body())
                .contains("<p><a href=\"/fr/sign-in" + ONWARD + '"');
        ask(browser, address());
        assertThat(browser.get("/fr/sign-in/code" + ONWARD).body()).contains("<p><a href=\"/fr/sign-in" + ONWARD + '"');
        assertThat(browser.get("/fr/sign-in").body()).contains("href=\"/fr/sign-in/recovery\"");
    }

    @Test
    void from_the_head_of_the_page() {
        TestBrowser browser = new TestBrowser(node);
        assertThat(headOf(browser.get("/fr/sign-in" + ONWARD))).contains("href=\"/fr/sign-in" + ONWARD + '"');
        assertThat(headOf(browser.post("/fr/sign-in", Map.of("email", "a", "next", THERE))))
                .contains("href=\"/fr/sign-in" + ONWARD + '"');
        assertThat(headOf(browser.get("/fr/services?page=2"))).contains("href=\"/fr/sign-in\"");
    }

    @Test
    void in_the_other_language_after_each_form() {
        TestBrowser browser = new TestBrowser(node);
        for (String form : new String[] {"/sign-in", "/sign-in/passkey", "/sign-in/recovery", "/sign-in/code"}) {
            HttpResponse<String> refused = browser.post("/fr" + form, Map.of("email", "a", "next", THERE));
            assertThat(refused.statusCode()).as(form).isEqualTo(400);
            String address = form.replace("/passkey", "");
            assertThat(headOf(refused)).as(form).contains("href=\"/en" + address + ONWARD + "\" lang=\"en\"");
            HttpResponse<String> there = followed(browser, "/en" + address + ONWARD);
            assertThat(there.statusCode()).as(form).isEqualTo(200);
            assertThat(next(there)).as(form).isEqualTo("/en/services");
        }
    }

    @Test
    void and_never_to_another_site_nor_with_a_query() {
        TestBrowser browser = new TestBrowser(node);
        for (String evil : new String[] {"//evil.example", "https://evil.example/fr", "/fr/x?y", "/fr/\"><b>", "/de"}) {
            HttpResponse<String> gone = browser.post("/fr/sign-in/code", Map.of("code", "12345678", "next", evil));
            assertThat(next(gone)).as(evil).isEqualTo("/fr");
            assertThat(gone.body()).doesNotContain("evil", "<b>");
            assertThat(headOf(gone)).contains("href=\"/en/sign-in/code\"");
        }
    }

    private String ask(TestBrowser browser, String email) {
        HttpResponse<String> sent = browser.post("/fr/sign-in", Map.of("email", email, "next", THERE));
        assertThat(location(sent)).isEqualTo("/fr/sign-in/code" + ONWARD);
        return TestBrowser.code(mailbox);
    }

    /** As a browser does it: with all that the page's form has in it. */
    private static HttpResponse<String> enter(TestBrowser browser, HttpResponse<String> page, String code) {
        return browser.post("/fr/sign-in/code", Map.of("code", code, "next", next(page)));
    }

    private static HttpResponse<String> followed(TestBrowser browser, String address) {
        HttpResponse<String> response = browser.get(address);
        return response.statusCode() == 303 ? browser.get(location(response)) : response;
    }

    private static String next(HttpResponse<String> page) {
        var matcher = NEXT.matcher(page.body());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String headOf(HttpResponse<String> page) {
        return page.body().substring(0, page.body().indexOf("<main"));
    }

    private String address() {
        return "causapscal-" + ++people + "@example.ca";
    }
}
