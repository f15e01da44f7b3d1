package org.entente.checks.browser;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.SoftAssertions;

/** What is wrong in a form is said first, has the focus, and each of its lines leads to the field. */
final class ErrorSummary implements Measure {
    private static final String FOCUSED = "document.activeElement.id || document.activeElement.className";

    @Override
    public void take(Look look, SoftAssertions softly) {
        Locator summary = look.page().locator(".errors");
        if (summary.count() == 0) {
            softly.assertThat(
                            look.page().locator("[aria-invalid], .field.wrong").count())
                    .as("fields that are wrong, and no summary")
                    .isZero();
            return;
        }
        softly.assertThat(look.page().title())
                .as("title of a page with errors")
                .startsWith(look.circumstance().language().equals("fr") ? "Erreur\u00a0: " : "Error: ");
        softly.assertThat(look.ask(FOCUSED)).as("what has the focus").isEqualTo("errors");
        for (Locator line : summary.locator("a").all()) {
            String field = line.getAttribute("href").substring(1);
            line.click();
            softly.assertThat(look.ask(FOCUSED)).as("where the summary leads").isEqualTo(field);
            String error = "error-" + field.replaceFirst("^field-", "");
            softly.assertThat((boolean) look.ask(described(field, error)))
                    .as("%s, or the group it is in, is described by its error", field)
                    .isTrue();
        }
        softly.assertThat(summary.locator("a").count())
                .as("lines of the summary")
                .isPositive();
    }

    private static String described(String field, String error) {
        return "document.getElementById('" + field + "').closest('[aria-describedby~=\"" + error
                + "\"]') !== null && document.getElementById('" + error + "') !== null";
    }
}
