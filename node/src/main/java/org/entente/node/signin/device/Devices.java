package org.entente.node.signin.device;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.entente.node.keys.Keys;
import org.entente.node.signin.expiry.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which browser was used for which account, under a keyed digest of both: that two accounts share a browser cannot be
 * read here.
 */
@Repository
public class Devices implements Expiring {
    /** The longest that browsers keep a cookie (RFC 6265bis §5.5). */
    static final Duration LIFETIME = Duration.ofDays(400);

    private final JdbcClient database;
    private final Keys keys;

    Devices(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** What a person's browser with this mark is called in the database. */
    public byte[] mac(PersonId person, String token) {
        return keys.mac("signin device", (person + " " + token).getBytes(StandardCharsets.UTF_8));
    }

    /** What a visitor's browser is called, if the person used it before. */
    public Optional<byte[]> known(PersonId person, Visitor visitor, Instant now) {
        if (visitor.deviceToken().isEmpty()) {
            return Optional.empty();
        }
        return database.sql("select device_mac from signin.devices where device_mac = :device and expires_at > :now")
                .param("device", mac(person, visitor.deviceToken()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }

    /** Notes that a person used a browser; true when it is the first time, or was forgotten since. */
    public boolean add(PersonId person, byte[] device, Instant now) {
        return database.sql("""
                        insert into signin.devices (device_mac, person, expires_at) values (:device, :person, :expires)
                        on conflict (device_mac) do update set expires_at = excluded.expires_at
                        returning old.expires_at is null or old.expires_at <= :now
                        """)
                .param("device", device)
                .param("person", person.value())
                .param("expires", now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Makes a browser a new one for its person. */
    public void forget(byte[] device) {
        database.sql("delete from signin.devices where device_mac = :device")
                .param("device", device)
                .update();
    }

    /** Makes every browser a new one for a person. */
    public void forgetAll(PersonId person) {
        database.sql("delete from signin.devices where person = :person")
                .param("person", person.value())
                .update();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.devices where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
