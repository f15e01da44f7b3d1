package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Signing in, as somebody meets it who comes for the first time, mistypes, or has no scripts. */
@InCountry
class SignInPagesTests {
    private static final String ADDRESS = "#field-email";

    private final Country country;
    private final PageChecks pages;

    SignInPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @TestFactory
    Stream<DynamicTest> asking_for_a_code() {
        return pages.hold("sign-in", signIn());
    }

    @TestFactory
    Stream<DynamicTest> no_address() {
        return pages.hold("sign-in-empty", signIn().then(page -> page.press(ADDRESS, "Enter")));
    }

    @TestFactory
    Stream<DynamicTest> half_an_address() {
        return pages.hold("sign-in-wrong", signInFor("/services").then(page -> {
            page.fill(ADDRESS, "resident");
            page.press(ADDRESS, "Enter");
            assertThat(page.inputValue(ADDRESS)).isEqualTo("resident");
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_code_is_on_its_way() {
        return pages.hold("code", signIn().then(this::askForCode));
    }

    @TestFactory
    Stream<DynamicTest> entering_a_wrong_code() {
        return pages.hold("code-wrong", signInFor("/services").then(page -> {
            String right = askForCode(page);
            page.fill("#field-code", right.equals("12345678") ? "87654321" : "12345678");
            page.click("main button >> nth=0");
            assertThat(page.locator("#error-code").count()).isOne();
        }));
    }

    private Way signIn() {
        return Way.to(country.quebec(), "/sign-in");
    }

    private Way signInFor(String page) {
        return Way.to(country.quebec(), "/sign-in?next=/fr" + page);
    }

    private String askForCode(Page page) {
        page.fill(ADDRESS, country.newcomer());
        page.press(ADDRESS, "Enter");
        assertThat(page.url()).contains("/sign-in/code");
        return TestBrowser.code(country.mailbox());
    }
}
