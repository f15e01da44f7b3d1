package org.entente.node.web;

import java.util.List;
import java.util.Optional;

/**
 * A part of the front page that shows what a room holds.
 *
 * @param title in the page's language
 * @param empty what to say when there is nothing yet
 * @param more where all of it stands, if not all is here
 */
public record HomeSection(String title, List<Item> items, String empty, Optional<Link> more) {
    /** The most items that a front page shows of one section. */
    public static final int MAX_ITEMS = 6;

    /** One thing: where it leads, its name, one sentence, and a word on its state ("" for none). */
    public record Item(String path, String title, String text, String state) {}

    /** A link: the path without the language, and its label. */
    public record Link(String path, String label) {}

    public HomeSection {
        items = List.copyOf(items);
        if (items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("a section of the front page has at most " + MAX_ITEMS + " items");
        }
    }
}
