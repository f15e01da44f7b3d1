package org.entente.node.kernel;

/** One text in both languages, equally authoritative. */
public record Text(String fr, String en) {
    public Text {
        if (fr.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text says something in both languages");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case EN -> en;
        };
    }
}
