package org.entente.names.barrier;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was seen of a barrier. The texts are probes of ours and what became of them; never anything else that a system holds.
 *
 * @param where the step, output or file
 * @param sent what we wrote; empty where nothing was sent
 * @param received what came back; empty where nothing did
 * @param said what that means
 */
public record Evidence(String where, String sent, String received, Wording said) {
    private static final int MOST_SHOWN = 300;

    public Evidence {
        sent = shortened(sent);
        received = shortened(received);
    }

    /** A text as charts write it: {@code U+0071 U+0313}. */
    public static String codePoints(String text) {
        return text.codePoints()
                .mapToObj(codePoint -> String.format(Locale.ROOT, "U+%04X", codePoint))
                .collect(Collectors.joining(" "));
    }

    /** Half characters are written as what stands for them, so that the evidence itself can be written down. */
    private static String shortened(String text) {
        return text.codePoints()
                .limit(MOST_SHOWN)
                .map(codePoint -> codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
