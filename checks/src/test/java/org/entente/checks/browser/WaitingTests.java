package org.entente.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.entente.node.TestNode;
import org.junit.jupiter.api.Test;

/** The page that waits for an answer on another device says when it is there, and stays until somebody goes on. */
@InCountry
class WaitingTests {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private final Country country;
    private final Chromium chromium;

    WaitingTests(Country country, Chromium chromium) {
        this.country = country;
        this.chromium = chromium;
    }

    @Test
    void says_that_the_other_device_answered_and_leads_on_when_asked() {
        country.entente();
        TestNode node = country.columbia();
        Asking asking = Asking.begun(node);
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-CA"))) {
            Page page = Way.to(node, asking.page() + "/other-device", asking.visitor())
                    .lead(context, "en");
            String address = page.url();
            assertThat(page.locator("[role=status]")).containsText("Waiting for your answer");
            Stranger.answer(node, asking);
            assertThat(page.locator("[role=status]")).containsText("The other device has answered", PATIENTLY);
            assertThat(page.url()).isEqualTo(address);
            page.click("text=Go on >> nth=-1");
            assertThat(page.url()).isNotEqualTo(address);
        }
    }
}
