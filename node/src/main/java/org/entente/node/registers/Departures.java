package org.entente.node.registers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records that left a register, until what was made from them has been dealt with. */
@Repository
class Departures {
    private final JdbcClient database;

    Departures(JdbcClient database) {
        this.database = database;
    }

    /** Removes the records that an import did not contain, whatever the clock said at an earlier one; who is back has not left. */
    int leave(String register, Instant imported) {
        int left = database.sql("""
                        with gone as (
                            delete from registers.records where register = :register and imported_at <> :imported
                            returning number)
                        insert into registers.departures (register, number, left_at)
                        select :register, number, :imported from gone
                        on conflict (register, number) do nothing
                        """)
                .param("register", register)
                .param("imported", imported.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        delete from registers.departures
                        where register = :register and number in (
                            select number from registers.records where register = :register)
                        """).param("register", register).update();
        return left;
    }

    /** Those that left before a time, the first first, at most so many; taken in the caller's transaction, once. */
    List<RecordId> take(Instant before, int limit) {
        return database.sql("""
                        with taken as (
                            delete from registers.departures where (register, number) in (
                                select register, number from registers.departures where left_at < :before
                                order by left_at, register, number limit :limit for update skip locked)
                            returning register, number, left_at)
                        select register, number from taken order by left_at, register, number
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new RecordId(row.getString("register"), row.getString("number")))
                .list();
    }
}
