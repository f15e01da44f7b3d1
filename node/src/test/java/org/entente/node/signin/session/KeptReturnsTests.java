package org.entente.node.signin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.location;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a link carries in its query while somebody signs in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptReturnsTests {
    private static final String LINK = "/fr/account?code=kamouraska%20&x";

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode node = TestNode.government("quebec", mailbox.settings());
    private int people;

    @AfterAll
    void close() {
        node.close();
        mailbox.close();
    }

    @Test
    void stands_in_no_address_no_page_and_no_table_and_is_led_back_to_once() {
        TestBrowser browser = new TestBrowser(node);
        String signIn = location(browser.get(LINK));
        assertThat(signIn).startsWith("/fr/sign-in?next=").doesNotContain("kamouraska", "code");
        String next = next(signIn);
        assertThat(browser.get(signIn).body())
                .contains("value=\"" + next + "\"")
                .doesNotContain("kamouraska");
        browser.post("/fr/sign-in", Map.of("email", address(), "next", next));
        assertThat(paths()).contains("/sign-in/resume/").doesNotContain("kamouraska");
        HttpResponse<String> entered = browser.post("/fr/sign-in/code", Map.of("code", TestBrowser.code(mailbox)));
        assertThat(location(entered)).isEqualTo(next);
        assertThat(location(browser.get(next))).isEqualTo(LINK);
        assertThat(location(browser.get(next))).as("the second time").isEqualTo("/fr");
    }

    @Test
    void is_led_back_to_in_the_language_that_was_chosen_meanwhile() {
        TestBrowser browser = new TestBrowser(node);
        String next = next(location(browser.get(LINK)));
        assertThat(location(browser.get(next.replace("/fr/", "/en/")))).isEqualTo(LINK.replace("/fr/", "/en/"));
    }

    @Test
    void belongs_to_the_browser_that_asked() {
        TestBrowser browser = new TestBrowser(node);
        String next = next(location(browser.get(LINK)));
        assertThat(location(new TestBrowser(node).get(next))).isEqualTo("/fr");
        assertThat(location(browser.get(next))).isEqualTo(LINK);
    }

    @Test
    void what_this_node_did_not_seal_for_this_handle_leads_to_the_front_page() {
        TestBrowser browser = new TestBrowser(node);
        HttpResponse<String> asked = browser.get(LINK);
        String cookie = asked.headers().firstValue("Set-Cookie").orElseThrow();
        String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        String other = "/fr/sign-in/resume/abcdefghijklmnop";
        for (String planted : new String[] {value, value.substring(4), "", "AA", "%%%"}) {
            HttpRequest request = HttpRequest.newBuilder(node.address().resolve(other))
                    .header("Cookie", "entente-return-abcdefghijklmnop=" + planted)
                    .build();
            assertThat(location(TestOAuthClient.send(request))).as(planted).isEqualTo("/fr");
        }
    }

    @Test
    void a_browser_keeps_few_and_nothing_that_is_too_long() {
        TestBrowser browser = new TestBrowser(node);
        for (int i = 0; i < 9; i++) {
            browser.get(LINK + i);
        }
        assertThat(browser.cookieNames()).hasSizeBetween(1, 3).allMatch(name -> name.startsWith("entente-return-"));
        String tooLong = location(browser.get("/fr/account?code=" + "x".repeat(2600)));
        assertThat(next(tooLong)).isEqualTo("/fr/account");
    }

    @Test
    void an_offer_by_value_is_led_back_to_and_fits_in_a_cookie_and_two_in_a_line() {
        TestBrowser browser = new TestBrowser(node);
        String offer = "/fr/account?credential_offer=" + "%7B".repeat(830);
        HttpResponse<String> first = browser.get(offer + "1");
        HttpResponse<String> second = browser.get(offer + "2");
        assertThat(cookieOf(first)).hasSizeLessThan(4096);
        assertThat((cookieOf(first) + cookieOf(second)).length()).isLessThan(8192 - 700);
        assertThat(browser.cookieNames()).hasSize(2);
        assertThat(location(browser.get(next(location(first))))).isEqualTo(offer + "1");
        assertThat(location(browser.get(next(location(second))))).isEqualTo(offer + "2");
        for (int i = 0; i < 5; i++) {
            browser.get(offer + i);
            assertThat(browser.cookieNames()).hasSizeBetween(1, 2);
        }
    }

    private static String cookieOf(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("Set-Cookie").orElse("");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Test
    void an_address_that_is_none_leads_back_to_the_page_without_its_query() throws IOException {
        for (String query : new String[] {"a=%zz", "a=%", "a=%2", "a=%zz&code=kamouraska"}) {
            assertThat(asked("/fr/account?" + query))
                    .as(query)
                    .startsWith("HTTP/1.1 303 ")
                    .contains("Location: /fr/sign-in?next=%2Ffr%2Faccount\r\n")
                    .doesNotContain("Set-Cookie: entente-return");
        }
    }

    /** Our client would not send such an address. */
    private String asked(String path) throws IOException {
        URI address = node.address();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String paths() {
        return node.bean(JdbcClient.class)
                .sql("select string_agg(return_path, ' ') from signin.codes")
                .query(String.class)
                .single();
    }

    private String address() {
        return "matapedia-" + ++people + "@example.ca";
    }

    private static String next(String signIn) {
        return URLDecoder.decode(signIn.substring(signIn.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
