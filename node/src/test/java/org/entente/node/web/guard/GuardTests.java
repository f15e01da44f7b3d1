package org.entente.node.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.entente.node.TestNode;
import org.entente.node.web.Answers;
import org.entente.node.web.BodyAllowance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTests {
    private static final TestNode NODE = TestNode.government("quebec");
    private static final Answers ANSWERS = new Answers(NODE.origin());
    private static final String SESSION = "entente=a-session";
    private static final String ELSEWHERE = "https://elsewhere.example";

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr", "/en/nowhere", "/api/nothing", "/o/nobody", "/", "/oauth/token"})
    void every_answer_has_the_security_headers(String path) throws Exception {
        var headers = ANSWERS.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void a_form_that_another_site_sends_is_refused() throws Exception {
        assertThat(ANSWERS.post("/fr", "", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(ANSWERS.post("/fr", "", "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
        assertThat(ANSWERS.post("/fr", "", "Origin", ELSEWHERE).statusCode()).isEqualTo(403);
        assertThat(ANSWERS.post("/fr", "", "Origin", "null").statusCode()).isEqualTo(403);
    }

    @Test
    void a_session_is_taken_only_with_proof_that_the_request_comes_from_here() throws Exception {
        assertThat(ANSWERS.post("/fr", "", "Cookie", SESSION).statusCode()).isEqualTo(403);
        assertThat(ANSWERS.post("/api/nothing", "", "Cookie", SESSION, "Origin", ELSEWHERE)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_of_ours_passes() throws Exception {
        String origin = NODE.origin().toString();
        assertThat(ANSWERS.post("/fr", "", "Cookie", SESSION, "Origin", origin).statusCode())
                .isEqualTo(405);
        assertThat(ANSWERS.post("/fr", "", "Cookie", SESSION, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void protocol_endpoints_answer_clients_of_any_origin_without_a_session() throws Exception {
        var answer = ANSWERS.post("/oauth/token", "", "Origin", ELSEWHERE, "Content-Type", "text/plain");
        assertThat(answer.statusCode()).isNotEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void a_body_that_declares_too_much_is_refused_at_once() throws Exception {
        var answer = ANSWERS.post("/api/nothing", "x".repeat(BodyAllowance.DEFAULT + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body_too_large");
    }

    @Test
    void a_form_that_does_not_declare_its_length_is_refused_while_it_is_read() throws Exception {
        byte[] form = ("grant_type=" + "x".repeat(BodyAllowance.DEFAULT)).getBytes(StandardCharsets.UTF_8);
        var answer = ANSWERS.send(
                "POST",
                "/oauth/token",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
