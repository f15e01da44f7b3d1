package org.entente.checks.browser;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds a page, in the chosen {@link Circumstance}s, to what {@code docs/how-to/add-a-page.md} promises. With
 * {@code -Dpages.pictures=true} it leaves a screenshot of each in {@code target/screenshots}.
 */
final class PageChecks {
    private static final int MAX_WEIGHT_BYTES = 15 * 1024;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final boolean PICTURES = Boolean.getBoolean("pages.pictures");

    private final Chromium chromium;
    private final List<Measure> measures;

    PageChecks(Chromium chromium) {
        this.chromium = chromium;
        // What changes the window or the focus comes last.
        this.measures = List.of(
                PageChecks::manners,
                new OtherLanguage(),
                new Wording(),
                new Access(),
                new Layout(),
                new ErrorSummary());
    }

    /** The tests of a page, under a name of its own. */
    Stream<DynamicTest> hold(String name, Way way) {
        return Circumstance.chosen(name).stream()
                .map(circumstance ->
                        DynamicTest.dynamicTest(name + " " + circumstance, () -> look(name, way, circumstance)));
    }

    private void look(String name, Way way, Circumstance circumstance) {
        try (BrowserContext context = chromium.browser().newContext(circumstance.options())) {
            Visit visit = Visit.watch(context);
            Page page = way.lead(context, circumstance.language());
            page.waitForLoadState();
            Look look = new Look(page, visit, circumstance);
            try {
                assertSoftly(softly -> measures.forEach(measure -> measure.take(look, softly)));
            } finally {
                // Last: it makes the window as high as the page.
                picture(name, look);
            }
        }
    }

    private static void picture(String name, Look look) {
        if (PICTURES) {
            look.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SCREENSHOTS.resolve(name + "-" + look.circumstance() + ".png")));
        }
    }

    /** One heading, the language it says, no stranger asked, nothing complained of, a small weight, help at its foot. */
    private static void manners(Look look, SoftAssertions softly) {
        Page page = look.page();
        URI origin = URI.create(page.url()).resolve("/");
        softly.assertThat(look.visit().strangers(origin))
                .as("asked of other hosts")
                .isEmpty();
        softly.assertThat(look.visit().complaints()).as("on the console").isEmpty();
        softly.assertThat(Weight.of(page)).as("bytes of HTML and CSS").isLessThanOrEqualTo(MAX_WEIGHT_BYTES);
        softly.assertThat(page.locator("html").getAttribute("lang"))
                .isEqualTo(look.circumstance().language());
        softly.assertThat(page.locator("h1").count()).as("main headings").isEqualTo(1);
        softly.assertThat(page.locator("footer").innerText()).as("help").contains(Country.CONTACT);
    }
}
