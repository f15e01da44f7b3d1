package org.entente.node.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.accede;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.entrust;
import static org.entente.node.agreements.TestParties.entrusting;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.perform;
import static org.entente.node.agreements.TestParties.rule;
import static org.entente.node.agreements.TestParties.takeAndOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.schedule.Liar;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One entente's life between three real nodes and a second process, without a council. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EntenteBetweenNodesTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final TestNode twin = britishColumbia.twin();
    private final TestNode ontario = government("ontario", "CA-ON");

    /** Québec’s suspension of its own part, to be lifted. */
    private String lifted = "";

    @BeforeAll
    void conclusion() {
        conclude(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        ontario.close();
        twin.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void is_in_force_on_both_nodes_with_the_same_hash_and_pins_their_keys() {
        assertThat(hashes(quebec, britishColumbia, twin)).hasSize(1);
        assertThat(held(britishColumbia).signatures().areComplete()).isTrue();
        assertThat(held(britishColumbia).inStep()).isTrue();
        assertThat(rule(britishColumbia, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
        assertThat(rule(quebec, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
        assertThat(britishColumbia.bean(Agreements.class).sectors(Instant.now()))
                .containsExactlyInAnyOrder("ca-bc-arrival", "ca-qc-civil-status");
        assertThat(britishColumbia.bean(Agreements.class).authoritiesOf(quebec.origin(), Instant.now()))
                .hasSize(1);
        await().atMost(PATIENCE).until(() -> held(quebec).standings().containsKey("CA-BC"));
        assertThat(held(quebec).standings().values()).allMatch(held(quebec)::agreesWith);
    }

    @Test
    @Order(2)
    void a_party_that_suspends_itself_is_believed_at_once_in_every_process_and_soon_everywhere() {
        String suspension = perform(
                britishColumbia,
                ActJson.suspend(new Target("CA-BC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE));
        assertRefusedAt(RulingStep.STANDING, rule(britishColumbia, britishColumbia, quebec));
        assertRefusedAt(RulingStep.STANDING, rule(twin, britishColumbia, quebec));
        awaitStanding(quebec);
        awaitNumber(2, quebec, britishColumbia);
        assertRefusedAt(RulingStep.STANDING, rule(quebec, britishColumbia, quebec));
        perform(britishColumbia, ActJson.lift(suspension));
        awaitNumber(3, quebec, britishColumbia);
        assertThat(rule(britishColumbia, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
        assertThat(hashes(quebec, britishColumbia, twin)).hasSize(1);
    }

    @Test
    @Order(3)
    void the_depositary_suspends_one_type_of_its_own_and_lifts_it() {
        String suspension = perform(
                quebec,
                ActJson.suspend(
                        new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.IDENTITY)),
                        Act.Cause.ERROR_IN_ISSUANCE));
        awaitStanding(britishColumbia);
        awaitNumber(4, quebec, britishColumbia);
        assertRefusedAt(RulingStep.STANDING, rule(britishColumbia, britishColumbia, quebec));
        perform(quebec, ActJson.lift(suspension));
        awaitNumber(5, quebec, britishColumbia);
        assertThat(rule(britishColumbia, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    @Order(4)
    void a_third_government_accedes_and_its_credentials_are_accepted_without_a_restart() {
        assertRefusedAt(RulingStep.ISSUER, rule(britishColumbia, britishColumbia, ontario));
        introduce(quebec, ontario);
        introduce(britishColumbia, ontario);
        accede(ontario, britishColumbia, quebec);
        awaitNumber(6, quebec, britishColumbia, ontario);
        assertThat(hashes(quebec, britishColumbia, twin, ontario)).hasSize(1);
        assertThat(rule(britishColumbia, britishColumbia, ontario)).isInstanceOf(Ruling.Permitted.class);
        assertThat(held(ontario).part()).isEqualTo(Part.SIGNED);
        assertThat(britishColumbia.bean(Trust.class).keysOf(ontario.origin(), Instant.now()))
                .isPresent();
    }

    @Test
    @Order(5)
    void a_party_entrusts_one_with_ordering_and_no_other_in_the_same_place() {
        String head = held(britishColumbia).chain().head();
        String first = perform(britishColumbia, ActJson.entrust("CA-ON", head));
        assertThat(perform(britishColumbia, ActJson.entrust("CA-ON", head))).isEqualTo(first);
        assertThatThrownBy(() -> perform(britishColumbia, ActJson.entrust("CA-BC", head)))
                .hasMessage("REPEATED");
    }

    @Test
    @Order(6)
    void the_newcomer_acts_as_every_party_does() {
        perform(
                ontario,
                ActJson.suspend(
                        new Target("CA-ON", Target.Direction.ISSUANCE, Set.of(), Set.of()), Act.Cause.KEY_COMPROMISE));
        awaitNumber(7, quebec, britishColumbia, ontario);
        assertRefusedAt(RulingStep.STANDING, rule(britishColumbia, britishColumbia, ontario));
        assertThat(rule(britishColumbia, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
        perform(ontario, ActJson.withdraw());
        awaitNumber(8, quebec, britishColumbia, ontario);
        assertThat(held(quebec).chain().member("CA-ON").orElseThrow().isLeaving())
                .isTrue();
        assertThat(hashes(quebec, britishColumbia, ontario)).hasSize(1);
    }

    @Test
    @Order(7)
    void the_depositary_says_where_it_stands_only_after_the_transition_that_took_it_there() {
        Map<String, Integer> sent = new HashMap<>();
        int standings = 0;
        for (SentMessage message : SentMessage.all(quebec)) {
            if (message.type().equals("entente-transition")) {
                String transition = message.body().path("transition").stringValue();
                sent.merge(message.recipient(), Transition.parse(transition).number(), Math::max);
            } else if (message.type().equals("entente-standing")) {
                standings++;
                String last = message.body().path("transition").stringValue();
                assertThat(sent.get(message.recipient()))
                        .isEqualTo(Transition.parse(last).number());
            }
        }
        assertThat(standings).isEqualTo(8 + 3);
    }

    @Test
    @Order(8)
    void parties_entrust_another_with_ordering_and_it_passes_on_by_messages_alone() {
        entrust("CA-BC", britishColumbia, ontario);
        awaitNumber(9, quebec, britishColumbia, ontario);
        for (TestNode node : List.of(quebec, britishColumbia, ontario)) {
            assertThat(held(node).chain().depositary().key()).isEqualTo("CA-BC");
        }
        lifted = perform(
                quebec,
                ActJson.suspend(
                        new Target("CA-QC", Target.Direction.ACCEPTANCE, Set.of(), Set.of()), Act.Cause.MAINTENANCE));
        awaitNumber(10, quebec, britishColumbia, ontario);
        assertThat(hashes(quebec, britishColumbia, twin, ontario)).hasSize(1);
        entrust("CA-QC", quebec, britishColumbia);
        awaitNumber(11, quebec, britishColumbia, ontario);
    }

    @Test
    @Order(9)
    void what_a_former_depositary_goes_on_to_order_gives_way_to_what_the_majority_decided() {
        EntenteState before = held(britishColumbia).chain();
        perform(quebec, ActJson.lift(lifted));
        awaitNumber(12, quebec, britishColumbia, ontario);
        Transition takeOver = Transition.order(
                britishColumbia.bean(Keys.class).federation(),
                before,
                new Transition.Content.Acts(List.of(entrusting(britishColumbia, before), entrusting(ontario, before))),
                Instant.now());
        takeAndOrder(britishColumbia, takeOver);
        await().atMost(PATIENCE)
                .until(() -> hashes(quebec, britishColumbia, twin, ontario).size() == 1
                        && held(quebec).chain().number() == 13);
        for (TestNode node : List.of(quebec, britishColumbia, ontario)) {
            assertThat(held(node).hashAt(12)).contains(takeOver.hash());
            assertThat(held(node).chain().suspensions()).doesNotContainKey(lifted);
            await().atMost(PATIENCE).until(() -> held(node).inStep());
            Transition again = Transition.order(
                    britishColumbia.bean(Keys.class).federation(), before, takeOver.content(), Instant.now());
            assertThatThrownBy(() -> takeAndOrder(node, again)).hasMessage("the transition does not hold");
        }
    }

    @Test
    @Order(10)
    void a_party_that_lies_and_one_that_repeats_everything_change_nothing() {
        List<TestNode> all = List.of(quebec, britishColumbia, ontario);
        List<EntenteState> before = all.stream().map(node -> held(node).chain()).toList();
        for (long seed = 1; seed <= 3; seed++) {
            Liar liar = new Liar(ontario, seed);
            liar.repeat(all);
            assertThat(liar.lie(List.of(quebec, britishColumbia)))
                    .doesNotContain("taken")
                    .contains("forged", "not_by_depositary", "not_entitled");
        }
        assertThat(all.stream().map(node -> held(node).chain()).toList()).isEqualTo(before);
        assertThat(all).allMatch(node -> held(node).inStep());
        assertThat(all)
                .allMatch(node -> held(node)
                        .state()
                        .suspensions()
                        .equals(held(node).chain().suspensions()));
    }

    @Test
    @Order(11)
    void a_depositary_that_shows_each_another_history_and_goes_on_meanwhile_is_replaced_all_the_same() {
        new Liar(britishColumbia, 4).orderBetweenTwoWords(quebec, ontario);
        awaitNumber(16, quebec, britishColumbia, ontario);
        assertThat(hashes(quebec, britishColumbia, ontario)).hasSize(1);
        assertThat(held(ontario).pending()).isEmpty();
        await().atMost(PATIENCE)
                .until(() -> held(quebec).inStep() && held(ontario).inStep());
    }

    @Test
    @Order(12)
    void an_absent_depositary_stops_neither_an_own_lift_nor_its_replacement() {
        quebec.close();
        String own = perform(
                britishColumbia,
                ActJson.suspend(new Target("CA-BC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE));
        await().atMost(PATIENCE)
                .until(() -> !held(ontario)
                        .state()
                        .suspensions()
                        .equals(held(ontario).chain().suspensions()));
        perform(britishColumbia, ActJson.lift(own));
        await().atMost(PATIENCE)
                .until(() -> held(ontario)
                        .state()
                        .suspensions()
                        .equals(held(ontario).chain().suspensions()));
        assertThat(held(ontario).chain().number()).isEqualTo(16);

        entrust("CA-BC", britishColumbia, ontario);
        awaitNumber(19, britishColumbia, ontario);

        assertThat(held(britishColumbia).pending()).isEmpty();
        assertThat(hashes(britishColumbia, twin, ontario)).hasSize(1);
        assertThat(held(britishColumbia).inStep()).isTrue();
    }

    /** Waits until a node refuses because of a suspension; until then it permits, and never does it refuse otherwise. */
    private void awaitStanding(TestNode at) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            Ruling ruling = rule(at, britishColumbia, quebec);
            if (ruling instanceof Ruling.Refused) {
                assertRefusedAt(RulingStep.STANDING, ruling);
            }
            return ruling instanceof Ruling.Refused;
        });
    }

    private static void assertRefusedAt(RulingStep step, Ruling ruling) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.step()).isEqualTo(step));
    }
}
