package org.entente.node.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that have to leave; a mail that left is gone from here. */
@Repository
class Mails {
    /** A mail on its way. */
    record Waiting(UUID id, EmailAddress recipient, Language language, Notice notice, int attempts) {}

    private final JdbcClient database;

    Mails(JdbcClient database) {
        this.database = database;
    }

    void add(UUID id, Person to, Notice notice, Instant now) {
        database.sql("""
                        insert into people.mails
                            (id, recipient, language, subject_fr, subject_en, body_fr, body_en, next_attempt_at)
                        values (:id, :recipient, :language, :subjectFr, :subjectEn, :bodyFr, :bodyEn, :now)
                        """)
                .param("id", id)
                .param("recipient", to.email().value())
                .param("language", to.language().code())
                .param("subjectFr", notice.subject().fr())
                .param("subjectEn", notice.subject().en())
                .param("bodyFr", notice.body().fr())
                .param("bodyEn", notice.body().en())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the next mail that is due; no other process takes it before {@code until}. */
    Optional<Waiting> take(Instant now, Instant until) {
        return database.sql("""
                        update people.mails set attempts = attempts + 1, next_attempt_at = :until
                        where id = (
                            select id from people.mails where next_attempt_at <= :now
                            order by next_attempt_at limit 1 for update skip locked)
                        returning id, recipient, language, subject_fr, subject_en, body_fr, body_en, attempts
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Mails::waiting)
                .optional();
    }

    void postpone(UUID id, Instant until) {
        database.sql("update people.mails set next_attempt_at = :until where id = :id")
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID id) {
        database.sql("delete from people.mails where id = :id").param("id", id).update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                new EmailAddress(row.getString("recipient")),
                Language.of(row.getString("language")).orElseThrow(),
                new Notice(
                        new Text(row.getString("subject_fr"), row.getString("subject_en")),
                        new Text(row.getString("body_fr"), row.getString("body_en"))),
                row.getInt("attempts"));
    }
}
