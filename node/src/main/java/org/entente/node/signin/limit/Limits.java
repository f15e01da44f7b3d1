package org.entente.node.signin.limit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.entente.node.keys.Keys;
import org.entente.node.signin.expiry.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often something was tried; who tried stands here as a keyed digest only. */
@Repository
public class Limits implements Expiring {
    private final JdbcClient database;
    private final Keys keys;

    Limits(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Counts one more try, in periods that begin at fixed times.
     *
     * @param what is tried
     * @param who tries
     * @param most how many tries a period has
     * @return whether there was one left; false counts nothing
     */
    public boolean use(String what, String who, Duration period, int most, Instant now) {
        long seconds = period.toSeconds();
        Instant start = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
        return database.sql("""
                        insert into signin.uses (key, period_start, used, expires_at)
                        values (:key, :start, 1, :expires)
                        on conflict (key, period_start) do update set used = uses.used + 1
                        where uses.used < :most
                        returning used
                        """)
                .param("key", key(what + " " + seconds + " " + who))
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("expires", start.plus(period).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.uses where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] key(String text) {
        return keys.mac("signin limit", text.getBytes(StandardCharsets.UTF_8));
    }
}
