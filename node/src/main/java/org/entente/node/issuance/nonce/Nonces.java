package org.entente.node.issuance.nonce;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The nonces of this node's issuers. A nonce is random bytes, its end and a MAC of both, so that asking for one writes
 * nothing; only one that is spent has a row.
 */
@Repository
public class Nonces {
    /**
     * Spends a current nonce, with these {@linkplain #spending values}: one row for one winner, and none for the others. What
     * is remembered is its bytes, not how they were written.
     */
    public static final String SPEND = """
            insert into issuance.spent_nonces (nonce, expires_at) values (:nonce, :nonceExpiresAt)
            on conflict do nothing
            """;

    /** How long a nonce can be spent. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int RANDOM_BYTES = 16;
    private static final int TAG_BYTES = 16;
    private static final int BODY_BYTES = RANDOM_BYTES + Long.BYTES;

    private final JdbcClient database;
    private final Keys keys;
    private final Secrets secrets;

    Nonces(JdbcClient database, Keys keys, Secrets secrets) {
        this.database = database;
        this.keys = keys;
        this.secrets = secrets;
    }

    /** A fresh nonce for an issuer. */
    public String make(Organisation issuer, Instant now) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .put(secrets.bytes(RANDOM_BYTES))
                .putLong(now.plus(LIFETIME).getEpochSecond())
                .array();
        byte[] nonce = Arrays.copyOf(body, BODY_BYTES + TAG_BYTES);
        System.arraycopy(tag(issuer, body), 0, nonce, BODY_BYTES, TAG_BYTES);
        return Secrets.base64url(nonce);
    }

    /** Whether an issuer of ours made the nonce and its time has not passed. Says nothing of whether it was spent. */
    public boolean isCurrent(Organisation issuer, String nonce, Instant now) {
        byte[] bytes = decoded(nonce);
        if (bytes.length != BODY_BYTES + TAG_BYTES) {
            return false;
        }
        byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
        byte[] tag = Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length);
        return MessageDigest.isEqual(tag, tag(issuer, body)) && now.isBefore(end(body));
    }

    /** The values of {@link #SPEND} for a current nonce. */
    public Map<String, Object> spending(String nonce) {
        byte[] bytes = decoded(nonce);
        return Map.of(
                "nonce", Secrets.sha256(bytes), "nonceExpiresAt", end(bytes).atOffset(ZoneOffset.UTC));
    }

    /** Removes the nonces that nobody could spend any more. */
    public void forget(Instant now) {
        database.sql("delete from issuance.spent_nonces where expires_at < :now")
                .param("now", now.minus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] tag(Organisation issuer, byte[] body) {
        byte[] name = (issuer.id() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(name, name.length + body.length);
        System.arraycopy(body, 0, both, name.length, body.length);
        return Arrays.copyOf(keys.mac("credential nonce", both), TAG_BYTES);
    }

    private static Instant end(byte[] nonce) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(nonce).getLong(RANDOM_BYTES));
    }

    private static byte[] decoded(String nonce) {
        try {
            return Base64Url.decode(nonce);
        } catch (ProtocolError e) {
            return new byte[0];
        }
    }
}
