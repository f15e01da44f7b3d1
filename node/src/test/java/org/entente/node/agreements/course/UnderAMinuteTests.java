package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.rule;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A suspension counts everywhere in under a minute, with the settings that a node has of itself: by message, and where every
 * message is lost, by what the other publishes. Measured by what both nodes recorded.
 */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderAMinuteTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ROUNDS = 2;

    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    private static TestNode government(String place, String code) {
        return TestNode.government(place, Map.of("entente.node.jurisdiction.code", code));
    }

    @BeforeAll
    void inForce() {
        conclude(quebec, britishColumbia);
        await().atMost(MINUTE).until(() -> rule(britishColumbia, britishColumbia, quebec) instanceof Ruling.Permitted);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    void a_party_an_issuer_and_a_type_are_suspended_within_a_minute_by_message(TestReporter reporter) {
        report(reporter, "by message", measure(false));
    }

    @Test
    void and_where_every_message_is_lost_by_what_the_party_publishes(TestReporter reporter) {
        report(reporter, "every message lost", measure(true));
    }

    private static void report(TestReporter reporter, String how, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        reporter.publishEntry(
                how,
                "%d suspensions; median %d ms, longest %d ms"
                        .formatted(
                                sorted.size(),
                                sorted.get(sorted.size() / 2).toMillis(),
                                sorted.getLast().toMillis()));
        assertThat(sorted.getLast()).isLessThan(MINUTE);
    }

    /** How long each takes from Québec's signature until British Columbia has recorded it and refuses. */
    private List<Duration> measure(boolean unheard) {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Target target : targets()) {
                String suspension = perform(ActJson.suspend(target, Act.Cause.KEY_COMPROMISE), unheard);
                await().atMost(MINUTE).pollInterval(Duration.ofMillis(50)).until(this::isRefused);
                // A party's own suspension counts here already when it is heard of; measured is until it is ordered and
                // recorded.
                await().atMost(MINUTE).until(() -> recorded(suspension).isPresent());
                times.add(taken(recorded(suspension).orElseThrow()));
                perform(ActJson.lift(suspension), false);
                await().atMost(MINUTE).until(() -> !isRefused());
            }
        }
        return times;
    }

    private boolean isRefused() {
        return rule(britishColumbia, britishColumbia, quebec) instanceof Ruling.Refused refused
                && refused.step() == RulingStep.STANDING;
    }

    private Optional<Recorded> recorded(String suspension) {
        return held(britishColumbia).transitions().reversed().stream()
                .filter(one ->
                        one.transition().acts().stream().map(SignedAct::name).anyMatch(suspension::equals))
                .findFirst();
    }

    private static Duration taken(Recorded recorded) {
        return Duration.between(recorded.transition().acts().getFirst().at(), recorded.at());
    }

    private List<Target> targets() {
        URI issuer = URI.create(quebec.origin() + "/o/registrar");
        return List.of(
                new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of()),
                new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(issuer), Set.of()),
                new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.IDENTITY)));
    }

    private String perform(ActJson.Written act, boolean unheard) {
        return quebec.bean(TransactionOperations.class).execute(transaction -> {
            String name = TestParties.perform(quebec, act);
            if (unheard) {
                quebec.bean(JdbcClient.class).sql("delete from frontier.outbox").update();
            }
            return name;
        });
    }
}
