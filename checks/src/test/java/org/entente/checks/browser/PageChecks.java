package org.entente.checks.browser;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds a page, in the chosen {@link Circumstance}s, to what {@code docs/how-to/add-a-page.md} promises: WCAG 2.2 AA as far as
 * axe sees it, nothing from another host, nothing wider than the screen, no breach of the content security policy, a
 * small weight, nothing that moves. Leaves a screenshot of each.
 */
final class PageChecks {
    private static final int MAX_WEIGHT_BYTES = 15 * 1024;
    private static final double MAX_LAYOUT_SHIFT = 0.05;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** Axe cannot tell what a text in a drawing stands on. Drawings use the tokens of the theme. */
    private static final String DRAWN_TEXT = "svg text";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String LAYOUT_SHIFT = """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value })
                .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => setTimeout(() => done(sum), 0));
            })""";

    /** Leads a fresh browser to a page, in a language. */
    interface Way {
        Page lead(BrowserContext context, String language);
    }

    private final Chromium chromium;

    PageChecks(Chromium chromium) {
        this.chromium = chromium;
    }

    /** The tests of a page that anybody may open: its address is the origin, the language and the path. */
    Stream<DynamicTest> open(String name, URI origin, String path) {
        return reached(name, origin, (context, language) -> {
            Page page = context.newPage();
            page.navigate(origin + "/" + language + path);
            return page;
        });
    }

    /** The tests of a page that is reached by doing something: signing in, filling in a form. */
    Stream<DynamicTest> reached(String name, URI origin, Way way) {
        return Circumstance.chosen().stream()
                .map(circumstance -> DynamicTest.dynamicTest(
                        name + " " + circumstance, () -> check(name, origin, circumstance, way)));
    }

    private void check(String name, URI origin, Circumstance circumstance, Way way) {
        try (BrowserContext context = chromium.browser().newContext(circumstance.options())) {
            Visit visit = Visit.watch(context);
            Page page = way.lead(context, circumstance.language());
            page.waitForLoadState();
            // Before the screenshot, which makes the window as high as the page.
            double shift = circumstance.scripts() ? ((Number) page.evaluate(LAYOUT_SHIFT)).doubleValue() : 0;
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(name + "-" + circumstance + ".png")));
            assertSoftly(softly -> {
                softly.assertThat(shift).as("layout shift").isLessThanOrEqualTo(MAX_LAYOUT_SHIFT);
                measure(softly, page, visit, origin, circumstance);
            });
        }
    }

    private static void measure(SoftAssertions softly, Page page, Visit visit, URI origin, Circumstance circumstance) {
        softly.assertThat(visit.strangers(origin)).as("asked of other hosts").isEmpty();
        softly.assertThat(visit.complaints()).as("on the console").isEmpty();
        softly.assertThat(Weight.of(page)).as("bytes of HTML and CSS").isLessThanOrEqualTo(MAX_WEIGHT_BYTES);
        softly.assertThat(page.locator("html").getAttribute("lang")).isEqualTo(circumstance.language());
        softly.assertThat(page.locator("body").innerText())
                .as("untranslated or unfilled")
                .doesNotContain("{0}", "null");
        softly.assertThat(page.locator("h1").count()).as("main headings").isEqualTo(1);
        softly.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of what is shown")
                .isLessThanOrEqualTo(circumstance.width());
        if (circumstance.scripts()) {
            AxeResults axe =
                    new AxeBuilder(page).withTags(RULES).exclude(DRAWN_TEXT).analyze();
            softly.assertThat(said(axe.getViolations())).as("violations").isEmpty();
            softly.assertThat(said(axe.getIncomplete().stream()
                            .filter(rule -> rule.getId().equals("color-contrast"))
                            .toList()))
                    .as("undecided contrast")
                    .isEmpty();
        }
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
