package org.entente.checks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** How somebody looks at a page. */
record Circumstance(String language, boolean scripts, int width, ColorScheme scheme) {
    private static final int HEIGHT = 900;
    private static final List<Integer> WIDTHS = List.of(320, 1280);

    /** Every language, with and without scripts, small and large; the dark page in one of each. */
    static List<Circumstance> all() {
        List<Circumstance> all = new ArrayList<>();
        for (String language : List.of("fr", "en")) {
            for (int width : WIDTHS) {
                all.add(new Circumstance(language, true, width, ColorScheme.LIGHT));
                all.add(new Circumstance(language, false, width, ColorScheme.LIGHT));
            }
        }
        all.add(new Circumstance("fr", true, 320, ColorScheme.DARK));
        all.add(new Circumstance("en", true, 1280, ColorScheme.DARK));
        return all;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(language + "-CA")
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, HEIGHT)
                .setColorScheme(scheme);
    }

    @Override
    public String toString() {
        return language + "-" + width + (scripts ? "" : "-no-script") + (scheme == ColorScheme.DARK ? "-dark" : "");
    }
}
