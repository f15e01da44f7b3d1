package org.entente.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads what a link carries. */
final class Links {
    private Links() {}

    /** The value of a query parameter, decoded. */
    static String parameter(URI link, String name) {
        for (String pair : link.getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new DemoFailed("the link has no " + name);
    }
}
