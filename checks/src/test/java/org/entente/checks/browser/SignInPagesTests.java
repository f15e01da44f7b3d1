package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Signing in, as somebody meets it who comes for the first time, mistypes, or has no scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInPagesTests {
    private final AtomicInteger residents = new AtomicInteger();
    private final TestMailbox mailbox = new TestMailbox();
    private Chromium chromium;
    private PageChecks pages;
    private TestNode node;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        pages = new PageChecks(chromium);
        node = TestNode.government("quebec", mailbox.settings());
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (node != null) {
            node.close();
        }
        mailbox.close();
    }

    @TestFactory
    Stream<DynamicTest> asking_for_a_code() {
        return pages.open("sign-in", node.origin(), "/sign-in");
    }

    @TestFactory
    Stream<DynamicTest> half_an_address() {
        return pages.reached("sign-in-wrong", node.origin(), (context, language) -> {
            Page page = page(context, language);
            page.fill("#field-email", "resident");
            page.click("main button");
            return page;
        });
    }

    @TestFactory
    Stream<DynamicTest> entering_a_wrong_code() {
        return pages.reached("code-wrong", node.origin(), (context, language) -> {
            Page page = codePage(context, language);
            String right = TestBrowser.code(mailbox);
            page.fill("#field-code", right.equals("123456") ? "654321" : "123456");
            page.click("main button >> nth=0");
            assertThat(page.locator("#error-code").count()).isOne();
            return page;
        });
    }

    private Page codePage(BrowserContext context, String language) {
        Page page = page(context, language);
        page.fill("#field-email", "resident-" + residents.incrementAndGet() + "@example.ca");
        page.click("main button");
        assertThat(page.url()).endsWith("/sign-in/code");
        return page;
    }

    private Page page(BrowserContext context, String language) {
        Page page = context.newPage();
        page.navigate(node.origin() + "/" + language + "/sign-in");
        return page;
    }
}
