package org.entente.node.signin;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * The nonces that proofs of possession must carry, so that none can be made long before it is used (RFC 9449 §8, §9). A
 * nonce is its end and a MAC of it: every process knows the others', and asking for one writes nothing. It may be used by
 * many proofs; that each proof is used once is {@code jti}'s to tell.
 */
@Component
public class ProofNonces {
    /** The header that brings a nonce to the client. */
    public static final String HEADER = "DPoP-Nonce";

    /** How long a nonce is taken. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int TAG_BYTES = 16;

    private final Keys keys;
    private final boolean required;

    ProofNonces(Keys keys, SigninSettings settings) {
        this.keys = keys;
        this.required = settings.proofNonces();
    }

    /** A nonce for the next proofs. */
    public String make(Instant now) {
        long end = now.plus(LIFETIME).getEpochSecond();
        return Secrets.base64url(ByteBuffer.allocate(Long.BYTES + TAG_BYTES)
                .putLong(end)
                .put(tag(end))
                .array());
    }

    /** Whether a proof with this nonce, "" for none, is taken. A nonce that is not ours is not taken, needed or not. */
    public boolean accepts(String nonce, Instant now) {
        return nonce.isEmpty() ? !required : isCurrent(nonce, now);
    }

    private boolean isCurrent(String nonce, Instant now) {
        byte[] bytes = decoded(nonce);
        if (bytes.length != Long.BYTES + TAG_BYTES) {
            return false;
        }
        long end = ByteBuffer.wrap(bytes).getLong();
        byte[] tag = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        return MessageDigest.isEqual(tag, tag(end)) && now.getEpochSecond() < end;
    }

    private byte[] tag(long end) {
        byte[] body = ByteBuffer.allocate(Long.BYTES).putLong(end).array();
        return Arrays.copyOf(keys.mac("proof nonce", body), TAG_BYTES);
    }

    private static byte[] decoded(String nonce) {
        try {
            return Base64Url.decode(nonce);
        } catch (ProtocolError notBase64url) {
            return new byte[0];
        }
    }
}
