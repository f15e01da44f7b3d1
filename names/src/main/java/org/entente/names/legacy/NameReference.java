package org.entente.names.legacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.entente.names.NameText;
import org.entente.names.key.KeyMaker;

/**
 * What travels beside a lossy form where a system has any free field, so that what comes back finds its name again.
 *
 * @param record the id of the name's record, of no meaning elsewhere
 * @param digest SHA-256 of K1, in hexadecimal. Names can be guessed: it goes nowhere that the form itself may not go
 * @param profile the profile's id
 */
public record NameReference(String record, String digest, String profile) {
    /** The reference of a name. */
    public static NameReference of(String record, NameText name, String profile) {
        return new NameReference(record, digest(name), profile);
    }

    /** Whether this is the name that was referred to. */
    public boolean isOf(NameText name) {
        return digest.equals(digest(name));
    }

    private static String digest(NameText name) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(KeyMaker.stored(name).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
