package org.entente.node.issuance.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.entente.node.issuance.family.FamilyHandle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which index belongs to a copy of which family. An index is given once and never again. */
@Repository
class StatusEntries {
    /** A place in a list. */
    record Place(int list, int index) {}

    private final JdbcClient database;

    StatusEntries(JdbcClient database) {
        this.database = database;
    }

    /** Takes those of the places that are free. */
    List<Place> take(String organisation, FamilyHandle family, Collection<Place> wanted) {
        return database.sql("""
                        insert into issuance.status_entries (organisation, list, index, handle)
                        select :organisation, place.list, place.index, :handle
                        from unnest(cast(:lists as integer[]), cast(:indices as integer[])) as place (list, index)
                        order by place.list, place.index
                        on conflict do nothing
                        returning list, index
                        """)
                .param("organisation", organisation)
                .param("handle", family.bytes())
                .param("lists", wanted.stream().map(Place::list).toArray(Integer[]::new))
                .param("indices", wanted.stream().map(Place::index).toArray(Integer[]::new))
                .query(StatusEntries::place)
                .list();
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

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(row.getInt("list"), row.getInt("index"));
    }
}
