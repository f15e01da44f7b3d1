package org.entente.node.signin.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.StandingSessions;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.expiry.Expiring;
import org.entente.node.web.SignInRequired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions, each under the digest of the token that its browser holds. What ends here has ended in every process. */
@Repository
public class Sessions implements Expiring, StandingSessions {
    /** How many of a person's sessions are shown, the most recent first. */
    public static final int MAX_SHOWN = 50;

    private static final Duration ANONYMOUS_LIFETIME = Duration.ofHours(1);

    /** Use is noted no more often than this: it spares writing, and what was not noted cannot be read. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    /** A signed-in session that begins: whose, how proven, and in which browser. */
    record Start(PersonId person, Means means, DeviceFamily family, byte[] device) {}

    private record Found(Session session, Optional<Instant> lastSeenAt) {}

    private final JdbcClient database;
    private final Secrets secrets;
    private final SigninSettings.Session settings;

    Sessions(JdbcClient database, Secrets secrets, SigninSettings settings) {
        this.database = database;
        this.secrets = secrets;
        this.settings = settings.session();
    }

    /** Starts a session in which nobody is signed in. */
    StartedSession startAnonymous(Instant now) {
        UUID id = secrets.id();
        String token = secrets.token();
        database.sql("insert into signin.sessions (id, token_hash, expires_at) values (:id, :hash, :expires)")
                .param("id", id)
                .param("hash", Secrets.hash(token))
                .param("expires", utc(now.plus(ANONYMOUS_LIFETIME)))
                .update();
        return new StartedSession(id, token);
    }

    /**
     * Signs a person in. A session that was this person's goes on under a new token; any other ends, and a new one
     * starts, so that nothing planted before is carried over.
     *
     * @return the token for the browser, which it never held before
     */
    String signIn(UUID before, Start start, Instant now) {
        String token = secrets.token();
        int goesOn =
                bind(database.sql("""
                        update signin.sessions set
                            token_hash = :hash, means = :means, family = :family, device = :device,
                            proven_at = :now, last_seen_at = :now, expires_at = :expires
                        where id = :id and person = :person
                        """), token, start, now).param("id", before).update();
        if (goesOn == 0) {
            end(before);
            bind(database.sql("""
                            insert into signin.sessions (
                                id, token_hash, person, means, family, device,
                                started_at, proven_at, last_seen_at, expires_at)
                            values (:id, :hash, :person, :means, :family, :device, :now, :now, :now, :expires)
                            """), token, start, now).param("id", secrets.id()).update();
        }
        return token;
    }

    /** The session of a token, if it holds; notes, from time to time, that it is used. */
    Optional<Session> find(String token, Instant now) {
        Optional<Found> found = database.sql("""
                        select id, person, means, proven_at, last_seen_at from signin.sessions
                        where token_hash = :hash and expires_at > :now
                            and (last_seen_at is null or last_seen_at > :idle)
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", utc(now))
                .param("idle", utc(now.minus(settings.idle())))
                .query(Sessions::found)
                .optional();
        found.filter(each -> each.lastSeenAt()
                        .filter(seen -> seen.isBefore(now.minus(NOTED_EVERY)))
                        .isPresent())
                .ifPresent(each -> note(each.session().id(), now));
        return found.map(Found::session);
    }

    /** A person's sessions that hold, the most recently used first. */
    public List<OpenSession> of(PersonId person, Instant now) {
        return database.sql("""
                        select id, family, started_at, last_seen_at from signin.sessions
                        where person = :person and expires_at > :now and last_seen_at > :idle
                        order by last_seen_at desc, started_at desc limit :most
                        """)
                .param("person", person.value())
                .param("now", utc(now))
                .param("idle", utc(now.minus(settings.idle())))
                .param("most", MAX_SHOWN)
                .query((row, number) -> new OpenSession(
                        row.getObject("id", UUID.class),
                        DeviceFamily.ofStored(row.getString("family")),
                        instant(row, "started_at"),
                        instant(row, "last_seen_at")))
                .list();
    }

    @Override
    public void hold(SignedIn signedIn) {
        boolean holds = database.sql("select id from signin.sessions where id = :id and person = :person for key share")
                .param("id", signedIn.session())
                .param("person", signedIn.person().value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!holds) {
            throw new SignInRequired();
        }
    }

    void end(String token) {
        database.sql("delete from signin.sessions where token_hash = :hash")
                .param("hash", Secrets.hash(token))
                .update();
    }

    /** Ends one session of a person; gives the browser that it was in. */
    public Optional<byte[]> end(PersonId person, UUID id) {
        return database.sql("delete from signin.sessions where id = :id and person = :person returning device")
                .param("id", id)
                .param("person", person.value())
                .query(byte[].class)
                .optional();
    }

    /** Ends all sessions of a person but one, whose id may be nobody's. */
    void endOthers(PersonId person, UUID kept) {
        database.sql("delete from signin.sessions where person = :person and id <> :kept")
                .param("person", person.value())
                .param("kept", kept)
                .update();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.sessions where expires_at <= :now or last_seen_at <= :idle")
                .param("now", utc(now))
                .param("idle", utc(now.minus(settings.idle())))
                .update();
    }

    private void end(UUID id) {
        database.sql("delete from signin.sessions where id = :id")
                .param("id", id)
                .update();
    }

    private void note(UUID id, Instant now) {
        database.sql("update signin.sessions set last_seen_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, String token, Start start, Instant now) {
        return statement
                .param("hash", Secrets.hash(token))
                .param("person", start.person().value())
                .param("means", start.means().name())
                .param("family", start.family().stored())
                .param("device", start.device())
                .param("now", utc(now))
                .param("expires", utc(now.plus(settings.lifetime())));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID person = row.getObject("person", UUID.class);
        if (person == null) {
            return new Found(new Session(id, Optional.empty()), Optional.empty());
        }
        var signIn = new Session.SignIn(
                new PersonId(person), Means.valueOf(row.getString("means")), instant(row, "proven_at"));
        return new Found(new Session(id, Optional.of(signIn)), Optional.of(instant(row, "last_seen_at")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
