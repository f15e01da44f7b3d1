package org.entente.checks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A resident's attestations: before there are any, the letter, the offer, what was issued, stopping one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttestationsPagesTests {
    private final AtomicInteger residents = new AtomicInteger();
    private final TestMailbox mailbox = new TestMailbox();
    private Chromium chromium;
    private PageChecks pages;
    private TestNode node;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        pages = new PageChecks(chromium);
        Map<String, Object> settings = new HashMap<>(TestIssuer.settings());
        settings.putAll(mailbox.settings());
        settings.put("entente.web.wallets[0].name", "Portefeuille");
        settings.put("entente.web.wallets[0].offer", "https://wallet.example/offer");
        settings.put("entente.web.wallets[0].present", "https://wallet.example/present");
        node = TestNode.government("quebec", settings);
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
    Stream<DynamicTest> before_there_are_any() {
        return pages.reached("attestations-empty", node.origin(), this::signedIn);
    }

    @TestFactory
    Stream<DynamicTest> the_letter() {
        return pages.reached("attestations-match", node.origin(), (context, language) -> {
            Page page = signedIn(context, language);
            page.click("main .actions a");
            return page;
        });
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_letter() {
        return pages.reached("attestations-match-wrong", node.origin(), (context, language) -> {
            Page page = signedIn(context, language);
            page.click("main .actions a");
            page.fill("#field-number", "TREM 5401 0101");
            page.fill("#field-birth-date", "1984");
            page.click("main button");
            return page;
        });
    }

    @TestFactory
    Stream<DynamicTest> an_offer() {
        return pages.reached("attestations-offer", node.origin(), this::offered);
    }

    @TestFactory
    Stream<DynamicTest> asking_for_nothing() {
        return pages.reached("attestations-choose-wrong", node.origin(), (context, language) -> {
            Page page = matched(context, language);
            page.click("main form button");
            return page;
        });
    }

    @TestFactory
    Stream<DynamicTest> what_was_issued() {
        return pages.reached("attestations-issued", node.origin(), this::issued);
    }

    @TestFactory
    Stream<DynamicTest> an_offer_that_was_opened() {
        return pages.reached("attestations-offer-taken", node.origin(), (context, language) -> {
            Page page = offered(context, language);
            redeem(page);
            page.reload();
            return page;
        });
    }

    @TestFactory
    Stream<DynamicTest> stopping_one() {
        return pages.reached("attestations-stop", node.origin(), (context, language) -> {
            Page page = issued(context, language);
            page.click("main .card .more a >> nth=0");
            return page;
        });
    }

    private Page issued(BrowserContext context, String language) {
        Page page = offered(context, language);
        redeem(page);
        page.navigate(node.origin() + "/" + language + "/attestations");
        return page;
    }

    private void redeem(Page page) {
        String link = page.locator("main a[href^='openid']").getAttribute("href");
        URI offer = URI.create(URLDecoder.decode(link.substring(link.indexOf('=') + 1), StandardCharsets.UTF_8));
        TestHolder holder = new TestHolder(node);
        String token =
                holder.token(new TestHolder.Given(offer, page.locator(".digits").textContent()));
        holder.obtain(token, TestIssuer.IDENTITY, holder.keys(10));
        mailbox.next();
    }

    private Page offered(BrowserContext context, String language) {
        Page page = matched(context, language);
        page.check("#field-type");
        page.click("main form button");
        return page;
    }

    private Page matched(BrowserContext context, String language) {
        for (String table :
                List.of("registers.matches", "registers.attempts", "issuance.families", "issuance.status_entries")) {
            node.bean(JdbcClient.class).sql("delete from " + table).update();
        }
        Page page = signedIn(context, language);
        page.click("main .actions a");
        page.fill("#field-number", "TREM 5401 0101");
        page.fill("#field-birth-date", "1984-02-29");
        page.fill("#field-code", "K7QX-M2PD");
        page.click("main button");
        return page;
    }

    private Page signedIn(BrowserContext context, String language) {
        Page page = context.newPage();
        page.navigate(node.origin() + "/" + language + "/attestations");
        page.fill("#field-email", "resident-" + residents.incrementAndGet() + "@example.ca");
        page.click("main button");
        page.fill("#field-code", TestBrowser.code(mailbox));
        page.click("main button >> nth=0");
        return page;
    }
}
