package org.entente.names.barrier.probe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was put around the letters on the way, and can be taken off again to see what became of the letters themselves. */
final class Wrapping {
    private static final List<Charset> OTHERS = List.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "apos", "'", "quot", "\"", "lt", "<", "gt", ">", "rsquo", "\u2019", "lsquo", "\u2018");
    private static final Pattern ESCAPE = Pattern.compile(
            "&(?:amp;)?(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));|\\\\u([0-9a-fA-F]{4})|((?:%[0-9A-F]{2})+)");

    private Wrapping() {}

    /** Text that was UTF-8 and was read as something else, as it was before; any other as it is. */
    static String readAgain(String wanted, String received) {
        for (Charset other : OTHERS) {
            if (new String(wanted.getBytes(StandardCharsets.UTF_8), other).equals(received)
                    && !wanted.equals(received)) {
                return wanted;
            }
            if (other.newEncoder().canEncode(received)) {
                String again = utf8(received.getBytes(other));
                if (!again.isEmpty() && again.length() < received.length()) {
                    return again;
                }
            }
        }
        return received;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    /** Without escape sequences; one whose sign nobody knows stays out. */
    static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(sign(found)));
    }

    private static String sign(MatchResult found) {
        if (found.group(1) != null) {
            return codePoint(found.group(1), 10);
        }
        if (found.group(2) != null) {
            return codePoint(found.group(2), 16);
        }
        if (found.group(4) != null) {
            return codePoint(found.group(4), 16);
        }
        return found.group(3) == null ? bytes(found.group(5)) : NAMED.getOrDefault(found.group(3), "");
    }

    private static String codePoint(String digits, int radix) {
        int codePoint = Integer.parseInt(digits, radix);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }

    private static String bytes(String percent) {
        ByteBuffer bytes = ByteBuffer.allocate(percent.length() / 3);
        for (int i = 0; i < percent.length(); i += 3) {
            bytes.put((byte) Integer.parseInt(percent, i + 1, i + 3, 16));
        }
        return utf8(bytes.array());
    }
}
