package org.entente.node.agreements.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.conclude.ReviseEntente;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.EntrustParty;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.record.TestRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lives of {@link ScheduleTests} through what nodes really run: their officers' uses, their receivers, their database and
 * their public records. Only the jobs stand still, so that the network is the test's; three nodes serve all lives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiversTests {
    /** How many lives; more by {@code -Dlives=…}. In the first one, all that tells a party of the talks is lost at the beginning. */
    private static final int SEEDS = Integer.getInteger("lives", 1);

    private final TestNode quebec = TestParties.government("quebec", "CA-QC");
    private final TestNode columbia = TestParties.government("british-columbia", "CA-BC");
    private final TestNode nunavut = TestParties.government("nunavut", "CA-NU");
    private final List<TestNode> all = List.of(quebec, columbia, nunavut);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @BeforeAll
    void meet() {
        TestParties.introduce(quebec, columbia, nunavut);
        all.forEach(TestNode::pause);
    }

    @AfterAll
    void close() {
        all.forEach(TestNode::close);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void all_end_with_the_same_though_one_lies_and_nobody_believes_two_histories(long seed) {
        Network network = new Network(seed, "life-" + seed, all);
        negotiate(network);
        conclude(network, 1);
        Liar liar = new Liar(nunavut, network.name, seed);
        assertThat(liar.lie(List.of(quebec, columbia))).doesNotContain("taken").contains("forged");
        live(network);
        network.mend();
        assertSame(network);
        propose(network, network.anyone(), 9);
        counter(network);
        network.mend();
        conclude(network, 2);
        live(network);
        network.mend();
        assertSame(network);
        decideTogether(network);
        assertSame(network);
        fork(network, seed);
    }

    /** While the depositary is away, the others suspend its acceptance, one gives notice, and they entrust the other one. */
    private void decideTogether(Network network) {
        Target target = new Target("CA-QC", Target.Direction.ACCEPTANCE, Set.of(), Set.of(TestEntentes.RESIDENCE));
        for (TestNode node : List.of(columbia, nunavut)) {
            TestParties.perform(node, network.name, ActJson.suspend(target, Act.Cause.DISAGREEMENT));
        }
        TestParties.perform(nunavut, network.name, ActJson.withdraw());
        for (TestNode node : List.of(nunavut, columbia)) {
            assertThat(node.bean(EntrustParty.class).entrust(network.name, "CA-BC", TestParties.OFFICER, Instant.now()))
                    .isInstanceOf(ActOutcome.Done.class);
        }
        network.deliverWithout(quebec);
        network.mend();
        EntenteState state = TestParties.held(quebec, network.name).chain();
        assertThat(state.depositary().key()).isEqualTo("CA-BC");
        assertThat(state.suspensions().values())
                .anyMatch(suspension -> suspension.target().equals(target));
        assertThat(state.member("CA-NU").orElseThrow().isLeaving()).isTrue();
    }

    /** As the depositary signs two histories, and the two to which it shows them compare. */
    private void fork(Network network, long seed) {
        new Liar(columbia, network.name, seed).fork(quebec, nunavut);
        for (TestNode node : List.of(quebec, nunavut, quebec)) {
            TestRecords.read(node, network.name, Instant.now());
        }
        assertThat(List.of(quebec, nunavut))
                .extracting(node -> TestParties.held(node, network.name).pace())
                .containsOnly(Pace.FORKED);
    }

    private void negotiate(Network network) {
        TestParties.propose(quebec, network.draft(0));
        counter(network);
        network.mend();
        assertThat(all).allMatch(node -> network.held(node).flatMap(Held::talks).isPresent());
    }

    /** Everybody counters at once what it knows, some more than once, some after a while away. */
    private static void counter(Network network) {
        for (int i = 1; i <= 4; i++) {
            network.pass(network.random.nextInt(6));
            TestNode someone = network.anyone();
            if (network.held(someone).flatMap(Held::talks).isPresent()) {
                propose(network, someone, network.random.nextInt(3));
            }
            if (network.random.nextInt(5) == 0) {
                network.lose(network.anyone());
            }
        }
    }

    private static void propose(Network network, TestNode by, int notice) {
        Held held = TestParties.held(by, network.name);
        String answered = held.talks().map(Talks::text).orElse(held.entente()).hash();
        MoveOutcome outcome = by.bean(ReviseEntente.class)
                .propose(network.name, answered, network.draft(notice), "officer", Instant.now());
        assertThat(outcome).isInstanceOf(MoveOutcome.Done.class);
    }

    private void conclude(Network network, int version) {
        all.forEach(node -> TestParties.agree(node, network.name));
        network.pass(network.random.nextInt(20));
        network.mend();
        for (TestNode node : all) {
            TestParties.sign(node, network.name);
            network.pass(network.random.nextInt(6));
        }
        network.mend();
        assertThat(all)
                .extracting(node ->
                        TestParties.held(node, network.name).chain().entente().version())
                .containsOnly(version);
        assertSame(network);
    }

    /** Suspensions, lifted and not, by everybody, while messages go astray. */
    private static void live(Network network) {
        for (int i = 0; i < 5; i++) {
            TestNode someone = network.anyone();
            Held held = TestParties.held(someone, network.name);
            String us = held.party(someone.origin()).orElseThrow().key();
            Optional<String> own = held.state().suspensions().values().stream()
                    .filter(suspension -> suspension.by().equals(Set.of(us)))
                    .map(suspension -> suspension.id())
                    .findFirst();
            TestParties.perform(
                    someone,
                    network.name,
                    own.map(ActJson::lift).orElseGet(() -> ActJson.suspend(identityOf(us), Act.Cause.MAINTENANCE)));
            network.pass(network.random.nextInt(8));
        }
    }

    private static Target identityOf(String party) {
        return new Target(party, Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.IDENTITY));
    }

    private void assertSame(Network network) {
        assertThat(all).extracting(network::standing).as("all stand alike").containsOnly(network.standing(quebec));
        assertThat(all)
                .extracting(node -> TestParties.held(node, network.name).chain())
                .containsOnly(TestParties.held(quebec, network.name).chain());
        assertThat(all).allMatch(node -> TestParties.held(node, network.name).inStep());
    }
}
