package org.entente.demo;

import tools.jackson.databind.JsonNode;

/** Long things, shortened for a line. */
final class Short {
    private static final int SHOWN = 10;

    private Short() {}

    static String hash(JsonNode owner, String name) {
        return of(owner.path(name).asString(""));
    }

    static String of(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
