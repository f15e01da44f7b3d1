package org.entente.node.frontier.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.node.TestNode;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.frontier.TestPublisher;
import org.entente.node.frontier.Watch;
import org.entente.node.frontier.Watched;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round is an hour here: what it stands for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Duration ROUND = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestNode node =
            TestNode.government("gaspe", Map.of("entente.frontier.mirror-every", ROUND.toHours() + "h"));
    private TestPublisher one = publisher();
    private TestPublisher other = publisher();

    @BeforeAll
    void after_the_first_round_of_the_job() {
        JdbcClient sql = node.bean(JdbcClient.class);
        await().atMost(PATIENCE)
                .until(() -> sql.sql("select count(*) from jobs.scheduled_tasks"
                                        + " where task_name like '%mirror%' and last_success is not null")
                                .query(Long.class)
                                .single()
                        > 0);
        node.pause();
    }

    @BeforeEach
    void publish() {
        node.bean(JdbcClient.class).sql("delete from frontier.watched").update();
        one = publisher();
        other = publisher();
        node.bean(TestWishes.class)
                .want(
                        one.origin().resolve("/first"),
                        one.origin().resolve("/second"),
                        other.origin().resolve("/first"));
    }

    @AfterEach
    void unpublish() {
        one.close();
        other.close();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_round_in_which_nothing_came_back_is_missed_and_counts_for_the_day_on_which_it_was() throws Exception {
        refresh(NOON);
        other.close();
        refresh(NOON.plus(ROUND));
        refresh(NOON.plus(Duration.ofDays(1)));

        assertThat(seen(one.origin(), DAY).watched()).isBetween(ROUND.multipliedBy(2), ROUND.multipliedBy(3));
        assertThat(seen(one.origin(), DAY).missed()).isZero();
        assertThat(seen(one.origin(), DAY).perMille()).isEqualTo(1000);
        assertThat(seen(other.origin(), DAY).watched())
                .isEqualTo(seen(one.origin(), DAY).watched());
        assertThat(seen(other.origin(), DAY).missed()).isBetween(ROUND, ROUND.plusMinutes(1));
        assertThat(seen(other.origin(), DAY.plusDays(1)).perMille()).isZero();
        assertThat(node.bean(Watch.class).since(DAY.plusDays(1)).get(one.origin()))
                .containsOnlyKeys(DAY.plusDays(1));
    }

    @Test
    void a_publisher_that_answers_with_errors_alone_is_away_and_one_that_lacks_a_document_is_not() throws Exception {
        one.answer(503, "");
        refresh(NOON);
        assertThat(seen(one.origin(), DAY).perMille()).isZero();
        assertThat(seen(other.origin(), DAY).perMille()).isEqualTo(1000);
    }

    @Test
    void where_nobody_answers_it_is_our_own_line_and_counts_for_nobody() throws Exception {
        one.close();
        other.close();
        refresh(NOON);
        assertThat(node.bean(Watch.class).since(DAY)).isEmpty();
    }

    @Test
    void one_partner_alone_that_does_not_answer_is_away() throws Exception {
        node.bean(TestWishes.class).want(one.origin().resolve("/first"));
        one.close();
        refresh(NOON);
        assertThat(seen(one.origin(), DAY).perMille()).isZero();
    }

    @Test
    void what_is_older_than_is_asked_for_is_forgotten() throws Exception {
        refresh(NOON);
        refresh(NOON.plus(Duration.ofDays(Watch.MAX_DAYS + 2L)));
        assertThat(node.bean(Watch.class).since(DAY).get(one.origin()))
                .containsOnlyKeys(DAY.plusDays(Watch.MAX_DAYS + 2L));
    }

    @Test
    void what_a_publisher_has_beyond_its_share_leaves_one_leaf_a_day() throws Exception {
        one.close();
        node.bean(TestWishes.class)
                .want(IntStream.rangeClosed(0, MirrorSource.MAX_WANTED)
                        .mapToObj(number -> one.origin().resolve("/" + number))
                        .toArray(URI[]::new));
        refresh(NOON);
        refresh(NOON.plus(ROUND));
        assertThat(node.bean(JdbcClient.class)
                        .sql("select count(*) from frontier.blocked where peer = :peer and reason = 'too_many'")
                        .param("peer", one.origin().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Watched seen(URI publisher, LocalDate day) {
        return node.bean(Watch.class)
                .since(day)
                .getOrDefault(publisher, Map.of())
                .getOrDefault(day, Watched.NEVER);
    }

    private void refresh(Instant now) throws InterruptedException {
        node.bean(RefreshMirror.class).refresh(now);
    }

    private static TestPublisher publisher() {
        try {
            return new TestPublisher().answer(200, "something");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
