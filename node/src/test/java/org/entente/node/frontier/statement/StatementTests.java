package org.entente.node.frontier.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.frontier.Frontier;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.CompactJws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementTests {
    private final HttpClient client = HttpClient.newHttpClient();
    private TestNode node;
    private SignStatements signStatements;
    private LocalDate today;

    @BeforeEach
    void start() {
        node = TestNode.government("gaspe", Map.of("entente.frontier.mirror-every", "1h"));
        signStatements = node.bean(SignStatements.class);
        today = SignStatements.dayOf(Instant.now());
        node.bean(Frontier.class)
                .published(
                        URI.create(node.origin() + "/tides"),
                        "application/json",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> signStatements.of(today, Instant.now()).isPresent());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void of_the_present_day_it_says_what_crossed_so_far() throws Exception {
        CompactJws statement =
                CompactJws.parse(get("/api/frontier/statements/" + today).body());

        assertThat(statement.isSignedBy(node.bean(Keys.class).federation().publicKey()))
                .isTrue();
        assertThat(statement.claims().path("complete").booleanValue()).isFalse();
        assertThat(statement.claims().path("personal_information").booleanValue())
                .isFalse();
        assertThat(count(statement, "application/json")).isEqualTo(1);
        assertThat(statement.claims().path("message_types").has("entente-act")).isTrue();
    }

    @Test
    void of_the_present_day_the_same_is_signed_once_and_what_crosses_since_makes_another() {
        Instant now = Instant.now();
        String first = signStatements.of(today, now).orElseThrow();
        assertThat(signStatements.of(today, now.plusSeconds(5))).contains(first);

        node.bean(Frontier.class)
                .published(
                        URI.create(node.origin() + "/tides/2"),
                        "application/json",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        now);
        String second = signStatements.of(today, now.plusSeconds(6)).orElseThrow();
        assertThat(count(CompactJws.parse(second), "application/json")).isEqualTo(2);
    }

    @Test
    void a_day_is_stated_once_when_it_is_over() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String soFar = signStatements.of(today, Instant.now()).orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> signStatements.signDaysThatAreOver(tomorrow) == 1
                        || signStatements.of(today, tomorrow).isPresent());
        String stated = signStatements.of(today, tomorrow).orElseThrow();

        assertThat(signStatements.signDaysThatAreOver(tomorrow)).isZero();
        assertThat(signStatements.of(today, tomorrow)).contains(stated);
        assertThat(CompactJws.parse(stated).claims().path("complete").booleanValue())
                .isTrue();
        assertThat(CompactJws.parse(soFar).claims().path("complete").booleanValue())
                .isFalse();
    }

    @Test
    void a_day_is_not_stated_before_it_is_over() {
        Instant beforeMidnight = today.plusDays(1)
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1);

        assertThat(signStatements.signDaysThatAreOver(beforeMidnight)).isZero();
        assertThat(signStatements.signDaysThatAreOver(beforeMidnight.plusSeconds(2)))
                .isZero();
    }

    @Test
    void days_that_were_left_are_made_up_for() {
        Instant later = Instant.now().plus(Duration.ofDays(4));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> signStatements.signDaysThatAreOver(later) == 4
                        || signStatements.of(today.plusDays(3), later).isPresent());
        assertThat(signStatements.of(today.plusDays(2), later)).isPresent();
        assertThat(signStatements.of(today.plusDays(5), later)).isEmpty();
    }

    @Test
    void two_at_once_state_a_day_once() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            int signed = Stream.generate(() -> tomorrow)
                    .limit(8)
                    .parallel()
                    .mapToInt(signStatements::signDaysThatAreOver)
                    .sum();
            assertThat(signed).isLessThanOrEqualTo(1);
            return signed == 1;
        });
    }

    @Test
    void there_is_none_of_a_day_to_come_or_of_no_day() throws Exception {
        assertThat(get("/api/frontier/statements/" + today.plusDays(1)).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/frontier/statements/" + today.minusDays(1)).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/frontier/statements/the-day").statusCode()).isEqualTo(404);
        assertThat(get("/fr/frontier/statements/the-day").statusCode()).isEqualTo(404);
        assertThat(get("/api/frontier/statements/+999999999-12-31").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(node.address() + path)).build(), BodyHandlers.ofString());
    }

    private static long count(CompactJws statement, String type) {
        return statement
                .claims()
                .path("crossings")
                .valueStream()
                .filter(one -> one.path("type").asString("").equals(type))
                .mapToLong(one -> one.path("count").asLong(0))
                .sum();
    }
}
