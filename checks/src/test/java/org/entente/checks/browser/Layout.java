package org.entente.checks.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** Nothing moves, nothing is wider than the window, everything one aims at is large enough, each cell has its label. */
final class Layout implements Measure {
    private static final double MAX_SHIFT = 0.05;
    /** Windows between the two in which a page is looked at. */
    private static final List<Integer> WIDTHS = List.of(480, 700, 900, 1100);

    private static final String SHIFT = """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value })
                .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => setTimeout(() => done(sum), 0));
            })""";

    private static final String WIDER_THAN_THE_WINDOW = """
            () => {
              const room = document.documentElement.clientWidth;
              const wide = [...document.querySelectorAll('body *')].filter(e =>
                !e.closest('.skip, thead, .hero') && (e.getBoundingClientRect().right > room + 1 || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'));
              return (document.documentElement.scrollWidth > room ? ['the page'] : [])
                .concat(wide.map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)));
            }""";

    /** WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, except for a link within a sentence. */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
              .filter(e => !e.closest('.skip') && e.checkVisibility())
              .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'
                && e.parentElement.textContent.trim() !== e.textContent.trim()))
              .map(e => [e, (e.type === 'radio' || e.type === 'checkbox') && e.closest('label') || e])
              .map(([e, aim]) => [e, aim.getBoundingClientRect()])
              .filter(([e, box]) => box.width < 24 || box.height < 24)
              .map(([e, box]) => e.outerHTML.slice(0, 120) + ' ' + box.width + ' by ' + box.height)""";

    private static final String CELLS_WITH_ANOTHER_LABEL = """
            () => [...document.querySelectorAll('tbody td')].filter(cell => cell.getAttribute('data-label') !==
                cell.closest('table').querySelectorAll('thead th')[cell.cellIndex].textContent)
              .map(cell => cell.textContent.trim().slice(0, 40))""";

    @Override
    public void take(Look look, SoftAssertions softly) {
        if (look.circumstance().scripts()) {
            softly.assertThat(shift(look.page())).as("layout shift").isLessThanOrEqualTo(MAX_SHIFT);
        }
        softly.assertThat((List<?>) look.ask(WIDER_THAN_THE_WINDOW))
                .as("wider than the window")
                .isEmpty();
        softly.assertThat((List<?>) look.ask(SMALL_TARGETS))
                .as("too small to aim at")
                .isEmpty();
        softly.assertThat((List<?>) look.ask(CELLS_WITH_ANOTHER_LABEL))
                .as("cells with another label than their column")
                .isEmpty();
        if (look.circumstance().isWide()) {
            between(look, softly);
        }
    }

    /** What a page does it does each time. A busy machine that paints in the midst of its arrival does so once. */
    private static double shift(Page page) {
        double first = measured(page);
        return first <= MAX_SHIFT ? first : Math.min(first, measuredAgain(page));
    }

    /** The same address, opened with nothing in the cache. */
    private static double measuredAgain(Page page) {
        try (Page again = page.context().newPage()) {
            // Whoever routes requests has no cache.
            again.route("**/*", Route::resume);
            boolean opens = again.navigate(page.url()).ok();
            again.waitForLoadState();
            return opens ? measured(again) : Double.MAX_VALUE;
        }
    }

    private static double measured(Page page) {
        return ((Number) page.evaluate(SHIFT)).doubleValue();
    }

    private static void between(Look look, SoftAssertions softly) {
        ViewportSize before = look.page().viewportSize();
        for (int width : WIDTHS) {
            look.page().setViewportSize(width, before.height);
            softly.assertThat((List<?>) look.ask(WIDER_THAN_THE_WINDOW))
                    .as("wider than a window of %s", width)
                    .isEmpty();
        }
        look.page().setViewportSize(before.width, before.height);
    }
}
