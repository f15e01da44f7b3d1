package org.entente.node.issuance.family;

import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;

/** A family's name: a MAC, 32 bytes in base64url. */
public record FamilyHandle(String value) {
    private static final int BYTES = 32;

    public static FamilyHandle of(byte[] mac) {
        return new FamilyHandle(Secrets.base64url(mac));
    }

    /** Reads a handle; empty when it has not the form of one. */
    public static Optional<FamilyHandle> parse(String text) {
        try {
            byte[] mac = Base64Url.decode(text);
            return mac.length == BYTES ? Optional.of(of(mac)) : Optional.empty();
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    /** The bytes of the MAC. */
    public byte[] bytes() {
        return Base64Url.decode(value);
    }
}
