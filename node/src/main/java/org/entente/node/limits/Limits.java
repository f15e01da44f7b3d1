package org.entente.node.limits;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.node.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The room's front desk.
 *
 * <pre>{@code
 * switch (limits.use(new Allowance("starts", Duration.ofHours(1), 300), network, now)) {
 *     case Use.Within() -> // go on
 *     case Use.Beyond(var retryAfter, var first) -> // 429
 * }
 * }</pre>
 */
@Repository
public class Limits {
    private final JdbcClient database;
    private final Keys keys;

    Limits(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Counts one more use, by one statement; in a transaction that is rolled back it counts nothing. Beyond the allowance
     * nothing is written any more.
     *
     * @param who uses it; kept as a keyed digest only
     */
    public Use use(Allowance allowance, String who, Instant now) {
        long seconds = allowance.period().toSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
        Instant end = start.plusSeconds(seconds);
        Optional<Integer> used = database.sql("""
                        insert into limits.uses (key, period_start, used, expires_at)
                        values (:key, :start, 1, :end)
                        on conflict (key, period_start) do update set used = uses.used + 1
                        where uses.used <= :most
                        returning used
                        """)
                .param("key", key(allowance.what() + "\n" + seconds + "\n" + who))
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("most", allowance.most())
                .query(Integer.class)
                .optional();
        return used.filter(count -> count <= allowance.most()).isPresent()
                ? new Use.Within()
                : new Use.Beyond(until(end, now), used.isPresent());
    }

    /** Removes the counts of periods that have ended. */
    int removeExpired(Instant now) {
        return database.sql("delete from limits.uses where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Duration until(Instant end, Instant now) {
        return Duration.ofSeconds(
                Math.max(1, Duration.between(now, end).plusMillis(999).toSeconds()));
    }

    private byte[] key(String text) {
        return keys.mac("limits", text.getBytes(StandardCharsets.UTF_8));
    }
}
