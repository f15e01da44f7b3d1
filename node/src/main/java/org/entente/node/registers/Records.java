package org.entente.node.registers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registers' records, as last imported. */
@Repository
class Records {
    private final JdbcClient database;
    private final LetterCodes letterCodes;

    Records(JdbcClient database, LetterCodes letterCodes) {
        this.database = database;
        this.letterCodes = letterCodes;
    }

    /**
     * The digest of the file that was imported last, empty when there is none; no other process imports this register
     * until the transaction ends.
     */
    byte[] lockImport(String register) {
        database.sql("insert into registers.imports (register) values (:register) on conflict do nothing")
                .param("register", register)
                .update();
        return database.sql("select digest from registers.imports where register = :register for update")
                .param("register", register)
                .query(byte[].class)
                .single();
    }

    /** How many records a register has. */
    int count(String register) {
        return database.sql("select count(*) from registers.records where register = :register")
                .param("register", register)
                .query(Integer.class)
                .single();
    }

    /** Those of these records that are part of this import already. */
    Set<RecordId> imported(String register, List<Row> rows, Instant imported) {
        return database
                .sql("""
                        select number from registers.records
                        where register = :register and imported_at = :imported and number = any(cast(:numbers as text[]))
                        """)
                .param("register", register)
                .param("imported", imported.atOffset(ZoneOffset.UTC))
                .param("numbers", rows.stream().map(row -> row.id().number()).toArray(String[]::new))
                .query((row, number) -> new RecordId(register, row.getString("number")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adds and replaces records, and marks them as part of this import. */
    void put(String register, List<Row> rows, Instant imported) {
        database.sql("""
                        insert into registers.records
                            (register, number, birth_date, letter_code, claims, imported_at)
                        select :register, row.number, cast(row.birth_date as date), row.letter_code, cast(row.claims as jsonb), :imported
                        from unnest(
                            cast(:numbers as text[]), cast(:birthDates as text[]),
                            cast(:letterCodes as bytea[]), cast(:claims as text[])
                        ) as row (number, birth_date, letter_code, claims)
                        on conflict (register, number) do update set
                            birth_date = excluded.birth_date, letter_code = excluded.letter_code,
                            claims = excluded.claims, imported_at = excluded.imported_at
                        """)
                .param("register", register)
                .param("imported", imported.atOffset(ZoneOffset.UTC))
                .param("numbers", rows.stream().map(row -> row.id().number()).toArray(String[]::new))
                .param(
                        "birthDates",
                        rows.stream().map(row -> row.birthDate().toString()).toArray(String[]::new))
                .param(
                        "letterCodes",
                        rows.stream()
                                .map(row -> letterCodes.kept(row.id(), row.letterCode()))
                                .toArray(byte[][]::new))
                .param(
                        "claims",
                        rows.stream().map(row -> Json.write(row.claims())).toArray(String[]::new))
                .update();
    }

    /** Ends an import, once the records that it did not contain have left. */
    void finishImport(String register, byte[] digest, int rows, Instant imported) {
        database.sql("""
                        update registers.imports set digest = :digest, rows = :rows, imported_at = :imported
                        where register = :register
                        """)
                .param("register", register)
                .param("digest", digest)
                .param("rows", rows)
                .param("imported", imported.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether a record fits all that a person gave. */
    boolean fits(Proof proof) {
        return database.sql("""
                        select exists (
                            select from registers.records
                            where register = :register and number = :number
                              and birth_date = :birthDate and letter_code = :letterCode)
                        """)
                .param("register", proof.record().register())
                .param("number", proof.record().number())
                .param("birthDate", proof.birthDate())
                .param("letterCode", letterCodes.kept(proof.record(), proof.letterCode()))
                .query(Boolean.class)
                .single();
    }

    Optional<Registered> find(RecordId record) {
        return database.sql("""
                        select claims, person
                        from registers.records left join registers.matches using (register, number)
                        where register = :register and number = :number
                        """)
                .param("register", record.register())
                .param("number", record.number())
                .query((row, number) -> new Registered(
                        Json.object(row.getString("claims")),
                        Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new)))
                .optional();
    }
}
