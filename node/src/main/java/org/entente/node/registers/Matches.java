package org.entente.node.registers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which account holds which record: one record per account and register, one account per record. */
@Repository
class Matches {
    private final JdbcClient database;
    private final LetterCodes letterCodes;

    Matches(JdbcClient database, LetterCodes letterCodes) {
        this.database = database;
        this.letterCodes = letterCodes;
    }

    /** Gives the record to the account if all fits and neither is matched already: one statement, so one winner. */
    boolean match(PersonId person, Proof proof, Instant now) {
        return database.sql("""
                        insert into registers.matches (register, number, person, matched_at)
                        select register, number, :person, :now from registers.records
                        where register = :register and number = :number
                          and birth_date = :birthDate and letter_code = :letterCode
                        on conflict do nothing
                        """)
                        .param("person", person.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("register", proof.record().register())
                        .param("number", proof.record().number())
                        .param("birthDate", proof.birthDate())
                        .param("letterCode", letterCodes.kept(proof.record(), proof.letterCode()))
                        .update()
                == 1;
    }

    Optional<RecordId> recordOf(PersonId person, String register) {
        return database.sql("select number from registers.matches where register = :register and person = :person")
                .param("register", register)
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(number -> new RecordId(register, number));
    }

    Optional<PersonId> holderOf(RecordId record) {
        return database.sql("select person from registers.matches where register = :register and number = :number")
                .param("register", record.register())
                .param("number", record.number())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
