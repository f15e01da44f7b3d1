package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.signin.TestOAuthClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody reads when there is no page, when they may not, when what they sent is malformed, when we fail. */
@InCountry
class ProblemPagesTests {
    private final Country country;
    private final PageChecks pages;

    ProblemPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @TestFactory
    Stream<DynamicTest> no_such_page() {
        return pages.hold("problem-404", answered(country.quebec(), "/nothing-here", 404));
    }

    @TestFactory
    Stream<DynamicTest> a_malformed_request() {
        return pages.hold("problem-400", answered(country.quebec(), "/sign-in?%ff", 400));
    }

    /** Today's browsers do not send our cookie with such a form; the answer is fetched for the page. */
    @TestFactory
    Stream<DynamicTest> a_form_from_another_site() {
        return pages.hold("problem-403", (context, language) -> {
            String address = country.quebec().origin() + "/" + language + "/sign-in";
            Page page = context.newPage();
            HttpResponse<String> answer = TestOAuthClient.send(HttpRequest.newBuilder(URI.create(address))
                    .header("Cookie", "entente=somebody")
                    .header("Origin", "https://elsewhere.example")
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(HttpRequest.BodyPublishers.ofString("email=resident@example.ca"))
                    .build());
            page.route(
                    address,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(answer.statusCode())
                            .setContentType("text/html;charset=UTF-8")
                            .setBody(answer.body())));
            return answered(page, address, 403);
        });
    }

    @TestFactory
    Stream<DynamicTest> our_own_failure() {
        return pages.hold("problem-500", (context, language) -> {
            TestNode node = country.council();
            rename(node, "members", "members_away");
            try {
                return answered(node, "/members", 500).lead(context, language);
            } finally {
                rename(node, "members_away", "members");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> what_a_problem_of_the_api_means() {
        return pages.hold("problem-described", answered(country.columbia(), "/problems/not-permitted", 200));
    }

    private static Way answered(TestNode node, String path, int status) {
        return (BrowserContext context, String language) ->
                answered(context.newPage(), node.origin() + "/" + language + path, status);
    }

    private static Page answered(Page page, String address, int status) {
        Response response = page.navigate(address);
        assertThat(response.status()).isEqualTo(status);
        return page;
    }

    private static void rename(TestNode node, String from, String to) {
        node.bean(JdbcClient.class)
                .sql("alter table trust." + from + " rename to " + to)
                .update();
    }
}
