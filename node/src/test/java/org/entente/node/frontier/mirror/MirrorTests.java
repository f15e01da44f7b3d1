package org.entente.node.frontier.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entente.node.TestNode;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.FetchOutcome.Fetched;
import org.entente.node.frontier.FetchOutcome.Reason;
import org.entente.node.frontier.FetchOutcome.Unavailable;
import org.entente.node.frontier.Frontier;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.frontier.TestPublisher;
import org.entente.node.kernel.Origins;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MirrorTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private TestNode node;
    private Mirror mirror;
    private TestPublisher publisher;
    private URI address;

    @BeforeAll
    void start() {
        node = TestNode.government("gaspe", Map.of("entente.frontier.mirror-every", "1h"));
        mirror = node.bean(Mirror.class);
        awaitFirstRun();
    }

    /** The job runs once when the node starts, and then not for an hour. */
    private void awaitFirstRun() {
        JdbcClient sql = node.bean(JdbcClient.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sql.sql("select count(*) from jobs.scheduled_tasks"
                                        + " where task_name like '%mirror%' and last_success is not null")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void publish() throws Exception {
        publisher = new TestPublisher().answer(200, "first").with("Content-Type", "text/Plain; charset=utf-8");
        address = publisher.origin().resolve("/document");
        node.bean(TestWishes.class).want(address);
    }

    @AfterEach
    void unpublish() {
        publisher.close();
    }

    @Test
    void keeps_a_copy_and_records_each_content_once() throws Exception {
        refresh(NOW);
        refresh(NOW.plusSeconds(20));
        publisher.answer(200, "second");
        refresh(NOW.plusSeconds(40));

        MirroredDocument copy = mirror.document(address).orElseThrow();
        assertThat(copy.text()).isEqualTo("second");
        assertThat(copy.contentType()).isEqualTo("text/plain");
        assertThat(copy.fetchedAt()).isEqualTo(NOW.plusSeconds(40));
        assertThat(crossings()).hasSize(2);
    }

    @Test
    @Requirement("Token Status List §12.1 no-tracking")
    void asks_the_same_whether_a_copy_is_used_or_not() throws Exception {
        refresh(NOW);
        refresh(NOW.plusSeconds(20));
        List<String> unused = publisher.requests();

        mirror.document(address);
        mirror.document(address);

        assertThat(publisher.requests()).isEqualTo(unused).containsExactly("/document", "/document");
    }

    @Test
    void what_was_fetched_is_kept_though_the_time_for_it_is_over_while_it_is_written() throws Exception {
        JdbcClient sql = node.bean(JdbcClient.class);
        Thread fetching = node.bean(TransactionOperations.class).execute(transaction -> {
            sql.sql("lock table frontier.mirror in exclusive mode").update();
            Thread started = Thread.startVirtualThread(() -> mirror.fetch(address, NOW));
            await().until(() -> sql.sql("select count(*) from pg_locks"
                                    + " where relation = 'frontier.mirror'::regclass and not granted")
                            .query(Long.class)
                            .single()
                    > 0);
            started.interrupt();
            return started;
        });
        fetching.join();
        assertThat(mirror.document(address).orElseThrow().text()).isEqualTo("first");
    }

    @Test
    void an_answer_that_is_written_late_does_not_take_the_place_of_a_newer_one() throws Exception {
        JdbcClient sql = node.bean(JdbcClient.class);
        Instant later = NOW.plusSeconds(20);
        var newer = new MirroredDocument(address, "text/plain", "second".getBytes(StandardCharsets.UTF_8), later);
        Copies copies = node.bean(Copies.class);
        CompletableFuture<FetchOutcome> late = node.bean(TransactionOperations.class)
                .execute(transaction -> {
                    sql.sql("lock table frontier.mirror in exclusive mode").update();
                    CompletableFuture<FetchOutcome> outcome =
                            CompletableFuture.supplyAsync(() -> mirror.fetch(address, NOW), Thread::startVirtualThread);
                    await().until(() -> sql.sql("select count(*) from pg_locks"
                                            + " where relation = 'frontier.mirror'::regclass and not granted")
                                    .query(Long.class)
                                    .single()
                            > 0);
                    copies.keep(newer, new Copies.Version("of the second", "", later), Optional.empty());
                    return outcome;
                });

        assertThat(late.join())
                .isInstanceOfSatisfying(
                        Fetched.class,
                        fetched -> assertThat(fetched.document().text()).isEqualTo("second"));
        assertThat(mirror.document(address).orElseThrow().text()).isEqualTo("second");
        assertThat(mirror.document(address).orElseThrow().fetchedAt()).isEqualTo(later);
    }

    @Test
    void a_round_that_began_before_somebody_fetched_brings_what_it_asked_for_after() throws Exception {
        Instant between = NOW.plusSeconds(20);
        mirror.fetch(address, between);
        publisher.answer(200, "second");
        refresh(NOW);

        assertThat(mirror.document(address).orElseThrow().text()).isEqualTo("second");
        assertThat(mirror.document(address).orElseThrow().fetchedAt()).isEqualTo(between);
    }

    @Test
    @Requirement("Token Status List §8.1 get")
    @Requirement("Token Status List §8.1 accept")
    void asks_by_get_and_names_the_media_type_of_status_lists() throws Exception {
        refresh(NOW);

        assertThat(publisher.requests()).containsExactly("/document");
        assertThat(publisher.lastMethod()).isEqualTo("GET");
        assertThat(publisher.lastAccept()).contains("application/statuslist+jwt");
    }

    @Test
    void confirms_a_version_that_it_has() throws Exception {
        publisher.with("ETag", "\"v1\"");
        refresh(NOW);
        refresh(NOW.plusSeconds(20));

        assertThat(publisher.requests()).containsExactly("/document", "/document unless \"v1\"");
        MirroredDocument copy = mirror.document(address).orElseThrow();
        assertThat(copy.text()).isEqualTo("first");
        assertThat(copy.fetchedAt()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void keeps_the_copy_and_its_time_while_the_publisher_fails() throws Exception {
        refresh(NOW);
        publisher.answer(500, "");
        refresh(NOW.plusSeconds(20));
        publisher.close();
        refresh(NOW.plusSeconds(40));

        MirroredDocument copy = mirror.document(address).orElseThrow();
        assertThat(copy.text()).isEqualTo("first");
        assertThat(copy.fetchedAt()).isEqualTo(NOW);
    }

    @Test
    void forgets_after_a_day_what_nobody_wants_any_more() throws Exception {
        refresh(NOW);
        node.bean(TestWishes.class).want();
        refresh(NOW.plus(Duration.ofDays(1)));
        assertThat(mirror.document(address)).isPresent();

        refresh(NOW.plus(Duration.ofDays(1)).plusSeconds(1));

        assertThat(mirror.document(address)).isEmpty();
    }

    @Test
    @Requirement("Security §6 inward")
    void asks_nobody_inside_a_network_and_follows_nobody() throws Exception {
        assertThat(mirror.fetch(URI.create("https://169.254.169.254/document"), NOW))
                .isEqualTo(new Unavailable(Reason.ADDRESS_REFUSED));
        assertThat(mirror.fetch(URI.create("http://perce.example/document"), NOW))
                .isEqualTo(new Unavailable(Reason.ADDRESS_REFUSED));
        publisher.answer(302, "").with("Location", "https://perce.example");
        assertThat(mirror.fetch(address, NOW)).isEqualTo(new Unavailable(Reason.REDIRECTED));
        publisher.answer(200, "x".repeat(Mirror.MAX_BYTES + 1));
        assertThat(mirror.fetch(address, NOW)).isEqualTo(new Unavailable(Reason.TOO_LONG));
    }

    @Test
    void what_was_not_taken_from_a_publisher_is_journalled_once_for_each_reason_and_day() {
        Instant day = Instant.parse("2031-05-01T08:00:00Z");
        URI inside = URI.create("https://192.168.7.7/document");
        publisher.answer(302, "").with("Location", "https://perce.example");
        for (int i = 0; i < 3; i++) {
            mirror.fetch(address, day.plusSeconds(i));
            mirror.fetch(inside, day.plusSeconds(i));
            mirror.fetch(inside.resolve("/another"), day.plusSeconds(i));
        }
        publisher.answer(404, "");
        mirror.fetch(address, day);
        assertThat(refused(day))
                .containsExactlyInAnyOrder("redirected " + publisher(), "address_refused https://192.168.7.7");

        mirror.fetch(inside, day.plus(Duration.ofDays(1)));
        assertThat(refused(day.plus(Duration.ofDays(1)))).containsExactly("address_refused https://192.168.7.7");
    }

    @Test
    void what_does_not_hold_is_journalled_once_for_each_publisher_and_day() {
        Instant day = Instant.parse("2031-06-01T08:00:00Z");
        for (int i = 0; i < 3; i++) {
            mirror.refuse(address.resolve("/" + i), "malformed", day.plusSeconds(i));
        }
        assertThat(refused(day)).containsExactly("malformed " + publisher());
    }

    private String publisher() {
        return Origins.of(address).toString();
    }

    /** The reasons and publishers of what has a leaf of that day. */
    private List<String> refused(Instant day) {
        return node.bean(JdbcClient.class)
                .sql("""
                        select b.reason || ' ' || b.peer as what from frontier.blocked b
                            join journal.leaves l on l.id = b.leaf and l.type = 'document-refused'
                        where b.at >= :day and b.at < :next""")
                .param("day", Timestamp.from(day))
                .param("next", Timestamp.from(day.plus(Duration.ofHours(12))))
                .query((row, number) -> row.getString("what"))
                .list();
    }

    @Test
    void a_publisher_of_endless_lists_crowds_out_nobody() throws Exception {
        URI[] wishes = new URI[MirrorSource.MAX_WANTED + 51];
        for (int i = 0; i < wishes.length - 1; i++) {
            wishes[i] = URI.create("https://" + "a".repeat(3) + ".invalid/list/" + i);
        }
        wishes[wishes.length - 1] = address;
        node.bean(TestWishes.class).want(wishes);
        refresh(NOW);
        assertThat(mirror.document(address)).isPresent();
    }

    private void refresh(Instant now) throws InterruptedException {
        node.bean(RefreshMirror.class).refresh(now);
    }

    private List<Crossing> crossings() {
        return node.bean(Frontier.class).crossings(Frontier.MAX_LISTED).stream()
                .filter(crossing -> crossing.address().equals(address))
                .toList();
    }
}
