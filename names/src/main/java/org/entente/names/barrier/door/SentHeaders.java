package org.entente.names.barrier.door;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The headers of a description, as a browser sends them with each request. */
final class SentHeaders {
    private SentHeaders() {}

    /** @param environment of the variables that headers name */
    static void give(Browser browser, Description description, UnaryOperator<String> environment) {
        browser.call("Network.enable", Map.of());
        Map<String, Object> headers = new HashMap<>();
        description.headers().forEach((name, value) -> {
            String said = value.startsWith("$") ? environment.apply(value.substring(1)) : value;
            if (name.equalsIgnoreCase("Cookie")) {
                setCookies(browser, description.origin(), said);
            } else {
                headers.put(name, said);
            }
        });
        browser.call("Network.setExtraHTTPHeaders", Map.of("headers", headers));
    }

    /** Into the browser's own store: a header of that name would not outlive the first answer that sets a cookie. */
    private static void setCookies(Browser browser, URI origin, String cookies) {
        for (String cookie : cookies.split(";\\s*", 0)) {
            int end = cookie.indexOf('=');
            if (end > 0) {
                browser.call(
                        "Network.setCookie",
                        Map.of(
                                "name", cookie.substring(0, end),
                                "value", cookie.substring(end + 1),
                                "url", origin.toString()));
            }
        }
    }
}
