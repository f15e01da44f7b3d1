package org.entente.checks.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** WCAG 2.2 AA as far as axe sees it: no violation, and no contrast that it could not decide. */
final class Access implements Measure {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** Axe cannot tell what a text in a drawing stands on. Drawings use the tokens of the theme. */
    private static final String DRAWN_TEXT = "svg text";

    @Override
    public void take(Look look, SoftAssertions softly) {
        if (!look.circumstance().scripts()) {
            return;
        }
        // The other mode opens a page of its own for each analysis, to merge what frames say; no page here has a frame.
        AxeResults axe = new AxeBuilder(look.page())
                .setLegacyMode(true)
                .withTags(RULES)
                .exclude(DRAWN_TEXT)
                .analyze();
        softly.assertThat(said(axe.getViolations())).as("violations").isEmpty();
        softly.assertThat(said(axe.getIncomplete().stream()
                        .filter(rule -> rule.getId().equals("color-contrast"))
                        .toList()))
                .as("undecided contrast")
                .isEmpty();
    }

    private static List<String> said(List<Rule> rules) {
        return rules.stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                .toList())
                .toList();
    }
}
