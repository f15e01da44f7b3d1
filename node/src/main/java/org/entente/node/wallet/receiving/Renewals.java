package org.entente.node.wallet.receiving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Permissions to renew what was received, sealed, each with the day on which it is due. */
@Repository
class Renewals {
    /**
     * When the first attempts that broke off come up again: soon, as the answer that was lost may have brought the next
     * permission, and its issuer gives that once more for a short while only.
     */
    static final Duration SOON = Duration.ofMinutes(10);

    /** When later ones do. */
    static final Duration AGAIN = Duration.ofDays(1);

    /** How many of them come up soon. */
    static final int SOON_TRIES = 2;

    private static final String CONTENTS = "wallet.renewal";
    private static final String GRANT = "wallet.renewal grant";

    private final JdbcClient database;
    private final Keys keys;

    Renewals(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Keeps a permission, in the caller's transaction, for attestations that are kept. */
    void add(Renewal renewal, Instant due) {
        database.sql("""
                        insert into wallet.renewals (id, sealed_contents, sealed_grant, due_at)
                        values (:id, :contents, :grant, :due)""")
                .param("id", renewal.id())
                .param("contents", keys.seal(CONTENTS, renewal.contents().toBytes()))
                .param("grant", keys.seal(GRANT, renewal.grant().toBytes()))
                .param("due", Timestamp.from(due))
                .update();
        renewal.attestations()
                .forEach((attestation, configuration) -> database.sql("""
                        insert into wallet.renewed (attestation, renewal, configuration)
                        values (:attestation, :renewal, :configuration)""")
                        .param("attestation", attestation)
                        .param("renewal", renewal.id())
                        .param("configuration", configuration)
                        .update());
    }

    /** Keeps a permission that is for nothing any more until its issuer has it back; in the caller's transaction. */
    void giveBack(UUID id, KnownOffer contents, Grant grant, Instant now) {
        if (contents.revocationEndpoint().isPresent() && grant.refreshToken().isPresent()) {
            add(new Renewal(id, contents, grant, 0, 0, Map.of()), now);
        }
    }

    /** The permission as it stands. */
    Grant grant(UUID id) {
        return database.sql("select sealed_grant from wallet.renewals where id = :id")
                .param("id", id)
                .query((row, number) -> Grant.of(keys.open(GRANT, row.getBytes(1))))
                .single();
    }

    /** Takes one that is due, and moves it on: one process has it, and if that dies with it another comes to it later. */
    Optional<Renewal> takeDue(Instant now) {
        return database.sql("""
                        update wallet.renewals
                           set tries = tries + 1,
                               due_at = case when tries < :soonTries
                                   then cast(:soon as timestamptz) else cast(:again as timestamptz) end
                         where id = (select id from wallet.renewals where due_at <= :now and not ended
                                      order by due_at limit 1 for update skip locked)
                        returning id, sealed_contents, sealed_grant, tries, lacking""")
                .param("soonTries", SOON_TRIES)
                .param("soon", Timestamp.from(now.plus(SOON)))
                .param("again", Timestamp.from(now.plus(AGAIN)))
                .param("now", Timestamp.from(now))
                .query(this::renewal)
                .optional();
    }

    /**
     * Keeps the next permission. The one before is used up, but for a short while in which its issuer gives the next once
     * more: who dies between the issuer's answer and this has that long.
     */
    void permit(UUID id, Grant grant) {
        database.sql("update wallet.renewals set sealed_grant = :grant where id = :id")
                .param("grant", keys.seal(GRANT, grant.toBytes()))
                .param("id", id)
                .update();
    }

    /** @param lacking how often in a row something was lacking, this time included */
    void schedule(UUID id, Instant due, int lacking) {
        database.sql("update wallet.renewals set due_at = :due, tries = 0, lacking = :lacking where id = :id")
                .param("due", Timestamp.from(due))
                .param("lacking", lacking)
                .param("id", id)
                .update();
    }

    /** Puts back one that was taken and not tried. */
    void leave(UUID id, Instant due) {
        database.sql("update wallet.renewals set due_at = :due, tries = greatest(tries - 1, 0) where id = :id")
                .param("due", Timestamp.from(due))
                .param("id", id)
                .update();
    }

    /** Forgets a permission that its issuer ended, or that is given up; that it ended stays, for its holder to be told. */
    void end(UUID id) {
        database.sql("update wallet.renewals set ended = true, sealed_grant = ''::bytea where id = :id")
                .param("id", id)
                .update();
    }

    /** Forgets a permission that is for nothing any more. */
    void forget(UUID id) {
        database.sql("delete from wallet.renewals where id = :id")
                .param("id", id)
                .update();
    }

    private Map<UUID, String> attestations(UUID renewal) {
        Map<UUID, String> attestations = new LinkedHashMap<>();
        database.sql("select attestation, configuration from wallet.renewed where renewal = :renewal")
                .param("renewal", renewal)
                .query(row -> {
                    attestations.put(row.getObject("attestation", UUID.class), row.getString("configuration"));
                });
        return attestations;
    }

    private Renewal renewal(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Renewal(
                id,
                KnownOffer.of(keys.open(CONTENTS, row.getBytes("sealed_contents"))),
                Grant.of(keys.open(GRANT, row.getBytes("sealed_grant"))),
                row.getInt("tries"),
                row.getInt("lacking"),
                attestations(id));
    }
}
