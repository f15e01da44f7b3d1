package org.entente.node.signin.code;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.keys.Keys;
import org.entente.node.people.EmailAddress;
import org.entente.node.signin.expiry.Expiring;
import org.entente.node.signin.session.ReturnPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The codes under way, at most one for a browser session. A code has few digits, so it stands here under a keyed digest
 * that a thief of the database cannot search.
 */
@Repository
class SignInCodes implements Expiring {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final int MAX_ATTEMPTS = 5;

    /** Where a code went and where its sign-in leads. */
    record Pending(EmailAddress email, ReturnPath returnPath) {}

    /** One attempt, counted. */
    record Attempt(boolean right, int left, Pending pending) {}

    private final JdbcClient database;
    private final Keys keys;

    SignInCodes(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Keeps a new code; an earlier one of the same session no longer counts. */
    void put(UUID session, Pending pending, SignInCode code, Instant now) {
        database.sql("""
                        insert into signin.codes (session, email, return_path, code_mac, attempts_left, expires_at)
                        values (:session, :email, :returnPath, :mac, :attempts, :expires)
                        on conflict (session) do update set
                            email = excluded.email, return_path = excluded.return_path, code_mac = excluded.code_mac,
                            attempts_left = excluded.attempts_left, expires_at = excluded.expires_at
                        """)
                .param("session", session)
                .param("email", pending.email().value())
                .param("returnPath", pending.returnPath().value())
                .param("mac", mac(session, code))
                .param("attempts", MAX_ATTEMPTS)
                .param("expires", now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Compares and counts in one statement, so that neither a right code counts twice nor more guesses than allowed are
     * compared, however many arrive at once. Empty when there is nothing left to compare with.
     */
    Optional<Attempt> attempt(UUID session, SignInCode code, Instant now) {
        return database.sql("""
                        update signin.codes
                        set attempts_left = case when code_mac = :mac then 0 else attempts_left - 1 end
                        where session = :session and attempts_left > 0 and expires_at > :now
                        returning code_mac = :mac as is_right, attempts_left, email, return_path
                        """)
                .param("session", session)
                .param("mac", mac(session, code))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Attempt(row.getBoolean("is_right"), row.getInt("attempts_left"), pending(row, number)))
                .optional();
    }

    /** What a session's code is for, while it counts. */
    Optional<Pending> pending(UUID session, Instant now) {
        return database.sql("""
                        select email, return_path from signin.codes
                        where session = :session and attempts_left > 0 and expires_at > :now
                        """)
                .param("session", session)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SignInCodes::pending)
                .optional();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.codes where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] mac(UUID session, SignInCode code) {
        return keys.mac("signin code", (session + " " + code.digits()).getBytes(StandardCharsets.UTF_8));
    }

    private static Pending pending(ResultSet row, int number) throws SQLException {
        return new Pending(new EmailAddress(row.getString("email")), new ReturnPath(row.getString("return_path")));
    }
}
