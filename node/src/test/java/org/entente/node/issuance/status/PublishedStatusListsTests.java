package org.entente.node.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.node.TestNode;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.Organisation;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedStatusListsTests {
    private static final FamilyHandle FAMILY =
            FamilyHandle.parse("A".repeat(43)).orElseThrow();

    private TestNode node;
    private TestHolder holder;
    private Organisation issuer;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        holder = new TestHolder(node);
        issuer = node.bean(Issuers.class).require(TestIssuer.ORGANISATION);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Requirement("Token Status List §5.1 exp-ttl")
    @Requirement("Token Status List §8.2 media-type")
    @Requirement("HAIP 1.0 §6.1 status-x5c")
    void a_list_has_a_million_places_and_may_be_kept_for_its_time_to_live() {
        HttpResponse<String> response = holder.get("/o/registrar/status/1");
        CompactJws token = StatusListToken.parse(response.body());

        assertThat(response.headers().firstValue("Content-Type")).contains(StatusListToken.MEDIA_TYPE);
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=60, public");
        assertThat(token.claims().path("ttl").longValue()).isEqualTo(60);
        assertThat(token.certificates()).hasSize(1);
        assertThat(response.body().length()).isLessThan(4096);
    }

    @Test
    void a_reader_who_has_the_list_already_is_told_so() {
        String tag =
                holder.get("/o/registrar/status/1").headers().firstValue("ETag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(URI.create(node.address() + "/o/registrar/status/1"))
                .header("If-None-Match", tag)
                .build();

        HttpResponse<String> response = TestOAuthClient.send(again);
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/o/registrar/status/0",
                "/o/registrar/status/99",
                "/o/registrar/status/-1",
                "/o/registrar/status/first",
                "/o/registrar/status/99999999999",
                "/o/nobody/status/1",
                "/o/nobody/status"
            })
    void there_is_no_list_at_another_address(String path) {
        assertThat(holder.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement("Token Status List §12.5 random")
    @Requirement("HAIP 1.0 §6.1 index")
    void places_are_spread_over_all_lists_and_each_is_given_once() {
        List<StatusReference> places =
                node.bean(Statuses.class).allocate(issuer, FAMILY, 400, List.of(), Instant.now());

        assertThat(places).doesNotHaveDuplicates().hasSize(400);
        assertThat(places.stream().map(StatusReference::uri).distinct()).hasSize(4);
        assertThat(places.stream()
                        .map(StatusReference::index)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0))
                .isGreaterThan(StatusLists.SIZE / 2);
    }

    @Test
    @Requirement("Token Status List §13.2 double-allocation")
    void a_taken_place_is_not_given_again() {
        StatusEntries entries = node.bean(StatusEntries.class);
        var taken = new StatusEntries.Draw(0, 77);
        var free = new StatusEntries.Draw(0, 78);

        assertThat(entries.take("registrar", FAMILY, List.of(taken), Instant.now()))
                .containsExactly(new Place(1, 77));
        assertThat(entries.take("registrar", FAMILY, List.of(taken, free, free), Instant.now()))
                .containsExactly(new Place(1, 78));
    }

    @Test
    void lists_are_signed_again_before_they_expire() {
        String before = holder.get("/o/registrar/status/2").body();
        Instant later = Instant.now().plus(Duration.ofHours(7));

        node.bean(MaintainStatusLists.class).maintain(later);

        String after = holder.get("/o/registrar/status/2").body();
        assertThat(after).isNotEqualTo(before);
        assertThat(CompactJws.parse(after).claims().path("exp").longValue())
                .isEqualTo(later.plus(Duration.ofHours(24)).getEpochSecond());
    }

    @Test
    void a_closed_list_is_published_until_the_last_copy_has_expired_and_its_number_is_not_given_again() {
        try (TestNode other = TestIssuer.start()) {
            TestHolder reader = new TestHolder(other);
            JdbcClient jdbc = other.bean(JdbcClient.class);
            StatusEntries entries = other.bean(StatusEntries.class);
            StatusLists lists = other.bean(StatusLists.class);
            MaintainStatusLists maintain = other.bean(MaintainStatusLists.class);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            LocalDate end = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(10);
            jdbc.sql("""
                            insert into issuance.families
                                (organisation, handle, configuration, issued_on, expires_on, leaf, salt)
                            values ('registrar', :handle, 'proof-of-identity', :end - 10, :end, gen_random_uuid(), '')
                            """).param("handle", FAMILY.bytes()).param("end", end).update();
            assertThat(entries.take("registrar", FAMILY, List.of(new StatusEntries.Draw(3, 7)), Instant.now()))
                    .extracting(Place::list)
                    .containsExactly(4);
            lists.close("registrar", 4, now);

            maintain.maintain(now.plus(Duration.ofDays(10)));
            assertThat(reader.get("/o/registrar/status/4").statusCode()).isEqualTo(200);
            assertThat(lists.numbers("registrar")).contains(4);

            maintain.maintain(now.plus(Duration.ofDays(12)));
            assertThat(reader.get("/o/registrar/status/4").statusCode()).isEqualTo(404);
            assertThat(reader.get("/o/registrar/status").body()).doesNotContain("/status/4\"");
            assertThat(lists.numbers("registrar")).containsExactly(1, 2, 3, 5);
            assertThat(entries.count("registrar", 4)).isZero();

            lists.close("registrar", 5, now);
            maintain.maintain(now.plus(Duration.ofDays(14)));
            assertThat(lists.numbers("registrar")).containsExactly(1, 2, 3, 6);
        }
    }

    @Test
    void a_list_that_is_half_full_gets_a_successor_which_is_used_when_readers_know_it() {
        try (TestNode other = TestIssuer.start()) {
            JdbcClient jdbc = other.bean(JdbcClient.class);
            jdbc.sql("""
                            insert into issuance.status_entries (organisation, list, index, handle)
                            select 'registrar', 1, n, '\\x00' from generate_series(1, 524288) as n
                            """).update();
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            StatusLists lists = other.bean(StatusLists.class);

            other.bean(MaintainStatusLists.class).maintain(now);

            assertThat(lists.numbers("registrar")).containsExactly(1, 2, 3, 4, 5);
            assertThat(used(other, 0, now)).containsExactly(1, 2, 3, 4);
            assertThat(used(other, 1, now.plus(Duration.ofHours(1)))).containsExactly(1, 2, 3, 4, 5);
            jdbc.sql("""
                            insert into issuance.status_entries (organisation, list, index, handle)
                            select 'registrar', 1, n, '\\x00' from generate_series(524289, 786432) as n
                            """).update();
            other.bean(MaintainStatusLists.class).maintain(now);
            assertThat(used(other, 2, now)).containsExactly(2, 3, 4);

            jdbc.sql("update issuance.status_lists set full_since = case when list > 1 then now() end where list < 5")
                    .update();
            other.bean(MaintainStatusLists.class).maintain(now);
            assertThat(used(other, 3, now)).as("at once, as no other has room").containsExactly(5, 6, 7, 8);
        }
    }

    /** The lists in which copies get a place, by draws for each of a hundred lists at an index of their own. */
    private static List<Integer> used(TestNode node, int index, Instant now) {
        List<StatusEntries.Draw> draws = IntStream.range(0, 100)
                .mapToObj(list -> new StatusEntries.Draw(list, 900_000 + index))
                .toList();
        return node.bean(StatusEntries.class).take("registrar", FAMILY, draws, now).stream()
                .map(Place::list)
                .toList();
    }
}
