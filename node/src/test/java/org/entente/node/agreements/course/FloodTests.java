package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.held.Acts;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Heard;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Whoever floods the depositary keeps nobody from acting, itself least where it stops its own part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FloodTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    @BeforeAll
    void conclusion() {
        conclude(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void a_party_that_says_too_much_in_a_day_is_refused_and_says_nothing_twice() {
        for (int i = 0; i < Waiting.MAX_A_DAY; i++) {
            assertThat(fromBritishColumbia("flood-%03d".formatted(i), Suspending.against("CA-QC", i), Instant.now()))
                    .isInstanceOf(ReceiveOutcome.Accepted.class);
        }
        assertRefused(
                fromBritishColumbia("flood-999", Suspending.against("CA-QC", 44), Instant.now()), "too_many_acts");
        assertRefused(fromBritishColumbia("flood-998", Suspending.against("CA-QC", 1), Instant.now()), "repeated");
        assertThat(held(quebec).pending()).hasSize(Waiting.MAX_A_DAY);
    }

    @Test
    @Order(2)
    void the_next_day_it_may_say_as_much_as_may_wait_at_once() {
        Instant tomorrow = Instant.now().plus(Duration.ofHours(25));
        for (int i = Waiting.MAX_A_DAY; i < Waiting.MAX_OF_PARTY; i++) {
            assertThat(fromBritishColumbia("flood-%03d".formatted(i), Suspending.against("CA-QC", i), tomorrow))
                    .isInstanceOf(ReceiveOutcome.Accepted.class);
        }
        assertRefused(fromBritishColumbia("flood-997", Suspending.against("CA-QC", 43), tomorrow), "too_many_acts");
    }

    @Test
    @Order(3)
    void nobody_chooses_a_word_for_what_it_suspends() {
        for (Target target : List.of(
                Suspending.part("CA-BC", "marie-tremblay-1990-04-12"),
                new Target(
                        "CA-BC",
                        Target.Direction.BOTH,
                        Set.of(britishColumbia.origin().resolve("/o/marie-tremblay")),
                        Set.of()))) {
            assertRefused(
                    fromBritishColumbia("chosen-1", ActJson.suspend(target, Act.Cause.OTHER), Instant.now()),
                    "unnamed");
        }
    }

    @Test
    @Order(3)
    void another_party_acts_all_the_same() {
        perform(quebec, ActJson.suspend(Suspending.part("CA-QC", TestEntentes.IDENTITY), Act.Cause.MAINTENANCE));
        awaitNumber(2, quebec, britishColumbia);
    }

    @Test
    @Order(4)
    void a_party_that_has_no_more_to_say_still_stops_its_own_whole_part() {
        ActJson.Written stop = ActJson.suspend(
                new Target("CA-BC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.KEY_COMPROMISE);
        assertThat(fromBritishColumbia("own-whole", stop, Instant.now())).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(held(quebec).chain().suspensions()).containsKey(TestEntentes.named("CA-BC.own-whole"));
        awaitNumber(3, quebec, britishColumbia);
    }

    @Test
    @Order(5)
    void nobody_lifts_as_of_longer_ago_than_the_word_can_have_been_on_its_way() {
        SignedAct lift = TestEntentes.sign(
                britishColumbia.bean(Keys.class).federation(),
                "lift-back",
                held(quebec).chain(),
                "CA-BC",
                Instant.now().minus(Duration.ofDays(8)),
                ActJson.lift(TestEntentes.named("CA-BC.own-whole")));
        assertRefused(receive(quebec, britishColumbia.origin(), Instant.now(), lift), "lapsed");
    }

    @Test
    @Order(5)
    void an_instrument_of_accession_comes_from_the_newcomer_or_with_a_partys_approval() {
        for (int i = 0; i < 3; i++) {
            TestGovernment invented = TestGovernment.create("invented-" + i, "CA-X" + i, "Ailleurs");
            SignedAct accession = accession(invented, "accede-00" + i);
            assertRefused(receive(quebec, britishColumbia.origin(), Instant.now(), accession), "not_its_own");
            assertRefused(
                    receive(quebec, URI.create("https://stranger.example"), Instant.now(), accession), "not_its_own");
        }
        assertThat(held(quebec).accessions()).isEmpty();
    }

    @Test
    @Order(6)
    void the_latest_instrument_of_a_newcomer_takes_the_place_of_its_earlier_ones() {
        TestGovernment ontario = TestGovernment.ONTARIO;
        Instant now = Instant.now();
        assertThat(receive(quebec, ontario.entity(), now, accession(ontario, "accede-on-1")))
                .isInstanceOf(ReceiveOutcome.Accepted.class);
        assertRefused(receive(quebec, ontario.entity(), now, accession(ontario, "accede-on-2")), "repeated");
        SignedAct other = TestEntentes.sign(
                ontario,
                "accede-on-3",
                held(quebec).chain(),
                "CA-ON",
                now,
                ActJson.accede(Draft.newcomer(ontario.entity(), ontario.facts(), Json.newObject())));
        assertThat(receive(quebec, ontario.entity(), now, other)).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(held(quebec).accessions()).extracting(SignedAct::id).containsExactly(TestEntentes.id("accede-on-3"));
    }

    @Test
    @Order(7)
    void what_can_never_be_ordered_any_more_is_forgotten() {
        int before = held(quebec).pending().size();
        quebec.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            quebec.bean(Ledger.class).open();
            quebec.bean(Waiting.class).sweep(NAME, Instant.now().plus(Duration.ofDays(29)));
        });
        assertThat(held(quebec).pending()).hasSize(before);
        quebec.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            quebec.bean(Ledger.class).open();
            quebec.bean(Waiting.class).sweep(NAME, Instant.now().plus(Duration.ofDays(32)));
        });
        assertThat(held(quebec).pending()).extracting(SignedAct::id).containsExactly(TestEntentes.id("accede-on-3"));
    }

    @Test
    @Order(8)
    void what_a_party_stopped_by_keys_that_were_given_up_with_a_history_is_not_forgotten() {
        TestGovernment other = TestGovernment.at(britishColumbia.origin(), "CA-BC", "Colombie-Britannique");
        EntenteState state = held(quebec).chain();
        Instant now = Instant.now();
        ActJson.Written own =
                ActJson.suspend(Suspending.part("CA-BC", TestEntentes.IDENTITY), Act.Cause.KEY_COMPROMISE);
        quebec.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            quebec.bean(Ledger.class).open();
            Acts acts = quebec.bean(Acts.class);
            acts.add(NAME, TestEntentes.sign(other, "own-other", state, "CA-BC", now, own), other.entity(), now);
            acts.add(
                    NAME,
                    TestEntentes.sign(other, "leaves-1", state, "CA-BC", now, ActJson.withdraw()),
                    other.entity(),
                    now);
            quebec.bean(Waiting.class).sweep(NAME, now);
        });
        assertThat(held(quebec).pending())
                .extracting(SignedAct::id)
                .contains(TestEntentes.id("own-other"))
                .doesNotContain(TestEntentes.id("leaves-1"));
        assertThat(held(quebec).state().suspensions()).containsKey(TestEntentes.named("CA-BC.own-other"));
    }

    @Test
    @Order(9)
    void what_was_first_seen_in_a_transition_is_known_since_then_whatever_time_its_party_wrote() {
        Held before = held(quebec);
        Instant ordered = before.chain().at().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        SignedAct act = TestEntentes.sign(
                quebec.bean(Keys.class).federation(),
                "dated-back",
                before.chain(),
                "CA-QC",
                ordered.minus(Duration.ofDays(365)),
                ActJson.suspend(Suspending.part("CA-QC", TestEntentes.IDENTITY), Act.Cause.MAINTENANCE));
        Transition transition = Transition.order(
                quebec.bean(Keys.class).federation(),
                before.chain(),
                new Transition.Content.Acts(List.of(act)),
                ordered);
        quebec.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            quebec.bean(Ledger.class).open();
            Acts acts = quebec.bean(Acts.class);
            acts.markOrdered(NAME, transition, ordered.plus(Duration.ofHours(1)));
            acts.waitAgain(NAME, before.chain().number());
        });
        assertThat(held(quebec).waiting())
                .filteredOn(heard -> heard.act().id().equals(TestEntentes.id("dated-back")))
                .extracting(Heard::at)
                .containsExactly(ordered);
    }

    @Test
    @Order(10)
    void a_party_stops_its_part_again_though_nobody_has_heard_that_it_had_lifted_that() {
        ActJson.Written stop = ActJson.suspend(Suspending.part("CA-BC", TestEntentes.IDENTITY), Act.Cause.MAINTENANCE);
        String first = unheard(stop);
        unheard(ActJson.lift(first));
        assertThat(held(britishColumbia).state().suspensions()).doesNotContainKey(first);
        String second = unheard(stop);
        assertThat(held(britishColumbia).state().suspensions()).containsKey(second);

        ActJson.Written other =
                ActJson.suspend(Suspending.part("CA-BC", TestEntentes.RESIDENCE), Act.Cause.MAINTENANCE);
        String ordered = perform(britishColumbia, other);
        await().atMost(PATIENCE)
                .until(() -> held(britishColumbia).chain().suspensions().containsKey(ordered));
        unheard(ActJson.lift(ordered));
        String again = unheard(other);
        assertThat(held(britishColumbia).state().suspensions()).containsKey(again);
    }

    /** What British Columbia does, of which its node tells nobody. */
    private String unheard(ActJson.Written act) {
        return britishColumbia.bean(TransactionOperations.class).execute(transaction -> {
            String name = perform(britishColumbia, act);
            britishColumbia
                    .bean(JdbcClient.class)
                    .sql("delete from frontier.outbox where type = 'entente-act'")
                    .update();
            return name;
        });
    }

    private SignedAct accession(TestGovernment newcomer, String id) {
        return TestEntentes.sign(
                newcomer, id, held(quebec).chain(), newcomer.key(), Instant.now(), TestEntentes.accession(newcomer));
    }

    private ReceiveOutcome fromBritishColumbia(String id, ActJson.Written act, Instant now) {
        Signer signer = britishColumbia.bean(Keys.class).federation();
        SignedAct signed = TestEntentes.sign(signer, id, held(quebec).chain(), "CA-BC", now, act);
        return receive(quebec, britishColumbia.origin(), now, signed);
    }

    private static ReceiveOutcome receive(TestNode at, URI sender, Instant now, SignedAct act) {
        ObjectNode body = Json.newObject();
        body.putArray("acts").add(act.jws());
        return at.bean(TransactionOperations.class).execute(transaction -> {
            ReceiveOutcome outcome = at.bean(ActReceiver.class).receive(sender, body, now);
            if (outcome instanceof ReceiveOutcome.Refused) {
                transaction.setRollbackOnly();
            }
            return outcome;
        });
    }

    private static void assertRefused(ReceiveOutcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReceiveOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
