package org.entente.node.signin.refresh;

import java.nio.ByteBuffer;
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
 * The form of a refresh token: the authorization, how many were given out for it before, and a MAC of both under the
 * node's key. None is stored; the authorization counts, so that one that was exchanged is known for what it is, however
 * old.
 */
@Component
public class RefreshTokens {
    private static final int BODY_BYTES = 16 + Integer.BYTES;
    private static final int TAG_BYTES = 32;

    private final Keys keys;

    RefreshTokens(Keys keys) {
        this.keys = keys;
    }

    /** What a token stands for. */
    public record Place(UUID authorization, int generation) {}

    /** The token of an authorization's generation. */
    public String make(UUID authorization, int generation) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(authorization.getMostSignificantBits())
                .putLong(authorization.getLeastSignificantBits())
                .putInt(generation)
                .array();
        return Secrets.base64url(ByteBuffer.allocate(BODY_BYTES + TAG_BYTES)
                .put(body)
                .put(tag(body))
                .array());
    }

    /** What a token of ours stands for, whether or not it still counts. */
    public Optional<Place> read(String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != BODY_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
        if (!MessageDigest.isEqual(Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length), tag(body))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(body);
        return Optional.of(new Place(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt()));
    }

    private byte[] tag(byte[] body) {
        return keys.mac("refresh token", body);
    }

    private static byte[] decoded(String token) {
        try {
            return Base64Url.decode(token);
        } catch (ProtocolError notBase64url) {
            return new byte[0];
        }
    }
}
