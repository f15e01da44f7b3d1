package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.Wording.Tongue;
import org.entente.names.barrier.report.ReportHtml;
import org.entente.names.barrier.report.RollUp;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The reports of an audit of names, as their readers open them: from a folder, in both languages, narrow and wide. */
@InBrowser
class NameReportsTests {
    private static final AuditReport REPORT = AuditReport.of(
            "Registry of somewhere",
            "form",
            Instant.EPOCH,
            Map.of(
                    "B07",
                    new Finding.Found(List.of(new Evidence("card", "ʔaq̓am", "?aq̓am", Wording.of("damage.GLOTTAL")))),
                    "B09",
                    new Finding.NotFound(Wording.of("tested.one-name")),
                    "B36",
                    new Finding.NotApplicable(Wording.of("no-search"))),
            Map.of());

    private final Browser browser;

    NameReportsTests(Chromium chromium) {
        this.browser = chromium.browser();
    }

    @TestFactory
    Stream<DynamicTest> everybody_can_read_them(@TempDir Path folder) throws IOException {
        for (Tongue tongue : Tongue.values()) {
            ReportHtml html = new ReportHtml(tongue);
            Files.writeString(folder.resolve("report." + tongue.code() + ".html"), html.write(REPORT));
            Files.writeString(
                    folder.resolve("rollup." + tongue.code() + ".html"), html.write(new RollUp(List.of(REPORT))));
        }
        return Stream.of("report.fr", "report.en", "rollup.fr", "rollup.en")
                .flatMap(file -> Stream.of(320, 1280)
                        .map(width -> DynamicTest.dynamicTest(
                                file + " " + width, () -> requireReadable(folder.resolve(file + ".html"), width))));
    }

    private void requireReadable(Path file, int width) {
        assertThat(file).exists();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            Page page = context.newPage();
            page.navigate(file.toUri().toString());

            assertThat(new AxeBuilder(page)
                            .setLegacyMode(true)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                            .analyze()
                            .getViolations())
                    .extracting(rule -> rule.getId() + " "
                            + Optional.ofNullable(rule.getHelp()).orElse(""))
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("nothing is wider than the window")
                    .isLessThanOrEqualTo(width);
            assertThat(page.title()).isNotEmpty();
        }
    }
}
