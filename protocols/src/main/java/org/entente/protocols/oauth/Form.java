package org.entente.protocols.oauth;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;

/**
 * The parameters of an {@code application/x-www-form-urlencoded} body or of a query. Each name appears once, and a
 * parameter without a value counts as absent (RFC 6749 §3.1, §3.2).
 */
public final class Form {
    /** The longest body that is read, in bytes. */
    public static final int MAX_LENGTH = 64 * 1024;

    /** The most parameters that are read. */
    public static final int MAX_PARAMETERS = 64;

    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a form.
     *
     * @param contentType the request's content type, "" when it has none; parameters such as a charset are ignored
     * @throws ProtocolError {@code invalid_request} when it is another type, too large, not UTF-8, or repeats a name
     */
    public static Form parse(String contentType, byte[] body) {
        if (!contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(MEDIA_TYPE)) {
            throw invalid("the body must be " + MEDIA_TYPE);
        }
        if (body.length > MAX_LENGTH) {
            throw invalid("the body is too large");
        }
        return read(new String(body, StandardCharsets.ISO_8859_1));
    }

    /**
     * Reads the query of an address, which is written like a form (RFC 6749 §3.1).
     *
     * @param query without the question mark, "" when the address has none
     * @throws ProtocolError {@code invalid_request} when it is too large, not well encoded, or repeats a name
     */
    public static Form ofQuery(String query) {
        if (query.length() > MAX_LENGTH) {
            throw invalid("the address is too long");
        }
        return read(query);
    }

    private static Form read(String text) {
        if (text.isEmpty()) {
            return new Form(Map.of());
        }
        String[] pairs = text.split("&", -1);
        if (pairs.length > MAX_PARAMETERS) {
            throw invalid("there are too many parameters");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (values.putIfAbsent(name, value) != null) {
                throw invalid("a parameter appears more than once");
            }
        }
        return new Form(values);
    }

    /** The value of a parameter, if it has one. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The value of a parameter that must be there.
     *
     * @throws ProtocolError {@code invalid_request} when it is not
     */
    public String required(String name) {
        return value(name).orElseThrow(() -> invalid("the parameter " + name + " is missing"));
    }

    /** Decodes one name or value: ASCII with percent escapes that make well-formed UTF-8 without U+0000. */
    static String decode(String encoded) {
        if (encoded.contains("%00") || encoded.indexOf('\0') >= 0) {
            throw invalid("a parameter is not text");
        }
        try {
            byte[] bytes =
                    URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid("a parameter is not well encoded");
        }
    }

    private static ProtocolError invalid(String text) {
        return new ProtocolError(OAuthErrors.INVALID_REQUEST, text);
    }

    /** Never the values: they hold secrets. */
    @Override
    public String toString() {
        return "Form" + values.keySet();
    }
}
