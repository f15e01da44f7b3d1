package org.entente.node.signin.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.entente.node.kernel.Language;

/**
 * Where a sign-in leads back to: a page of ours, never another site, and never with a query: {@link KeptReturns} keeps
 * those.
 *
 * @param value without the language and beginning with "/", or "" for the front page
 */
public record ReturnPath(String value) {
    private static final int MAX_LENGTH = 1024;
    private static final Pattern LOCAL = Pattern.compile("/(?:fr|en)(/[\\x21-\\x7E&&[^\\\\#?]]*)?");

    /** The front page. */
    public static final ReturnPath FRONT = new ReturnPath("");

    /** The page that a caller names with its language, or the front page when that is none of ours. */
    public static ReturnPath of(String address) {
        var matcher = LOCAL.matcher(address);
        if (address.length() > MAX_LENGTH || !matcher.matches() || matcher.group(1) == null) {
            return FRONT;
        }
        return isAddress(address) ? new ReturnPath(matcher.group(1)) : FRONT;
    }

    /** The page's address in a language. */
    public String in(Language language) {
        return "/" + language.code() + value;
    }

    /**
     * What an address has after it that leads on to a page of ours.
     *
     * @param address of that page, with its language
     * @return "" for the front page, to which all leads that names no other
     */
    public static String query(String address) {
        return of(address).equals(FRONT) ? "" : "?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static boolean isAddress(String address) {
        try {
            return !new URI(address).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
