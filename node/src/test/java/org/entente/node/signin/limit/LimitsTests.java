package org.entente.node.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.signin.Simultaneously;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTests {
    /** Far ahead: what expires by the clock is removed behind a test that stands in the past. */
    private static final Instant NOW = Instant.parse("2096-11-22T12:30:00Z");

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestNode node = TestNode.directory(Map.of());
    private final Limits limits = node.bean(Limits.class);

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void of_fifty_tries_at_once_on_two_processes_as_many_count_as_there_are() {
        try (TestNode twin = node.twin()) {
            Limits elsewhere = twin.bean(Limits.class);
            var allowed = Simultaneously.attempt(
                    50, i -> () -> (i % 2 == 0 ? limits : elsewhere).use("door", "visitor", HOUR, 5, NOW));
            assertThat(allowed).filteredOn(yes -> yes).hasSize(5);
        }
    }

    @Test
    void each_who_what_and_period_counts_for_itself() {
        assertThat(limits.use("gate", "a", HOUR, 1, NOW)).isTrue();
        assertThat(limits.use("gate", "a", HOUR, 1, NOW)).isFalse();
        assertThat(limits.use("gate", "b", HOUR, 1, NOW)).isTrue();
        assertThat(limits.use("fence", "a", HOUR, 1, NOW)).isTrue();
        assertThat(limits.use("gate", "a", Duration.ofDays(1), 1, NOW)).isTrue();
        assertThat(limits.use("gate", "a", HOUR, 1, NOW.plus(HOUR))).isTrue();
    }

    @Test
    void who_tried_cannot_be_read() {
        limits.use("gate", "matane@example.ca", HOUR, 1, NOW);
        assertThat(node.bean(JdbcClient.class)
                        .sql("select string_agg(encode(key, 'escape'), ' ') from signin.uses")
                        .query(String.class)
                        .single())
                .doesNotContain("matane");
    }
}
