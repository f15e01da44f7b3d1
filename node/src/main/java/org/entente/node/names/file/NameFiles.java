package org.entente.node.names.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of names, a row for each version. */
@Repository
public class NameFiles {
    /** The most versions that a history shows. */
    public static final int MAX_HISTORY = 50;

    /** The most persons that a search by number gives. */
    private static final int MAX_NUMBERED = 10;

    private static final String COLUMNS = "select version, change, file, changed_at from names.files ";

    private final JdbcClient database;

    NameFiles(JdbcClient database) {
        this.database = database;
    }

    /** The file as it stands. */
    public Version latest(PersonId person) {
        return database.sql(COLUMNS + "where person = :person order by version desc limit 1")
                .param("person", person.value())
                .query(NameFiles::version)
                .optional()
                .orElse(Version.NONE);
    }

    /** The persons whose file has this number: nobody, one, or hardly ever more. */
    public List<PersonId> numbered(FileNumber number) {
        return database.sql("""
                        select distinct person from names.files where person between :first and :last
                        order by person limit :most
                        """)
                .param("first", number.first())
                .param("last", number.last())
                .param("most", MAX_NUMBERED)
                .query((row, index) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    /** Waits until nobody else changes this file or makes its keys, and keeps the turn until the transaction ends. */
    void awaitTurn(PersonId person) {
        database.sql("select pg_advisory_xact_lock(hashtext('names.files'), hashtext(:person))")
                .param("person", person.toString())
                .query((row, number) -> true)
                .list();
    }

    /** One version, as long as it is kept; it is not forgotten before the transaction ends, nor a recording of its names. */
    Optional<Version> holdVersion(PersonId person, int number) {
        return database.sql(COLUMNS + "where person = :person and version = :version for share")
                .param("person", person.value())
                .param("version", number)
                .query(NameFiles::version)
                .optional();
    }

    /** The latest versions, the last first. */
    public List<Version> history(PersonId person) {
        return database.sql(COLUMNS + "where person = :person order by version desc limit :most")
                .param("person", person.value())
                .param("most", MAX_HISTORY)
                .query(NameFiles::version)
                .list();
    }

    /** Adds a version, in one's turn. */
    void add(PersonId person, Version next) {
        database.sql("""
                        insert into names.files (person, version, change, file, changed_at)
                        values (:person, :version, :change, cast(:file as jsonb), :now)
                        """)
                .param("person", person.value())
                .param("version", next.number())
                .param("change", next.change().code())
                .param("file", Json.write(FileJson.write(next.file())))
                .param("now", next.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what a file was before, where its next version is older than this. */
    void forget(Instant before) {
        database.sql("""
                        delete from names.files earlier using names.files later
                        where later.person = earlier.person and later.version = earlier.version + 1
                          and later.changed_at < :before
                        """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"),
                Change.of(row.getString("change")),
                FileJson.read(Json.object(row.getString("file"))),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
