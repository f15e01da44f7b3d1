package org.entente.node.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final Instant NOW = Instant.parse("2096-11-22T12:30:00.25Z");

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestNode node = TestNode.directory(Map.of());
    private final Limits limits = node.bean(Limits.class);

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void of_fifty_uses_at_once_in_two_processes_as_many_are_within_as_there_are_and_one_is_the_first_beyond() {
        try (TestNode twin = node.twin()) {
            Limits elsewhere = twin.bean(Limits.class);
            Allowance five = new Allowance("door", HOUR, 5);
            List<Use> uses =
                    Simultaneously.attempt(50, i -> () -> (i % 2 == 0 ? limits : elsewhere).use(five, "visitor", NOW));
            assertThat(uses).filteredOn(new Use.Within()::equals).hasSize(5);
            assertThat(uses)
                    .filteredOn(use -> use instanceof Use.Beyond beyond && beyond.first())
                    .hasSize(1);
        }
    }

    @Test
    void each_who_what_and_period_counts_for_itself() {
        Allowance gate = new Allowance("gate", HOUR, 1);
        assertThat(limits.use(gate, "a", NOW)).isInstanceOf(Use.Within.class);
        assertThat(limits.use(gate, "a", NOW)).isInstanceOf(Use.Beyond.class);
        assertThat(limits.use(gate, "b", NOW)).isInstanceOf(Use.Within.class);
        assertThat(limits.use(new Allowance("fence", HOUR, 1), "a", NOW)).isInstanceOf(Use.Within.class);
        assertThat(limits.use(new Allowance("gate", Duration.ofDays(1), 1), "a", NOW))
                .isInstanceOf(Use.Within.class);
        assertThat(limits.use(gate, "a", NOW.plus(HOUR))).isInstanceOf(Use.Within.class);
    }

    @Test
    void says_when_the_next_period_begins() {
        Allowance gate = new Allowance("wicket", HOUR, 1);
        limits.use(gate, "a", NOW);
        assertThat(limits.use(gate, "a", NOW)).isEqualTo(new Use.Beyond(Duration.ofMinutes(30), true));
        Instant last = Instant.parse("2096-11-22T12:59:59.999Z");
        assertThat(limits.use(gate, "a", last)).isEqualTo(new Use.Beyond(Duration.ofSeconds(1), false));
    }

    @Test
    void who_did_something_cannot_be_read_and_is_forgotten_with_the_period() {
        limits.use(new Allowance("gate", HOUR, 1), "matane@example.ca", NOW);
        JdbcClient sql = node.bean(JdbcClient.class);
        assertThat(sql.sql("select string_agg(encode(key, 'escape'), ' ') from limits.uses")
                        .query(String.class)
                        .single())
                .doesNotContain("matane");
        assertThat(limits.removeExpired(NOW.plus(Duration.ofDays(2)))).isPositive();
        assertThat(sql.sql("select count(*) from limits.uses")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
