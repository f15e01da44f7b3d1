package org.entente.node.issuance.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.issuance.CredentialType;
import org.entente.node.journal.RecordedLeaf;
import org.entente.node.registers.RecordId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The families, kept for as long as their copies hold, and then as long as their holder may want to see that they ended. */
@Repository
public class Families {
    /** Opens the first of some families that is free, or none, with the values of an {@link Opening}. */
    public static final String OPEN = """
            insert into issuance.families
                (organisation, handle, configuration, issued_on, expires_on, leaf, salt, awaited, awaited_since)
            select :organisation, candidate.handle, :configuration, :issuedOn, :expiresOn, :leaf, :salt, :awaited, :now
            from unnest(cast(:candidates as bytea[])) with ordinality as candidate (handle, ordinal)
            where not exists (
                select from issuance.families family
                where family.organisation = :organisation and family.handle = candidate.handle)
            order by candidate.ordinal limit 1
            on conflict do nothing
            """;

    /** How many days a family is kept after its copies have expired. */
    static final int KEPT_DAYS = 30;

    private static final int AT_ONCE = 8;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    /** What one run forgets at most: an hourly run keeps up with a hundred times a million credentials in copies of ten. */
    private static final int FORGOTTEN_IN_A_RUN = 500_000;

    private final JdbcClient database;
    private final FamilyHandles handles;

    Families(JdbcClient database, FamilyHandles handles) {
        this.database = database;
        this.handles = handles;
    }

    /**
     * A family that is to be opened.
     *
     * @param leaf the journal's, which commits to this issuance
     * @param awaited what the families have in common that the same wallet asked for
     * @param now when it did
     */
    public record Opening(
            CredentialType type, RecordId record, LocalDate issuedOn, RecordedLeaf leaf, byte[] awaited, Instant now) {
        private YearMonth month() {
            return YearMonth.from(issuedOn);
        }
    }

    /** Opens the record's next family of a type; gives its handle, empty when there were as many as a month may have. */
    public Optional<FamilyHandle> open(Opening opening) {
        for (int ordinal = 0; ordinal < FamilyHandles.MAX_A_MONTH; ordinal += AT_ONCE) {
            List<FamilyHandle> candidates =
                    handles.of(opening.type(), opening.record(), opening.month(), ordinal, ordinal + AT_ONCE);
            Optional<FamilyHandle> opened = openOneOf(candidates, opening);
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    /** Takes the first handle that is free. Another request may take the same at the same time: then the next is tried. */
    private Optional<FamilyHandle> openOneOf(List<FamilyHandle> candidates, Opening opening) {
        for (int attempt = 0; attempt < candidates.size(); attempt++) {
            Optional<byte[]> opened = database.sql(OPEN + "returning handle")
                    .params(values(candidates, opening))
                    .query(byte[].class)
                    .optional();
            if (opened.isPresent()) {
                return opened.map(FamilyHandle::of);
            }
        }
        return Optional.empty();
    }

    /** The values of {@link #OPEN} by which one of the first families of the month is opened. */
    public Map<String, Object> first(Opening opening) {
        return values(handles.of(opening.type(), opening.record(), opening.month(), 0, AT_ONCE), opening);
    }

    private static Map<String, Object> values(List<FamilyHandle> candidates, Opening opening) {
        return Map.of(
                "organisation", opening.type().organisation().id(),
                "configuration", opening.type().id(),
                "issuedOn", opening.issuedOn(),
                "expiresOn", opening.issuedOn().plusDays(opening.type().lifetimeDays()),
                "leaf", opening.leaf().id().value(),
                "salt", opening.leaf().salt(),
                "awaited", opening.awaited(),
                "now", opening.now().atOffset(ZoneOffset.UTC),
                "candidates", bytes(candidates));
    }

    /** The families of a record and type, the latest first. */
    public List<Family> of(CredentialType type, RecordId record) {
        List<FamilyHandle> named = months(type)
                .flatMap(month -> handles.of(type, record, month, 0, FamilyHandles.MAX_A_MONTH).stream())
                .toList();
        return find(type.organisation().id(), named);
    }

    /** The months in which families of a type that are still here were issued. */
    private Stream<YearMonth> months(CredentialType type) {
        return database.sql("""
                        select min(issued_on) as first, max(issued_on) as last from issuance.families
                        where organisation = :organisation and configuration = :configuration
                        """)
                .param("organisation", type.organisation().id())
                .param("configuration", type.id())
                .query((row, number) ->
                        months(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .single();
    }

    private static Stream<YearMonth> months(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            return Stream.empty();
        }
        YearMonth end = YearMonth.from(last).plusMonths(1);
        return Stream.iterate(YearMonth.from(first), month -> month.isBefore(end), month -> month.plusMonths(1));
    }

    /**
     * Forgets families whose copies have long expired, a limited number in each transaction, until there is none left or
     * one run has done enough.
     *
     * @return how many
     */
    int forget(LocalDate today) {
        int all = 0;
        int some = FORGOTTEN_AT_ONCE;
        while (some == FORGOTTEN_AT_ONCE && all < FORGOTTEN_IN_A_RUN) {
            some = forgetSome(today);
            all += some;
        }
        return all;
    }

    private int forgetSome(LocalDate today) {
        return database.sql("""
                        delete from issuance.families where (organisation, handle) in (
                            select organisation, handle from issuance.families
                            where expires_on < :expired order by expires_on limit :limit for update skip locked)
                        """)
                .param("expired", today.minusDays(KEPT_DAYS))
                .param("limit", FORGOTTEN_AT_ONCE)
                .update();
    }

    /** The families of these names that there are, the latest first. */
    public List<Family> find(String organisation, Collection<FamilyHandle> named) {
        return database.sql("""
                        select family.*, (
                            select count(*) from issuance.status_entries entry
                            where entry.organisation = family.organisation and entry.handle = family.handle) as copies
                        from issuance.families family
                        where organisation = :organisation and handle = any(cast(:handles as bytea[]))
                        order by issued_on desc, handle
                        """)
                .param("organisation", organisation)
                .param("handles", bytes(named))
                .query(Families::family)
                .list();
    }

    /** Those families of a type, issued in these days, that hold, at most so many. */
    public List<FamilyHandle> holding(CredentialType type, LocalDate from, LocalDate to, int limit) {
        return database
                .sql("""
                        select handle from issuance.families
                        where organisation = :organisation and configuration = :configuration
                          and issued_on between :from and :to and revoked_at is null
                        order by issued_on, handle limit :limit
                        """)
                .param("organisation", type.organisation().id())
                .param("configuration", type.id())
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(byte[].class)
                .list()
                .stream()
                .map(FamilyHandle::of)
                .toList();
    }

    /** Marks families as revoked, in one order so that two revocations do not wait for each other; gives those that held. */
    public List<FamilyHandle> revoke(
            String organisation, Collection<FamilyHandle> named, RevocationReason reason, Instant now) {
        return database
                .sql("""
                        update issuance.families
                           set revoked_at = :now, revoked_for = :reason, awaited = null, awaited_since = null,
                               ends_at = null
                        where organisation = :organisation and handle in (
                            select handle from issuance.families
                            where organisation = :organisation and revoked_at is null
                              and handle = any(cast(:handles as bytea[]))
                            order by handle for update)
                        returning handle
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason.key())
                .param("organisation", organisation)
                .param("handles", bytes(named))
                .query(byte[].class)
                .list()
                .stream()
                .map(FamilyHandle::of)
                .toList();
    }

    private static byte[][] bytes(Collection<FamilyHandle> handles) {
        return handles.stream().map(FamilyHandle::bytes).toArray(byte[][]::new);
    }

    private static Family family(ResultSet row, int number) throws SQLException {
        return new Family(
                row.getString("organisation"),
                FamilyHandle.of(row.getBytes("handle")),
                row.getString("configuration"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getInt("copies"),
                revoked(
                        row.getObject("revoked_at", OffsetDateTime.class),
                        Optional.ofNullable(row.getString("revoked_for"))));
    }

    private static Optional<Family.Revoked> revoked(@Nullable OffsetDateTime at, Optional<String> reason) {
        return Optional.ofNullable(at)
                .map(OffsetDateTime::toInstant)
                .map(when -> new Family.Revoked(
                        when, reason.map(RevocationReason::of).orElse(RevocationReason.ASKED)));
    }
}
