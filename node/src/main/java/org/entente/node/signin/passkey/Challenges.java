package org.entente.node.signin.passkey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.expiry.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The questions put to passkeys and not answered yet (WebAuthn Level 3 §13.4.3), each for one browser session and one
 * purpose.
 */
@Repository
class Challenges implements Expiring {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** What an answer will be taken for. */
    enum Purpose {
        /** Signing in as whoever answers. */
        SIGN_IN,
        /** Proving once more who is signed in. */
        CONFIRM,
        /** Adding a passkey. */
        ADD
    }

    private final JdbcClient database;
    private final Secrets secrets;

    Challenges(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** A new question: 256 random bits, base64url. */
    String ask(UUID session, Purpose purpose, Instant now) {
        String challenge = secrets.token();
        database.sql("""
                        insert into signin.challenges (challenge_hash, session, purpose, expires_at)
                        values (:hash, :session, :purpose, :expires)
                        """)
                .param("hash", Secrets.hash(challenge))
                .param("session", session)
                .param("purpose", purpose.name())
                .param("expires", now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        return challenge;
    }

    /** Takes a question away, once, whatever becomes of its answer; false when there is none to take. */
    boolean spend(String challenge, UUID session, Purpose purpose, Instant now) {
        return database.sql("""
                        delete from signin.challenges
                        where challenge_hash = :hash and session = :session and purpose = :purpose and expires_at > :now
                        """)
                        .param("hash", Secrets.hash(challenge))
                        .param("session", session)
                        .param("purpose", purpose.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.challenges where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
