package org.entente.names.barrier.legacy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The registry's pages. */
record LegacyPages(Set<String> barriers) {
    /** Half of B14: a paste comes in, a key of a layout for the language does not. */
    static final String FILTERS_KEYS = "B14 by keys alone";

    /** A third of B54 each: staff hear nothing, or find by names alone. */
    static final String SAYS_NOTHING = "B54: nobody tells how a name is said";

    static final String FINDS_BY_NAME_ALONE = "B54: no search by number";

    /** Half of B42: each name says that nobody knows its language. */
    static final String KNOWS_NO_LANGUAGE = "B42: an empty lang";

    private boolean has(String barrier) {
        return barriers.contains(barrier);
    }

    String form(String action, String error) {
        String attributes = (has("B15")
                        ? " autocapitalize=\"words\""
                        : " autocapitalize=\"off\" autocorrect=\"off\" spellcheck=\"false\"")
                + (has("B12") ? " maxlength=\"30\"" : "")
                + (has("B11") ? " minlength=\"2\"" : "")
                + (has("B14") ? " inputmode=\"latin\" onpaste=\"return false\"" : "")
                + (has(FILTERS_KEYS) ? " onkeypress=\"return /[a-z]/i.test(event.key)\"" : "");
        return page(
                (error.isEmpty() ? "" : "<p role=\"alert\">" + text(error) + "</p>")
                        + "<form method=\"post\" action=\"" + action + "\"><input id=\"name\" name=\"name\""
                        + attributes
                        + "><input id=\"given\" name=\"given\"><input id=\"form\" name=\"form\">"
                        + "<select id=\"writing\"><option></option><option>iu-Latn</option></select><button>Send</button></form>");
    }

    String record(LegacyOutputs.Kept kept, String shown) {
        return page("<p>Record <b id=\"ref\">" + kept.reference() + "</b></p><p><span class=\"name\"" + language() + ">"
                + text(shown) + "</span></p>");
    }

    String names(List<String> names) {
        return page(names.stream()
                .map(name -> "<li class=\"name\"" + language() + ">" + text(name) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>")));
    }

    String clerk() {
        return page("<form><input name=\"q\">" + (has("B54") ? "" : "<button type=\"button\">ʔ</button>") + "</form>");
    }

    /** A record as staff see it. */
    String staffRecord(LegacyOutputs.Kept kept) {
        boolean silent = has("B54") || has(SAYS_NOTHING);
        return page("<p class=\"name\">" + text(kept.name()) + "</p>" + (silent ? "" : "<audio controls></audio>"));
    }

    private String language() {
        if (has(KNOWS_NO_LANGUAGE)) {
            return " lang=\"\"";
        }
        return has("B42") ? "" : " lang=\"mul\"";
    }

    private String page(String content) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Registry</title><style>" + style()
                + "</style></head><body>" + content + "</body></html>";
    }

    private String style() {
        String fonts = has("B39") || has("B38") ? "serif" : "\"BC Sans\",\"Noto CA\"";
        String inuktut = has("B40") || has("B39") ? fonts : "\"Noto CA\",\"BC Sans\"";
        return face("BC Sans", "bc-sans-regular-extended") + face("BC Sans Latin", "bc-sans-regular")
                + face("Noto CA", "noto-sans-canadian-aboriginal")
                + ".name{font-family:" + fonts.replace("\"BC Sans\"", "\"BC Sans Latin\",\"BC Sans\"") + ";"
                + (has("B41") ? "text-transform:uppercase" : "") + "}.name:lang(iu){font-family:" + inuktut + "}"
                + (has("B40") ? "" : ".name:lang(crx){font-family:\"BC Sans\",serif}");
    }

    private static String face(String family, String file) {
        return "@font-face{font-family:\"" + family + "\";src:url(/fonts/" + file + ".woff2)}";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
