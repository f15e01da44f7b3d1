package org.entente.node.wallet.receiving;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.oid4vci.NotificationRequest;
import org.entente.protocols.oid4vci.NotificationRequest.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What issuers are to be told of the batches that they handed out, until they have heard it or may not be told any more. */
@Repository
class Notifications {
    /** How long a token counts as good whose issuer does not say. */
    private static final Duration UNSAID = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String ADDRESS = "wallet.notification";
    private static final String HOST = "wallet.notification host";
    private static final String GRANT = "wallet.notification grant";

    private final JdbcClient database;
    private final Keys keys;
    private final Secrets secrets;

    Notifications(JdbcClient database, Keys keys, Secrets secrets) {
        this.database = database;
        this.keys = keys;
        this.secrets = secrets;
    }

    /**
     * One that is due.
     *
     * @param grant the permission by which the batch was obtained
     */
    record Due(UUID id, NotificationAddress address, Event event, Grant grant) {
        NotificationRequest request() {
            return new NotificationRequest(address.id(), event);
        }
    }

    /** The batch is kept as this attestation; in the transaction that keeps it. */
    void accepted(Optional<NotificationAddress> address, UUID attestation, Grant grant, Instant now) {
        address.ifPresent(known -> add(known, attestation, Event.CREDENTIAL_ACCEPTED, grant, now));
    }

    /** The batch is not kept, by no doing of its holder. */
    void failed(Optional<NotificationAddress> address, Grant grant, Instant now) {
        address.ifPresent(known -> add(known, null, Event.CREDENTIAL_FAILURE, grant, now));
    }

    /** The batch is not kept, as its holder did not want it. */
    void unwanted(Optional<NotificationAddress> address, Grant grant, Instant now) {
        address.ifPresent(known -> add(known, null, Event.CREDENTIAL_DELETED, grant, now));
    }

    private void add(NotificationAddress address, @Nullable UUID attestation, Event event, Grant grant, Instant now) {
        database.sql("""
                        insert into wallet.notifications
                            (id, attestation, event, host, sealed_address, sealed_grant, due_at, ends_at)
                        values (:id, :attestation, :event, :host, :address, :grant, :now, :ends)""")
                .param("id", secrets.id())
                .param("attestation", attestation)
                .param("event", event.code())
                .param("host", name(IssuerTime.host(address.endpoint())))
                .param("address", keys.seal(ADDRESS, address.toBytes()))
                .param("grant", keys.seal(GRANT, grant.toBytes()))
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(now.plus(life(grant))))
                .update();
    }

    private static Duration life(Grant grant) {
        Duration said = Duration.ofSeconds(Math.clamp(grant.token().expiresInSeconds(), 0, LONGEST.toSeconds()));
        return said.isZero() ? UNSAID : said;
    }

    /** A host, so that whoever has the database does not learn whose attestations are here. */
    private String name(String host) {
        return Secrets.base64url(keys.mac(HOST, host.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Takes one that is due, and moves it on: each time twice as far.
     *
     * @param passedOver the hosts for which it is not
     */
    Optional<Due> takeDue(Instant now, Set<String> passedOver) {
        return database.sql("""
                        update wallet.notifications
                           set tries = tries + 1,
                               due_at = cast(:now as timestamptz) + power(2, least(tries, 12)) * interval '15 seconds'
                         where id = (select id from wallet.notifications where due_at <= :now and ends_at > :now
                                        and host <> all(:passed)
                                      order by due_at limit 1 for update skip locked)
                        returning id, event, sealed_address, sealed_grant""")
                .param("now", Timestamp.from(now))
                .param("passed", passedOver.stream().map(this::name).toArray(String[]::new))
                .query(this::due)
                .optional();
    }

    /** Its issuer has heard it, or will not; where something else came of the batch meanwhile, that is still to be told. */
    void forget(Due due) {
        database.sql("delete from wallet.notifications where id = :id and event = :event")
                .param("id", due.id())
                .param("event", due.event().code())
                .update();
    }

    /** Forgets those for which no permission is good any more. */
    void forgetEnded(Instant now) {
        database.sql("delete from wallet.notifications where ends_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                NotificationAddress.of(keys.open(ADDRESS, row.getBytes("sealed_address"))),
                Event.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
                Grant.of(keys.open(GRANT, row.getBytes("sealed_grant"))));
    }
}
