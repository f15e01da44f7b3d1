package org.entente.node.issuance.credential;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.node.issuance.family.Families;
import org.entente.node.issuance.family.Families.Opening;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.issuance.nonce.Nonces;
import org.entente.node.issuance.status.Place;
import org.entente.node.issuance.status.Statuses;
import org.entente.protocols.statuslist.StatusReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opens families: the nonce of the request, the family and the places of its copies go into the database together. */
@Repository
class OpenedFamilies {
    private static final String OPEN = "with nonce as (" + Nonces.SPEND + "returning true), family as (" + Families.OPEN
            + "returning handle), " + Statuses.TAKE + """
            select exists (select from nonce) as fresh,
                (select handle from family) as handle,
                (select array_agg(list) from placed) as lists,
                (select array_agg(index) from placed) as indices
            """;

    private final JdbcClient database;
    private final Nonces nonces;
    private final Families families;
    private final Statuses statuses;

    OpenedFamilies(JdbcClient database, Nonces nonces, Families families, Statuses statuses) {
        this.database = database;
        this.nonces = nonces;
        this.families = families;
        this.statuses = statuses;
    }

    /** What a request comes to. Unless a family was opened, the caller's transaction takes back what was done for it. */
    sealed interface Outcome {
        record Opened(FamilyHandle family, List<StatusReference> places) implements Outcome {}

        /** The nonce was spent before. */
        record NonceUsed() implements Outcome {}

        /** The record had as many families this month as a month may have. */
        record Enough() implements Outcome {}
    }

    private record Row(boolean fresh, Optional<FamilyHandle> family, List<Place> places) {}

    /**
     * Opens a family of so many copies.
     *
     * @param nonce a current one, which is spent by this
     */
    Outcome open(String nonce, Opening opening, int copies) {
        var issuer = opening.type().organisation();
        Row row = database.sql(OPEN)
                .params(nonces.spending(nonce))
                .params(families.first(opening))
                .params(statuses.drawing(issuer, copies, opening.now()))
                .query(OpenedFamilies::row)
                .single();
        if (!row.fresh()) {
            return new Outcome.NonceUsed();
        }
        return row.family()
                .or(() -> families.open(opening))
                .<Outcome>map(family -> new Outcome.Opened(
                        family, statuses.allocate(issuer, family, copies, row.places(), opening.now())))
                .orElseGet(Outcome.Enough::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Integer[] lists = integers(row.getArray("lists"));
        Integer[] indices = integers(row.getArray("indices"));
        return new Row(
                row.getBoolean("fresh"),
                Optional.ofNullable(row.getBytes("handle")).map(FamilyHandle::of),
                IntStream.range(0, lists.length)
                        .mapToObj(i -> new Place(lists[i], indices[i]))
                        .toList());
    }

    private static Integer[] integers(@Nullable Array array) throws SQLException {
        return array == null ? new Integer[0] : (Integer[]) array.getArray();
    }
}
