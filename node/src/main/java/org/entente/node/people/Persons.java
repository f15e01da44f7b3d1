package org.entente.node.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts, one per e-mail address. */
@Repository
class Persons {
    private final JdbcClient database;

    Persons(JdbcClient database) {
        this.database = database;
    }

    /** The account of an address, made when there is none; its language is the one given. */
    Person enter(PersonId fresh, EmailAddress email, Language language, Instant now) {
        return database.sql("""
                        insert into people.persons (id, email_key, email, language, created_at)
                        values (:id, :key, :email, :language, :now)
                        on conflict (email_key) do update set language = excluded.language
                        returning id, email, language
                        """)
                .param("id", fresh.value())
                .param("key", email.account())
                .param("email", email.value())
                .param("language", language.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Persons::person)
                .single();
    }

    void speaks(PersonId id, Language language) {
        database.sql("update people.persons set language = :language where id = :id and language <> :language")
                .param("id", id.value())
                .param("language", language.code())
                .update();
    }

    Optional<Person> find(PersonId id) {
        return database.sql("select id, email, language from people.persons where id = :id")
                .param("id", id.value())
                .query(Persons::person)
                .optional();
    }

    Optional<Person> find(EmailAddress email) {
        return database.sql("select id, email, language from people.persons where email_key = :key")
                .param("key", email.account())
                .query(Persons::person)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                Language.of(row.getString("language")).orElseThrow());
    }
}
