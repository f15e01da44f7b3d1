package org.entente.protocols;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64url without padding (RFC 7515 §2), read so that each byte string has exactly one text. */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    /** The text of these bytes. */
    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The text of this text's UTF-8 bytes. */
    public static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The bytes of a text.
     *
     * @throws ProtocolError {@code invalid_request} on a character outside the alphabet, padding, or stray trailing bits
     */
    public static byte[] decode(String text) {
        if (text.indexOf('=') >= 0) {
            throw malformed();
        }
        byte[] bytes;
        try {
            bytes = DECODER.decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        if (hasStrayBits(text, bytes)) {
            throw malformed();
        }
        return bytes;
    }

    /** A last group of two or three characters holds more bits than its bytes: the rest must be zero. */
    private static boolean hasStrayBits(String text, byte[] bytes) {
        int rest = text.length() % 4;
        if (rest == 0) {
            return false;
        }
        int tail = bytes.length % 3;
        byte[] last = Arrays.copyOfRange(bytes, bytes.length - tail, bytes.length);
        return !text.endsWith(encode(last));
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_request", "a value is not base64url");
    }
}
