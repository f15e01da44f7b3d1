package org.entente.node.signin.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.expiry.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions, each under the digest of the token that its browser holds. */
@Repository
public class Sessions implements Expiring {
    private static final Duration ANONYMOUS_LIFETIME = Duration.ofHours(1);
    private static final Duration SIGNED_IN_LIFETIME = Duration.ofHours(8);

    private final JdbcClient database;
    private final Secrets secrets;

    Sessions(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Starts a session in which nobody is signed in. */
    StartedSession startAnonymous(Instant now) {
        UUID id = secrets.id();
        String token = secrets.token();
        database.sql("insert into signin.sessions (id, token_hash, expires_at) values (:id, :hash, :expires)")
                .param("id", id)
                .param("hash", Secrets.hash(token))
                .param("expires", now.plus(ANONYMOUS_LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        return new StartedSession(id, token);
    }

    /**
     * Ends a session and starts another in which a person is signed in.
     *
     * @return the token for the browser, which it never held before
     */
    public String signIn(UUID before, PersonId person, Instant now) {
        database.sql("delete from signin.sessions where id = :id")
                .param("id", before)
                .update();
        String token = secrets.token();
        database.sql("""
                        insert into signin.sessions (id, token_hash, person, expires_at)
                        values (:id, :hash, :person, :expires)
                        """)
                .param("id", secrets.id())
                .param("hash", Secrets.hash(token))
                .param("person", person.value())
                .param("expires", now.plus(SIGNED_IN_LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    Optional<Session> find(String token, Instant now) {
        return database.sql("""
                        select id, person from signin.sessions where token_hash = :hash and expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Sessions::session)
                .optional();
    }

    void end(String token) {
        database.sql("delete from signin.sessions where token_hash = :hash")
                .param("hash", Secrets.hash(token))
                .update();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.sessions where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new));
    }
}
