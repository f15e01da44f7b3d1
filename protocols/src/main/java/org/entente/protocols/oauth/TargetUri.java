package org.entente.protocols.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a request as a proof names it: without query and fragment, in normal form, so that two spellings of
 * one address are equal (RFC 9449 §4.3 item 9; RFC 3986 §6.2.2 and §6.2.3).
 */
final class TargetUri {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final String UNRESERVED = "[A-Za-z0-9._~-]";

    private TargetUri() {}

    /** The normal form, or nothing when the text is no http(s) address with a host. */
    static Optional<String> normalise(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return normalise(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> normalise(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.empty();
        }
        int ordinaryPort = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == ordinaryPort ? "" : ":" + uri.getPort();
        String path = withoutDots(escapes(uri.getRawPath() == null ? "" : uri.getRawPath()));
        return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
    }

    /** Escapes in upper case, and none where none is needed. */
    private static String escapes(String path) {
        return ESCAPE.matcher(path).replaceAll(match -> {
            String character = Character.toString(Integer.parseInt(match.group(1), 16));
            return character.matches(UNRESERVED)
                    ? character
                    : "%" + match.group(1).toUpperCase(Locale.ROOT);
        });
    }

    /** RFC 3986 §5.2.4; empty segments stay, as the server may tell them apart. */
    private static String withoutDots(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments =
                path.isEmpty() ? new String[] {""} : path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!dots) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
