package org.entente.node.issuance.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.entente.node.issuance.family.FamilyHandle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which index belongs to a copy of which family. An index is given once and never again. */
@Repository
class StatusEntries {
    /** Takes those that are free of the places drawn for the handle that the statement {@code family} gives, as {@code placed}. */
    static final String TAKE = """
            usable as (
                select list, row_number() over (order by list) - 1 as position, count(*) over () as lists
                from issuance.status_lists
                where organisation = :organisation and usable_from <= :now and full_since is null),
            placed as (
                insert into issuance.status_entries (organisation, list, index, handle)
                select :organisation, usable.list, draw.index, family.handle
                from family
                    cross join unnest(cast(:lists as integer[]), cast(:indices as integer[])) as draw (list, index)
                    join usable on usable.position = draw.list % usable.lists
                order by usable.list, draw.index
                on conflict do nothing
                returning list, index)
            """;

    private final JdbcClient database;

    StatusEntries(JdbcClient database) {
        this.database = database;
    }

    /**
     * A place drawn by lot.
     *
     * @param list a number from 0 on: its remainder by the number of usable lists says which of them
     * @param index in that list
     */
    record Draw(int list, int index) {}

    /** Takes those of the places drawn that are free, in the lists that take further copies now. */
    List<Place> take(String organisation, FamilyHandle family, Collection<Draw> draws, Instant now) {
        return database.sql("with family as (select cast(:handle as bytea) as handle), " + TAKE
                        + "select list, index from placed")
                .param("handle", family.bytes())
                .params(taking(organisation, draws, now))
                .query(StatusEntries::place)
                .list();
    }

    /** The values of {@link #TAKE}. */
    static Map<String, Object> taking(String organisation, Collection<Draw> draws, Instant now) {
        return Map.of(
                "organisation", organisation,
                "now", now.atOffset(ZoneOffset.UTC),
                "lists", draws.stream().map(Draw::list).toArray(Integer[]::new),
                "indices", draws.stream().map(Draw::index).toArray(Integer[]::new));
    }

    /** All places of families. */
    List<Place> of(String organisation, Collection<FamilyHandle> families) {
        return database.sql("""
                        select list, index from issuance.status_entries
                        where organisation = :organisation and handle = any(cast(:handles as bytea[]))
                        """)
                .param("organisation", organisation)
                .param("handles", families.stream().map(FamilyHandle::bytes).toArray(byte[][]::new))
                .query(StatusEntries::place)
                .list();
    }

    /** How many places families have. */
    int count(String organisation, Collection<FamilyHandle> families) {
        return database.sql("""
                        select count(*) from issuance.status_entries
                        where organisation = :organisation and handle = any(cast(:handles as bytea[]))
                        """)
                .param("organisation", organisation)
                .param("handles", families.stream().map(FamilyHandle::bytes).toArray(byte[][]::new))
                .query(Integer.class)
                .single();
    }

    /** How many places of a list are taken. */
    long count(String organisation, int list) {
        return database.sql("""
                        select count(*) from issuance.status_entries
                        where organisation = :organisation and list = :list
                        """)
                .param("organisation", organisation)
                .param("list", list)
                .query(Long.class)
                .single();
    }

    /**
     * Forgets places of retired lists, a limited number: what is left is for the next call.
     *
     * @return how many
     */
    int forgetRetired(String organisation, int limit) {
        return database.sql("""
                        delete from issuance.status_entries where (organisation, list, index) in (
                            select entry.organisation, entry.list, entry.index
                            from issuance.status_lists retired
                                cross join lateral (
                                    select * from issuance.status_entries place
                                    where place.organisation = retired.organisation and place.list = retired.list
                                    limit :limit) entry
                            where retired.organisation = :organisation and retired.retired_at is not null
                            limit :limit)
                        """)
                .param("organisation", organisation)
                .param("limit", limit)
                .update();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(row.getInt("list"), row.getInt("index"));
    }
}
