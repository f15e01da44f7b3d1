package org.entente.node.issuance.family;

import java.util.Base64;
import java.util.Optional;
import org.entente.node.kernel.Secrets;

/** A family's name: a MAC, 32 bytes in base64url. */
public record FamilyHandle(String value) {
    private static final int BYTES = 32;

    static FamilyHandle of(byte[] mac) {
        return new FamilyHandle(Secrets.base64url(mac));
    }

    /** Reads a handle; empty when it has not the form of one. */
    public static Optional<FamilyHandle> parse(String text) {
        try {
            byte[] mac = Base64.getUrlDecoder().decode(text);
            return mac.length == BYTES ? Optional.of(of(mac)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes of the MAC. */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }
}
