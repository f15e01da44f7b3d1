package org.entente.names.barrier.door;

import org.entente.names.barrier.Catalogue;
import org.entente.names.json.Json;

/** What is evaluated in a page. Each expression gives a text. Their functions are in {@code page.js}. */
final class Scripts {
    private static final String PAGE = Catalogue.resource("page.js");

    private Scripts() {}

    static String focus(String field) {
        return call("focus", field);
    }

    /** Sends the form: {@code sent}, or what the browser says of a field that it does not accept. */
    static String submit(String field, String button) {
        return call("submit", field, button);
    }

    static String reply(String accepted, String refused) {
        return call("reply", accepted, refused);
    }

    static String texts(String selector, boolean shown) {
        return call("texts", selector, shown ? "shown" : "");
    }

    static String fetch(String address) {
        return call("fetched", address);
    }

    /** Any function of the file. */
    static String call(String function, String... arguments) {
        StringBuilder call = new StringBuilder("(() => {")
                .append(PAGE)
                .append("return ")
                .append(function)
                .append('(');
        String between = "";
        for (String argument : arguments) {
            call.append(between).append(Json.canonical(argument));
            between = ",";
        }
        return call.append(");})()").toString();
    }
}
