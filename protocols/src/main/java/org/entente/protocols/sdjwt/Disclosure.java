package org.entente.protocols.sdjwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * One salted claim (RFC 9901 §4.2): the member of an object, or the element of an array when it has no name.
 *
 * @param text the encoded form, as it stands between tildes
 * @param digest SHA-256 of the text, base64url: what the issuer signed
 * @param name the member's name; empty for an array element
 * @param value the member's or element's value, which may itself hold further digests
 */
public record Disclosure(String text, String digest, Optional<String> name, JsonNode value) {
    /** The member name that lists digests (RFC 9901 §4.2.4.1). */
    static final String DIGESTS = "_sd";

    /** The member name that stands for a hidden array element (RFC 9901 §4.2.4.2). */
    static final String ELEMENT = "...";

    /** The member name of the hash algorithm (RFC 9901 §4.1.1). */
    static final String HASH_ALGORITHM = "_sd_alg";

    /**
     * Reads the encoded form.
     *
     * @throws ProtocolError {@code invalid_request} when it is not an array of salt, name and value, or of salt and value;
     *     or when the name is reserved
     */
    public static Disclosure parse(String text) {
        if (!(Json.parse(Base64Url.decode(text)) instanceof ArrayNode parts)
                || parts.size() < 2
                || parts.size() > 3
                || !parts.get(0).isString()) {
            throw malformed("a disclosure is an array of a salt, a name and a value");
        }
        if (parts.size() == 2) {
            return new Disclosure(text, digest(text), Optional.empty(), parts.get(1));
        }
        if (!parts.get(1).isString() || isReserved(parts.get(1).stringValue())) {
            throw malformed("a disclosure names a claim, and none of the reserved names");
        }
        return new Disclosure(text, digest(text), Optional.of(parts.get(1).stringValue()), parts.get(2));
    }

    static Disclosure ofMember(String salt, String name, JsonNode value) {
        ArrayNode parts = Json.newArray().add(salt).add(name).add(value);
        return of(parts, Optional.of(name), value);
    }

    static Disclosure ofElement(String salt, JsonNode value) {
        return of(Json.newArray().add(salt).add(value), Optional.empty(), value);
    }

    private static Disclosure of(ArrayNode parts, Optional<String> name, JsonNode value) {
        String text = Base64Url.encode(Json.bytes(parts));
        return new Disclosure(text, digest(text), name, value);
    }

    static boolean isReserved(String name) {
        return name.equals(DIGESTS) || name.equals(ELEMENT);
    }

    /** SHA-256 of a text's ASCII characters, base64url. */
    static String digest(String text) {
        try {
            return Base64Url.encode(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The claim's name only: a value is personal. */
    @Override
    public String toString() {
        return "Disclosure[" + name.orElse("element") + "]";
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
