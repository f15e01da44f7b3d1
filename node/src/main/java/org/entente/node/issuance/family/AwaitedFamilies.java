package org.entente.node.issuance.family;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The families of which their wallets have not said yet that they have them. Nothing else tells that two families are of one
 * wallet, and this only for so long.
 */
@Repository
public class AwaitedFamilies {
    /** How long a family is awaited: a wallet that lost one asks again within a month, and renews later than this. */
    static final int AWAITED_DAYS = 35;

    private static final int AT_ONCE = 5_000;
    private static final int IN_A_RUN = 500_000;

    private final JdbcClient database;

    AwaitedFamilies(JdbcClient database) {
        this.database = database;
    }

    /**
     * The wallet has this one. Those that it asked for before end at a time, unless it says by then that it has them, too;
     * those of which it says so at this moment are passed over. In the caller's transaction.
     *
     * @return whether there is such a family
     */
    public boolean confirm(String organisation, FamilyHandle family, Instant earlierEnd) {
        boolean known = database.sql("""
                        select from issuance.families
                        where organisation = :organisation and handle = :handle for update
                        """)
                .param("organisation", organisation)
                .param("handle", family.bytes())
                .query((row, number) -> true)
                .optional()
                .isPresent();
        if (known) {
            endEarlier(organisation, family, earlierEnd);
            database.sql("""
                            update issuance.families set awaited = null, awaited_since = null, ends_at = null
                            where organisation = :organisation and handle = :handle
                            """)
                    .param("organisation", organisation)
                    .param("handle", family.bytes())
                    .update();
        }
        return known;
    }

    private void endEarlier(String organisation, FamilyHandle family, Instant end) {
        database.sql("""
                        update issuance.families set ends_at = :end
                        where (organisation, handle) in (
                            select earlier.organisation, earlier.handle
                            from issuance.families earlier join issuance.families kept
                              on earlier.organisation = kept.organisation and earlier.awaited = kept.awaited
                             and earlier.awaited_since < kept.awaited_since
                            where kept.organisation = :organisation and kept.handle = :handle
                              and earlier.ends_at is null
                            for update of earlier skip locked)
                        """)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .param("handle", family.bytes())
                .update();
    }

    /** The wallet does not have this one, which therefore ends. @return whether there is such a family */
    public boolean giveUp(String organisation, FamilyHandle family, Instant now) {
        return database.sql("""
                        update issuance.families
                        set awaited = null, awaited_since = null,
                            ends_at = case when revoked_at is null then cast(:now as timestamptz) end
                        where organisation = :organisation and handle = :handle
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("organisation", organisation)
                        .param("handle", family.bytes())
                        .update()
                == 1;
    }

    /**
     * Those that hold although their end has come, at most so many; kept from all others until the caller's transaction ends,
     * and without those of which a wallet says something at this moment.
     */
    public List<FamilyHandle> ended(String organisation, Instant now, int limit) {
        return database
                .sql("""
                        select handle from issuance.families
                        where organisation = :organisation and ends_at <= :now and revoked_at is null
                        order by ends_at limit :limit for update skip locked
                        """)
                .param("organisation", organisation)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(byte[].class)
                .list()
                .stream()
                .map(FamilyHandle::of)
                .toList();
    }

    /** Forgets of which wallet the families are that were awaited for long enough. */
    void forget(LocalDate today) {
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE && all < IN_A_RUN) {
            some = database.sql("""
                            update issuance.families set awaited = null, awaited_since = null
                            where (organisation, handle) in (
                                select organisation, handle from issuance.families
                                where awaited is not null and issued_on < :before
                                order by issued_on limit :limit for update skip locked)
                            """)
                    .param("before", today.minusDays(AWAITED_DAYS))
                    .param("limit", AT_ONCE)
                    .update();
            all += some;
        }
    }
}
