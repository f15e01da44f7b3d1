package org.entente.checks.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import org.assertj.core.api.SoftAssertions;

/** The link to the other language opens, also after a form was sent, and leads on to where the page itself does. */
final class OtherLanguage implements Measure {
    private static final int ERRORS = 400;
    private static final int NO_SUCH_METHOD = 405;

    private record Opened(int status, String text) {}

    @Override
    public void take(Look look, SoftAssertions softly) {
        Page page = look.page();
        String link = page.locator("header [hreflang]").getAttribute("href");
        Opened other = open(page, link);
        if (other.status() >= ERRORS) {
            // What an address of its own tells as an error, it tells so in both languages.
            softly.assertThat(other.status())
                    .as("in the other language: %s", link)
                    .isNotEqualTo(NO_SUCH_METHOD)
                    .isEqualTo(open(page, page.url()).status());
        }
        page.locator("main input[name=next]").all().stream()
                .findFirst()
                .map(next -> next.getAttribute("value").substring("/fr".length()))
                .ifPresent(path -> softly.assertThat(other.text())
                        .as("leads on in the other language: %s", link)
                        .contains("name=\"next\" value=\"" + link.substring(0, "/fr".length()) + path + '"'));
    }

    /** In a window of the same browser. */
    private static Opened open(Page page, String address) {
        try (Page other = page.context().newPage()) {
            Response response =
                    other.navigate(URI.create(page.url()).resolve(address).toString());
            return new Opened(response.status(), response.text());
        }
    }
}
