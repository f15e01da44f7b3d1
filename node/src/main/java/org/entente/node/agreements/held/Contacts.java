package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.agreements.life.EntenteState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Until when this node has heard from others that each entente stands as it is held here. Not under the {@link Ledger}: it
 * moves every few seconds, and what is held does not change by it. What was noted while this node's clock was ahead counts for
 * nothing, or nothing would ever be too old until that date.
 */
@Component
public class Contacts {
    private final JdbcClient sql;
    private final InstantSource clock;

    Contacts(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Notes it; an earlier moment than the one known changes nothing, unless that one lies ahead. */
    public void note(String name, Instant confirmedAt) {
        sql.sql("""
                        update agreements.ententes set confirmed_at = :at
                        where name = :name and (confirmed_at is null or confirmed_at < :at or confirmed_at > :latest)""")
                .param("name", name)
                .param("at", Timestamp.from(confirmedAt))
                .param("latest", latest())
                .update();
    }

    /**
     * What was heard.
     *
     * @param version the number of the last change, as of the same moment
     * @param confirmedAt by the entente's name; without those of which nothing was heard yet
     */
    record Heard(long version, Map<String, Instant> confirmedAt) {}

    /** What was heard and the number of the last change: both in one statement, as every ruling asks for them. */
    Heard heard() {
        Map<String, Instant> confirmedAt = new LinkedHashMap<>();
        List<Long> versions = sql.sql("""
                        select ledger.version, ententes.name, ententes.confirmed_at
                        from agreements.ledger left join agreements.ententes on ententes.confirmed_at <= :latest""")
                .param("latest", latest())
                .query((row, number) -> {
                    String name = row.getString("name");
                    if (name != null) {
                        confirmedAt.put(name, row.getTimestamp("confirmed_at").toInstant());
                    }
                    return row.getLong("version");
                })
                .list();
        return new Heard(versions.getFirst(), confirmedAt);
    }

    private Timestamp latest() {
        return Timestamp.from(clock.instant().plus(EntenteState.CLOCK_SKEW));
    }
}
