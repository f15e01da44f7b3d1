package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.entente.node.TestNode;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ErrorDialectTests {
    private static final TestNode NODE = TestNode.government("quebec");
    private static final Answers ANSWERS = new Answers(NODE.origin());

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void a_page_that_does_not_exist_is_a_page_in_the_language_of_its_address() throws Exception {
        var french = ANSWERS.get("/fr/nulle-part");
        assertThat(french.statusCode()).isEqualTo(404);
        assertThat(french.headers().firstValue("Content-Language")).hasValue("fr-CA");
        assertThat(french.body()).contains("<html lang=\"fr\">", "Cette page n’existe pas");
        assertThat(ANSWERS.get("/en/nowhere").body()).contains("<html lang=\"en\">", "This page does not exist");
    }

    @Test
    void an_unknown_address_of_the_api_is_a_problem_whose_type_is_a_page() throws Exception {
        var answer = ANSWERS.get("/api/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Json.object(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo("not_found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        URI type = URI.create(problem.path("type").asString());
        assertThat(ANSWERS.get(type.getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_protocol_address_answers_oauth_json() throws Exception {
        assertThat(errorIn(ANSWERS.get("/o/nobody/nothing"), 404)).isEqualTo("not_found");
    }

    @Test
    void a_browser_at_an_address_without_language_is_led_to_its_own() throws Exception {
        String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
        var answer = ANSWERS.get("/account?a=b%20c", "Accept", browser, "Accept-Language", "en-CA,fr;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/en/account?a=b%20c");
        assertThat(String.join(", ", answer.headers().allValues("Vary"))).contains("Accept-Language");
        assertThat(ANSWERS.get("//evil.example/x", "Accept", browser)
                        .headers()
                        .firstValue("Location")
                        .orElse("/fr/"))
                .startsWith("/fr/");
        assertThat(errorIn(ANSWERS.get("/account", "Accept", "*/*"), 404)).isEqualTo("not_found");
    }

    @Test
    void a_browser_that_was_led_to_what_is_meant_for_programs_reads_a_page() throws Exception {
        var answer = ANSWERS.get("/oauth/token", "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("<html lang=\"en\">");
    }

    @Test
    void a_method_that_an_address_does_not_have_is_refused_in_its_dialect() throws Exception {
        var page = ANSWERS.post("/fr", "");
        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.headers().firstValue("Allow")).hasValue("GET");
        assertThat(page.body()).contains("<html lang=\"fr\">");
        assertThat(errorIn(ANSWERS.get("/oauth/token"), 405)).isEqualTo("method_not_allowed");
    }

    @Test
    void a_request_that_the_container_cannot_read_is_refused() throws Exception {
        assertThat(ANSWERS.get("/fr/%2e%2e/x").statusCode()).isBetween(400, 404);
        assertThat(ANSWERS.get("/fr/a%00b").statusCode()).isBetween(400, 404);
    }

    @Test
    void text_that_no_table_holds_is_refused_wherever_it_stands() throws Exception {
        String form = "application/x-www-form-urlencoded";
        assertThat(ANSWERS.post("/fr/sign-in", "email=a%00b%40entente.example", "Content-Type", form)
                        .statusCode())
                .isEqualTo(400);
        assertThat(errorIn(
                        ANSWERS.post(
                                "/oauth/token",
                                "grant_type=client_credentials&client_id=a%00b&client_secret=c",
                                "Content-Type",
                                form),
                        400))
                .isEqualTo("invalid_request");
    }

    @Test
    void an_error_is_not_cached() throws Exception {
        assertThat(ANSWERS.get("/o/nobody").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    private static String errorIn(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return Json.object(answer.body()).path("error").asString();
    }
}
