package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestBrowser.location;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.entente.node.TestNode;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A link that means a page whose address takes forms only leads to the page with the form. */
class OpeningsTests {
    private static final int NO_SUCH_METHOD = 405;
    private static final Pattern OTHER = Pattern.compile("<link rel=\"alternate\" hreflang=\"en\" href=\"([^\"]*)\">");

    @Test
    void the_link_to_the_other_language_opens_whatever_form_was_sent() {
        try (TestNode government = TestNode.government("quebec")) {
            opensFromEachForm(government);
        }
        try (TestNode wallet = TestNode.wallet(Map.of())) {
            opensFromEachForm(wallet);
        }
    }

    /** A page that says that its address takes no link has the same link as one that answers the form. */
    private static void opensFromEachForm(TestNode node) {
        TestBrowser browser = new TestBrowser(node);
        var pages = forms(node).stream()
                .map(browser::get)
                .filter(page -> page.statusCode() == NO_SUCH_METHOD)
                .toList();
        assertThat(pages).isNotEmpty();
        SoftAssertions.assertSoftly(softly -> pages.forEach(page -> {
            String other = inOtherLanguage(page.body());
            softly.assertThat(browser.get(other).statusCode())
                    .as("%s from %s", other, page.uri().getPath())
                    .isNotEqualTo(NO_SUCH_METHOD);
        }));
    }

    @Test
    void an_address_that_opens_or_that_nobody_knows_stays_what_it_is() {
        try (TestNode node = TestNode.government("quebec")) {
            TestBrowser browser = new TestBrowser(node);
            assertThat(inOtherLanguage(
                            browser.get("/fr/sign-in?next=/fr/account").body()))
                    .isEqualTo("/en/sign-in?next=/fr/account");
            assertThat(inOtherLanguage(browser.get("/fr/nothing/here").body())).isEqualTo("/en/nothing/here");
            assertThat(inOtherLanguage(
                            browser.post("/fr/nothing/here", Map.of("a", "b")).body()))
                    .isEqualTo("/en/nothing/here");
        }
    }

    @Test
    void whoever_has_to_sign_in_before_a_form_is_taken_is_led_back_to_its_page() {
        try (TestNode node = TestNode.government("quebec")) {
            TestBrowser browser = new TestBrowser(node);
            assertThat(location(browser.post("/fr/account/places/end", Map.of())))
                    .isEqualTo("/fr/sign-in?next=%2Ffr%2Faccount");
            assertThat(location(browser.post("/en/account/mail-codes", Map.of("let", "true"))))
                    .isEqualTo("/en/sign-in?next=%2Fen%2Faccount%2Fmail-codes");
        }
    }

    private static List<String> forms(TestNode node) {
        var routes = node.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
        Set<String> opened = routes.stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .collect(Collectors.toSet());
        return routes.stream()
                .flatMap(route -> route.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/{language") && !opened.contains(pattern))
                .map(pattern -> pattern.replaceFirst("\\{language[^}]*}", "fr")
                        .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"))
                .sorted()
                .toList();
    }

    private static String inOtherLanguage(String page) {
        Matcher link = OTHER.matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }
}
