package org.entente.node.signin.device;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
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

    /**
     * That a person uses a browser.
     *
     * @param browser what it is called in the database, as long as it is known to this person
     * @param marks those that it holds from now on
     * @param isFirst whether it is the first time, or the browser was forgotten since
     */
    public record Use(byte[] browser, Marks marks, boolean isFirst) {}

    private final JdbcClient database;
    private final Keys keys;
    private final Secrets secrets;

    Devices(JdbcClient database, Keys keys, Secrets secrets) {
        this.database = database;
        this.keys = keys;
        this.secrets = secrets;
    }

    /** What a visitor's browser is called, if the person used it before. */
    public Optional<byte[]> known(PersonId person, Visitor visitor, Instant now) {
        return visitor.marks().tokens().stream()
                .flatMap(mark -> database
                        .sql("""
                                select browser from signin.devices where device_mac = :device and expires_at > :now
                                """)
                        .param("device", mac(person, mark))
                        .param("now", utc(now))
                        .query(byte[].class)
                        .optional()
                        .stream())
                .findFirst();
    }

    /**
     * A person uses a browser: from now on it is known to this person, and to nobody else, by a fresh mark. A copy of the
     * mark of before is worth nothing then, whoever made it.
     */
    public Use use(PersonId person, Marks marks, Instant now) {
        String fresh = secrets.token();
        byte[] device = mac(person, fresh);
        for (String mark : marks.tokens()) {
            Optional<byte[]> browser = renew(mac(person, mark), device, now);
            if (browser.isPresent()) {
                return new Use(browser.get(), marks.with(fresh, mark), false);
            }
        }
        database.sql("""
                        insert into signin.devices (device_mac, browser, person, expires_at)
                        values (:device, :device, :person, :expires)
                        """)
                .param("device", device)
                .param("person", person.value())
                .param("expires", utc(now.plus(LIFETIME)))
                .update();
        return new Use(device, marks.with(fresh, ""), true);
    }

    /** Makes a browser a new one for its person. */
    public void forget(byte[] browser) {
        database.sql("delete from signin.devices where browser = :browser")
                .param("browser", browser)
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
                .param("now", utc(now))
                .update();
    }

    private Optional<byte[]> renew(byte[] before, byte[] device, Instant now) {
        return database.sql("""
                        update signin.devices set device_mac = :device, expires_at = :expires
                        where device_mac = :before and expires_at > :now returning browser
                        """)
                .param("before", before)
                .param("device", device)
                .param("expires", utc(now.plus(LIFETIME)))
                .param("now", utc(now))
                .query(byte[].class)
                .optional();
    }

    private byte[] mac(PersonId person, String mark) {
        return keys.mac("signin device", (person + " " + mark).getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
