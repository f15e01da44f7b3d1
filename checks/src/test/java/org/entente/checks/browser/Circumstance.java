package org.entente.checks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** How somebody looks at a page. */
record Circumstance(String language, boolean scripts, int width, ColorScheme scheme) {
    private static final int HEIGHT = 900;
    private static final List<Integer> WIDTHS = List.of(320, 1280);

    /** Two in which a page meets both languages, both widths, both schemes, scripts and none; pages take the one or the other. */
    private static final List<List<Circumstance>> SAMPLES = List.of(
            List.of(
                    new Circumstance("fr", true, 320, ColorScheme.LIGHT),
                    new Circumstance("en", false, 1280, ColorScheme.DARK)),
            List.of(
                    new Circumstance("en", true, 1280, ColorScheme.LIGHT),
                    new Circumstance("fr", false, 320, ColorScheme.DARK)));

    /**
     * Which circumstances a page is looked at in: a sample that its name draws, or with {@code -Dpages=all} every language, size
     * and scheme, with and without scripts.
     */
    static List<Circumstance> chosen(String page) {
        return "all".equals(System.getProperty("pages"))
                ? all()
                : SAMPLES.get(Math.floorMod(page.hashCode(), SAMPLES.size()));
    }

    private static List<Circumstance> all() {
        List<Circumstance> all = new ArrayList<>();
        for (String language : List.of("fr", "en")) {
            for (int width : WIDTHS) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    all.add(new Circumstance(language, true, width, scheme));
                    all.add(new Circumstance(language, false, width, scheme));
                }
            }
        }
        return all;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(language + "-CA")
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, HEIGHT)
                .setColorScheme(scheme);
    }

    /** Whether the window is large enough to be made smaller. */
    boolean isWide() {
        return width > WIDTHS.getFirst();
    }

    @Override
    public String toString() {
        return language + "-" + width + (scripts ? "" : "-no-script") + (scheme == ColorScheme.DARK ? "-dark" : "");
    }
}
