package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each page once, as anybody finds it. */
class PagesTests {
    private static Chromium chromium;
    private static PageChecks pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        pages = new PageChecks(chromium);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_governments_pages() {
        TestNode node = TestNode.government("quebec", look("Québec", "Québec", "#1c4f9c", "#9cc2ff"));
        URI origin = node.origin();
        return Stream.of(
                        pages.open("government", origin, ""),
                        pages.open("not-found", origin, "/nothing-here"),
                        pages.open("problem", origin, "/problems/cross-site"),
                        pages.open("frontier", origin, "/frontier"))
                .flatMap(tests -> tests)
                .onClose(node::close);
    }

    @TestFactory
    Stream<DynamicTest> the_directorys_pages() {
        TestNode node = TestNode.directory(look("Conseil de l’identité", "Identity Council", "#5b3a86", "#cdb4f0"));
        return Stream.of(pages.open("directory", node.origin(), ""), pages.open("members", node.origin(), "/members"))
                .flatMap(tests -> tests)
                .onClose(node::close);
    }

    @TestFactory
    Stream<DynamicTest> a_wallets_pages() {
        TestNode node = TestNode.wallet(look("Portefeuille", "Wallet", "#7a3b12", "#f0b98d"));
        return pages.open("wallet", node.origin(), "").onClose(node::close);
    }

    @Test
    void what_is_wrong_in_a_form_gets_the_focus_and_leads_to_its_field() {
        try (TestNode node = TestNode.government("quebec");
                BrowserContext context = chromium.browser().newContext()) {
            Page page = signInWithoutAnAddress(context, node.origin());
            assertThat(page.title()).startsWith("Erreur");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("errors");
            page.locator(".errors a").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("field-email");
        }
    }

    private static Page signInWithoutAnAddress(BrowserContext context, URI origin) {
        Page page = context.newPage();
        page.navigate(origin + "/fr/sign-in");
        page.locator("main form .button").first().click();
        page.waitForSelector(".errors");
        return page;
    }

    private static Map<String, Object> look(String fr, String en, String accent, String accentDark) {
        return Map.of(
                "entente.node.name.fr", fr,
                "entente.node.name.en", en,
                "entente.web.theme.accent", accent,
                "entente.web.theme.accent-dark", accentDark,
                "entente.web.contact", "1 800 555-0199");
    }
}
