package org.entente.node.web;

/** An sRGB colour, each part from 0 to 255. */
record Colour(int red, int green, int blue) {
    /** The ground of a light page, as in {@code entente.css}. */
    static final String LIGHT_GROUND = "#ffffff";

    /** The ground of a dark page, as in {@code entente.css}. */
    static final String DARK_GROUND = "#10191d";

    /** Reads {@code #rrggbb}. */
    static Colour of(String hex) {
        if (!hex.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("a colour is # and six lower-case hexadecimal digits");
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return new Colour(value >> 16, (value >> 8) & 0xff, value & 0xff);
    }

    /** From 1 (none) to 21 (WCAG 2.2, contrast ratio). */
    double contrastWith(Colour other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
