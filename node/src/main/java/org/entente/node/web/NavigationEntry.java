package org.entente.node.web;

import java.util.List;
import java.util.stream.Stream;
import org.entente.node.kernel.Actor;

/**
 * Extension point: one entry of the navigation; a room contributes it as a bean.
 *
 * @param order lower stands first
 * @param path without the language: {@code /ententes}
 * @param messageKey the label's key in the room's catalogue
 * @param audience who sees it
 * @param besides the beginnings of further paths whose pages belong to it
 */
public record NavigationEntry(int order, String path, String messageKey, Audience audience, List<String> besides) {
    /** Who sees an entry. It hides; it does not protect. */
    public enum Audience {
        EVERYONE,
        SIGNED_IN,
        OFFICERS;

        boolean includes(Actor actor) {
            return switch (this) {
                case EVERYONE -> true;
                case SIGNED_IN -> actor instanceof Actor.Person || actor instanceof Actor.Officer;
                case OFFICERS -> actor instanceof Actor.Officer;
            };
        }
    }

    public NavigationEntry {
        besides = List.copyOf(besides);
    }

    /** An entry whose pages all stand under its own path. */
    public NavigationEntry(int order, String path, String messageKey, Audience audience) {
        this(order, path, messageKey, audience, List.of());
    }

    /** An entry that everyone sees. */
    public NavigationEntry(int order, String path, String messageKey) {
        this(order, path, messageKey, Audience.EVERYONE);
    }

    /** Whether a page belongs to it, by its path without the language. */
    boolean contains(String page) {
        return Stream.concat(Stream.of(path), besides.stream())
                .anyMatch(beginning -> page.equals(beginning) || page.startsWith(beginning + "/"));
    }
}
