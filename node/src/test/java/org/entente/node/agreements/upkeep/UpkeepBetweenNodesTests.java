package org.entente.node.agreements.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.conclude.ReviseEntente;
import org.entente.node.agreements.held.Shortfall;
import org.entente.node.agreements.held.Shortfalls;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Québec sees how British Columbia keeps clause 6.1: 995 hours in 1,000, and an answer to an incident within 24 hours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpkeepBetweenNodesTests {
    private static final String CLAUSE = "6.1";
    private static final Duration DAY = Duration.ofDays(1);

    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    /** Under version 2, of what was suspended under version 1. */
    private Incident ofFirstVersion;

    @BeforeAll
    void inForce() {
        conclude(quebec, britishColumbia);
        String suspension = suspend(Act.Cause.KEY_COMPROMISE, Target.Direction.ISSUANCE);
        amend();
        ofFirstVersion = incidents().getFirst();
        lift(suspension);
        // What it notes is what these tests have it look at.
        quebec.pause();
    }

    @AfterEach
    void forget() {
        JdbcClient sql = quebec.bean(JdbcClient.class);
        sql.sql("delete from frontier.watched").update();
        sql.sql("delete from agreements.shortfalls").update();
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    void a_party_that_was_away_for_longer_than_allowed_falls_short_until_the_days_are_over() {
        Instant start = Instant.now();
        long missed = leaves("service-level-missed");
        long keptAgain = leaves("service-level-kept-again");
        seen(1, DAY, Duration.ofHours(3));
        judge(start.plus(DAY));
        assertThat(seen(start).watched().perMille()).isEqualTo(875);
        assertThat(shortfalls())
                .as("three hours of a day, of the 3 h 36 min of thirty")
                .isEmpty();

        seen(2, DAY, Duration.ofHours(1));
        judge(start.plus(DAY.multipliedBy(2)));
        judge(start.plus(DAY.multipliedBy(3)));
        assertThat(shortfalls()).singleElement().satisfies(shortfall -> {
            assertThat(shortfall.what()).isEqualTo(new Shortfall.What("CA-BC", Shortfall.Kind.AVAILABILITY, CLAUSE));
            assertThat(shortfall.ended()).isEmpty();
        });
        assertThat(leaves("service-level-missed")).isEqualTo(missed + 1);

        judge(start.plus(DAY.multipliedBy(32)));
        assertThat(shortfalls())
                .singleElement()
                .satisfies(shortfall -> assertThat(shortfall.ended()).isPresent());
        assertThat(leaves("service-level-kept-again")).isEqualTo(keptAgain + 1);
    }

    @Test
    void what_is_exactly_allowed_is_kept_and_a_minute_more_is_not() {
        Instant later = Instant.now().plus(DAY.multipliedBy(2));
        seen(1, DAY, Duration.ofMinutes(216));
        assertThat(seen(later).isShort()).isFalse();
        seen(2, DAY, Duration.ofMinutes(1));
        assertThat(seen(later).isShort()).isTrue();
    }

    @Test
    void of_the_day_of_the_entry_into_force_nothing_counts() {
        seen(0, DAY, DAY);
        assertThat(seen(Instant.now()).isMeasured()).isFalse();
        assertThat(seen(Instant.now()).isShort()).isFalse();
    }

    @Test
    void an_incident_is_to_be_answered_in_time_and_its_end_answers_it() {
        String suspension = suspend(Act.Cause.KEY_COMPROMISE, Target.Direction.ISSUANCE);
        Incident incident = incidents().getFirst();
        assertThat(incident.party().key()).isEqualTo("CA-BC");
        assertThat(incident.due()).isEqualTo(incident.suspension().since().plus(24, ChronoUnit.HOURS));

        judge(incident.due());
        assertThat(shortfalls()).isEmpty();
        judge(incident.due().plusMillis(1));
        judge(incident.due().plusSeconds(60));
        assertThat(shortfalls())
                .singleElement()
                .satisfies(shortfall -> assertThat(shortfall.what())
                        .isEqualTo(new Shortfall.What("CA-BC", Shortfall.Kind.INCIDENT, suspension)));

        lift(suspension);
        judge(incident.due().plusSeconds(120));
        assertThat(shortfalls())
                .singleElement()
                .satisfies(shortfall -> assertThat(shortfall.ended()).isPresent());
    }

    @Test
    void what_a_party_says_later_of_its_own_part_answers_and_maintenance_is_no_incident() {
        String first = suspend(Act.Cause.ERROR_IN_ISSUANCE, Target.Direction.ISSUANCE);
        Incident incident = incidents().getFirst();
        assertThat(incident.answered()).isFalse();
        String second = suspend(Act.Cause.MAINTENANCE, Target.Direction.ACCEPTANCE);

        assertThat(incidents())
                .singleElement()
                .satisfies(one -> assertThat(one.answered()).isTrue());
        judge(incident.due().plusSeconds(60));
        assertThat(shortfalls()).isEmpty();
        lift(second);
        lift(first);
    }

    @Test
    void what_a_next_version_promises_it_promises_from_its_entry_into_force() {
        Instant entry = held(quebec).transitions().stream()
                .map(recorded -> recorded.transition())
                .filter(transition -> transition.content() instanceof Transition.Content.EntryIntoForce)
                .map(Transition::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(held(quebec).entente().version()).isEqualTo(2);
        assertThat(ofFirstVersion.suspension().since()).isBefore(entry);
        assertThat(ofFirstVersion.due()).isEqualTo(entry.plus(24, ChronoUnit.HOURS));
    }

    /** Version 2 in place of version 1. */
    private void amend() {
        ObjectNode next = TestParties.draft(quebec, britishColumbia);
        next.putObject("notice").put("fr", "Une autre version.").put("en", "Another version.");
        String inForce = held(quebec).entente().hash();
        assertThat(quebec.bean(ReviseEntente.class).propose(NAME, inForce, next, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE).until(() -> held(britishColumbia).talks().isPresent());
        TestParties.agree(britishColumbia, NAME);
        await().atMost(PATIENCE).until(() -> TestParties.talks(quebec, NAME).isAgreed());
        TestParties.sign(quebec, NAME);
        TestParties.sign(britishColumbia, NAME);
        for (TestNode node : List.of(quebec, britishColumbia)) {
            await().atMost(PATIENCE).until(() -> !held(node).entente().hash().equals(inForce));
        }
    }

    private void seen(int daysFromToday, Duration watched, Duration missed) {
        quebec.bean(JdbcClient.class)
                .sql("insert into frontier.watched values (:publisher, :day, :watched, :missed)")
                .param("publisher", britishColumbia.origin().toString())
                .param("day", LocalDate.now(ZoneOffset.UTC).plusDays(daysFromToday))
                .param("watched", watched.toMillis())
                .param("missed", missed.toMillis())
                .update();
    }

    private Upkeep upkeep(Instant now) {
        return quebec.bean(JudgeUpkeep.class).upkeep(held(quebec), now).orElseThrow();
    }

    private Upkeep.Seen seen(Instant now) {
        List<Upkeep.Seen> all = upkeep(now).parties();
        assertThat(all).extracting(seen -> seen.party().entity()).isEqualTo(List.<URI>of(britishColumbia.origin()));
        return all.getFirst();
    }

    private List<Incident> incidents() {
        return upkeep(Instant.now()).incidents();
    }

    private String suspend(Act.Cause cause, Target.Direction direction) {
        String id =
                perform(britishColumbia, ActJson.suspend(new Target("CA-BC", direction, Set.of(), Set.of()), cause));
        await().atMost(PATIENCE).until(() -> held(quebec).state().suspensions().containsKey(id));
        return id;
    }

    private void lift(String suspension) {
        perform(britishColumbia, ActJson.lift(suspension));
        await().atMost(PATIENCE).until(() -> !held(quebec).state().suspensions().containsKey(suspension));
    }

    private void judge(Instant now) {
        quebec.bean(JudgeUpkeep.class).judge(now);
    }

    private List<Shortfall> shortfalls() {
        return quebec.bean(Shortfalls.class).of(NAME, 10);
    }

    private long leaves(String kind) {
        return quebec.bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }
}
