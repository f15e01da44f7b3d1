package org.entente.node.web;

import org.entente.node.kernel.Actor;

/**
 * Extension point: one entry of the navigation; a room contributes it as a bean.
 *
 * @param order lower stands first
 * @param path without the language: {@code /ententes}
 * @param messageKey the label's key in the room's catalogue
 * @param audience who sees it
 */
public record NavigationEntry(int order, String path, String messageKey, Audience audience) {
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

    /** An entry that everyone sees. */
    public NavigationEntry(int order, String path, String messageKey) {
        this(order, path, messageKey, Audience.EVERYONE);
    }
}
