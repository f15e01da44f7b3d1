package org.entente.node.frontier.mirror;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.node.frontier.Watch;
import org.entente.node.frontier.Watched;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where it is kept how the publishers answered. */
@Component
class Watching implements Watch {
    private final JdbcClient sql;

    Watching(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Keeps how a round went.
     *
     * @param answered of each publisher that was asked, whether anything came back
     * @param time for how long the round stands: its own, and the pause after it
     */
    void note(Map<URI, Boolean> answered, Duration time, Instant now) {
        if (answered.isEmpty() || isOurOwnLine(answered)) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        // In one order, so that two rounds at once never wait for each other.
        List<Map.Entry<URI, Boolean>> all = List.copyOf(new TreeMap<>(answered).entrySet());
        sql.sql("""
                        insert into frontier.watched (publisher, day, watched, missed)
                        select publisher, :day, :time, case when answered then 0 else :time end
                        from unnest(cast(:publishers as text[]), cast(:answered as boolean[])) as u (publisher, answered)
                        on conflict (publisher, day) do update set watched = watched.watched + excluded.watched,
                            missed = watched.missed + excluded.missed""")
                .param("day", day)
                .param("time", time.toMillis())
                .param(
                        "publishers",
                        all.stream().map(one -> one.getKey().toString()).toArray(String[]::new))
                .param("answered", all.stream().map(Map.Entry::getValue).toArray(Boolean[]::new))
                .update();
        sql.sql("delete from frontier.watched where day < :day")
                .param("day", day.minusDays(MAX_DAYS + 1L))
                .update();
    }

    /** Where several were asked and nobody answered, it is more likely our own connection, and nothing is said of them. */
    private static boolean isOurOwnLine(Map<URI, Boolean> answered) {
        return answered.size() > 1 && !answered.containsValue(true);
    }

    @Override
    public Map<URI, Map<LocalDate, Watched>> since(LocalDate first) {
        Map<URI, Map<LocalDate, Watched>> all = new HashMap<>();
        sql.sql("select publisher, day, watched, missed from frontier.watched where day >= :first")
                .param("first", first)
                .query(row -> {
                    all.computeIfAbsent(URI.create(row.getString("publisher")), publisher -> new TreeMap<>())
                            .put(
                                    row.getObject("day", LocalDate.class),
                                    new Watched(
                                            Duration.ofMillis(row.getLong("watched")),
                                            Duration.ofMillis(row.getLong("missed"))));
                });
        return all;
    }
}
