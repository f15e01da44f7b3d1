package org.entente.node.issuance.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.registers.RecordId;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * By which name a wallet speaks of a batch: the family's handle and a MAC of it with the key by which the wallet asked, so
 * that nothing is kept, and a token that is bound to another key is no good for it.
 */
@Component
public class NotificationIds {
    private static final int HANDLE_BYTES = 32;
    private static final int TAG_BYTES = 16;

    private final Keys keys;

    NotificationIds(Keys keys) {
        this.keys = keys;
    }

    /** The name of a batch. @param wallet thumbprint of the key by which it was asked for */
    public String identifier(Organisation issuer, FamilyHandle family, String wallet) {
        byte[] identifier = Arrays.copyOf(family.bytes(), HANDLE_BYTES + TAG_BYTES);
        System.arraycopy(tag(issuer, family, wallet), 0, identifier, HANDLE_BYTES, TAG_BYTES);
        return Secrets.base64url(identifier);
    }

    /** The batch of this name; empty when the issuer gave it to no wallet, or to another. */
    Optional<FamilyHandle> read(Organisation issuer, String identifier, String wallet) {
        byte[] bytes = decoded(identifier);
        if (bytes.length != HANDLE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        return FamilyHandle.parse(Secrets.base64url(Arrays.copyOf(bytes, HANDLE_BYTES)))
                .filter(family -> MessageDigest.isEqual(
                        tag(issuer, family, wallet), Arrays.copyOfRange(bytes, HANDLE_BYTES, bytes.length)));
    }

    /** What the batches of a record and type have in common that one wallet asked for, while it has not said that it has them. */
    public byte[] awaited(CredentialType type, RecordId record, String wallet) {
        return mac(
                "awaited credential", type.organisation().id(), type.id(), record.register(), record.number(), wallet);
    }

    private byte[] tag(Organisation issuer, FamilyHandle family, String wallet) {
        return Arrays.copyOf(mac("credential notification", issuer.id(), family.value(), wallet), TAG_BYTES);
    }

    private byte[] mac(String purpose, String... parts) {
        return keys.mac(purpose, String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String identifier) {
        try {
            return Base64Url.decode(identifier);
        } catch (ProtocolError e) {
            return new byte[0];
        }
    }
}
