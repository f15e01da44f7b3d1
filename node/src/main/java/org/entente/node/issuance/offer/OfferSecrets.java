package org.entente.node.issuance.offer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * What only the holder of an offer knows: where it is read, its pre-authorized code, its transaction code, its issuer
 * state. All are MACs of its id under the node's key, so that none is stored and a copy of the database redeems nothing.
 */
@Component
class OfferSecrets {
    private static final int TAG_BYTES = 16;
    private static final int ID_BYTES = 16;
    private static final int DIGITS = 6;

    private final Keys keys;

    OfferSecrets(Keys keys) {
        this.keys = keys;
    }

    /** The last segment of the offer's address. */
    String address(OfferId id) {
        return sealed("offer address", id);
    }

    /** The offer that is read at an address, if we made it. */
    Optional<OfferId> atAddress(String organisation, String address) {
        return opened("offer address", organisation, address);
    }

    /** The pre-authorized code. */
    String code(OfferId id) {
        return named("pre-authorized code", id);
    }

    /** The offer that a code redeems, if we made it. */
    Optional<OfferId> ofCode(String code) {
        return ofName("pre-authorized code", code);
    }

    /** What tells, in an authorization request, that it came of this offer. */
    String issuerState(OfferId id) {
        return named("issuer state", id);
    }

    /** The offer of an issuer state, if we made it. */
    Optional<OfferId> ofIssuerState(String issuerState) {
        return ofName("issuer state", issuerState);
    }

    private String named(String purpose, OfferId id) {
        return id.organisation() + "." + sealed(purpose, id);
    }

    private Optional<OfferId> ofName(String purpose, String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Optional.empty() : opened(purpose, name.substring(0, dot), name.substring(dot + 1));
    }

    /** The transaction code that is told to the holder where the offer names no other. */
    String transactionCode(OfferId id) {
        long number = ByteBuffer.wrap(keys.mac("transaction code", bytes(id))).getLong() >>> 1;
        return String.format(java.util.Locale.ROOT, "%0" + DIGITS + "d", number % 1_000_000);
    }

    /** What is stored of a transaction code, to check another against it. */
    byte[] check(OfferId id, String transactionCode) {
        byte[] offer = bytes(id);
        byte[] code = transactionCode.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(offer, offer.length + code.length);
        System.arraycopy(code, 0, both, offer.length, code.length);
        return keys.mac("transaction code check", both);
    }

    private String sealed(String purpose, OfferId id) {
        ByteBuffer text = ByteBuffer.allocate(ID_BYTES + TAG_BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .put(tag(purpose, id));
        return Secrets.base64url(text.array());
    }

    private Optional<OfferId> opened(String purpose, String organisation, String text) {
        byte[] bytes = decoded(text);
        if (bytes.length != ID_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        OfferId id = new OfferId(organisation, new UUID(buffer.getLong(), buffer.getLong()));
        byte[] tag = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return MessageDigest.isEqual(tag, tag(purpose, id)) ? Optional.of(id) : Optional.empty();
    }

    private byte[] tag(String purpose, OfferId id) {
        return Arrays.copyOf(keys.mac(purpose, bytes(id)), TAG_BYTES);
    }

    private static byte[] bytes(OfferId id) {
        return (id.organisation() + "\n" + id.value() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64Url.decode(text);
        } catch (ProtocolError e) {
            return new byte[0];
        }
    }
}
