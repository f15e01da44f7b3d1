package org.entente.node.issuance.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.statuslist.StatusList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists as published: what is stored is what readers get. */
@Repository
class StatusLists {
    /** One bit for a copy: it holds, or it is revoked. */
    static final int BITS = 1;

    /** How many copies a list has room for. */
    static final int SIZE = 1 << 20;

    /** A list with its statuses. */
    record Listed(int number, StatusList statuses) {}

    private final JdbcClient database;

    StatusLists(JdbcClient database) {
        this.database = database;
    }

    /** Keeps everybody else from opening or changing lists of the organisation until the transaction ends. */
    void lock(String organisation) {
        database.sql("select pg_advisory_xact_lock(hashtext('issuance.status_lists'), hashtext(:organisation))")
                .param("organisation", organisation)
                .query((row, number) -> number)
                .single();
    }

    /** Adds a list that is published from now on, and used later. */
    void add(String organisation, Listed list, String token, Instant now, Instant usableFrom) {
        database.sql("""
                        insert into issuance.status_lists
                            (organisation, list, statuses, token, signed_at, usable_from)
                        values (:organisation, :list, :statuses, :token, :now, :usableFrom)
                        """)
                .param("organisation", organisation)
                .param("list", list.number())
                .param("statuses", list.statuses().toBytes())
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("usableFrom", usableFrom.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Publishes a list anew. */
    void publish(String organisation, Listed list, String token, Instant now) {
        database.sql("""
                        update issuance.status_lists set statuses = :statuses, token = :token, signed_at = :now
                        where organisation = :organisation and list = :list
                        """)
                .param("statuses", list.statuses().toBytes())
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .param("list", list.number())
                .update();
    }

    /** The token of a list, as readers get it. */
    Optional<String> token(String organisation, int list) {
        return database.sql(
                        "select token from issuance.status_lists where organisation = :organisation and list = :list and retired_at is null")
                .param("organisation", organisation)
                .param("list", list)
                .query(String.class)
                .optional();
    }

    /** The lists of these numbers, in order, each locked until the transaction ends. */
    List<Listed> locked(String organisation, Collection<Integer> lists) {
        return database.sql("""
                        select list, statuses from issuance.status_lists
                        where organisation = :organisation and list in (:lists) and retired_at is null
                        order by list for update
                        """)
                .param("organisation", organisation)
                .param("lists", lists)
                .query(StatusLists::listed)
                .list();
    }

    /** The numbers of the lists that an organisation publishes. */
    List<Integer> numbers(String organisation) {
        return database.sql("""
                        select list from issuance.status_lists
                        where organisation = :organisation and retired_at is null order by list
                        """)
                .param("organisation", organisation)
                .query((row, number) -> row.getInt("list"))
                .list();
    }

    /**
     * A list that takes further copies.
     *
     * @param usableFrom when; readers know it before
     */
    record Open(int number, Instant usableFrom) {}

    /** The lists that take further copies, now or soon, in order. */
    List<Open> open(String organisation) {
        return database.sql("""
                        select list, usable_from from issuance.status_lists
                        where organisation = :organisation and retired_at is null and full_since is null
                        order by list
                        """)
                .param("organisation", organisation)
                .query((row, number) -> new Open(
                        row.getInt("list"), row.getTimestamp("usable_from").toInstant()))
                .list();
    }

    /** Has the lists that wait for their readers used from now on. */
    void useNow(String organisation, Instant now) {
        database.sql("""
                        update issuance.status_lists set usable_from = :now
                        where organisation = :organisation and usable_from > :now and full_since is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .update();
    }

    /** The highest number that a list of an organisation ever had; 0 when there was none. */
    int last(String organisation) {
        return database.sql(
                        "select coalesce(max(list), 0) from issuance.status_lists where organisation = :organisation")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /**
     * Retires the lists that were closed before a moment and to which only copies point that expired before a day.
     *
     * @return their numbers
     */
    List<Integer> retire(String organisation, Instant closedBefore, LocalDate expiredBefore, Instant now) {
        return database.sql("""
                        update issuance.status_lists retiring
                           set retired_at = :now, token = '', statuses = ''
                         where organisation = :organisation and retired_at is null and full_since < :closedBefore
                           and not exists (
                               select from issuance.status_entries entry
                                 join issuance.families family using (organisation, handle)
                                where entry.organisation = retiring.organisation and entry.list = retiring.list
                                  and family.expires_on >= :expiredBefore)
                        returning list
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .param("closedBefore", closedBefore.atOffset(ZoneOffset.UTC))
                .param("expiredBefore", expiredBefore)
                .query((row, number) -> row.getInt("list"))
                .list();
    }

    /** The lists that were signed before a moment. */
    List<Integer> signedBefore(String organisation, Instant before) {
        return database.sql("""
                        select list from issuance.status_lists
                        where organisation = :organisation and signed_at < :before and retired_at is null
                        order by list
                        """)
                .param("organisation", organisation)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getInt("list"))
                .list();
    }

    /** Closes a list to further copies. */
    void close(String organisation, int list, Instant now) {
        database.sql("""
                        update issuance.status_lists set full_since = :now
                        where organisation = :organisation and list = :list and full_since is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .param("list", list)
                .update();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(row.getInt("list"), StatusList.of(BITS, row.getBytes("statuses")));
    }
}
