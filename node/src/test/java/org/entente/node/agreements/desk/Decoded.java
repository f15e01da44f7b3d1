package org.entente.node.agreements.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with all that is written in it in base64url, however deep. */
final class Decoded {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{16,}");

    private Decoded() {}

    static String whole(String text) {
        String within = PART.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(part -> part.length() % 4 != 1)
                .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                .filter(part -> part.startsWith("{") || part.startsWith("["))
                .map(Decoded::whole)
                .collect(Collectors.joining("\n"));
        return text + "\n" + within;
    }
}
