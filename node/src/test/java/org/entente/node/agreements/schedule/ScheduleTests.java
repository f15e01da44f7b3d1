package org.entente.node.agreements.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.schedule.World.noticeOf;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.negotiation.Move;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole lives of ententes on networks that lose, repeat and shuffle, with governments that are away and one that lies. When
 * everybody can be reached again, all honest ones hold the same, or one refuses and says why.
 */
class ScheduleTests {
    /** How many lives of each kind; more by {@code -Dschedules=…}. */
    private static final int SEEDS = Integer.getInteger("schedules", 25);

    @BeforeAll
    static void sign_quickly() {
        AmazonCorrettoCryptoProvider.install();
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void honest_governments_end_with_the_same_text_signatures_and_history(long seed) {
        World world = new World(seed);
        negotiate(world);
        conclude(world, 1);
        live(world);
        world.mend();
        assertSame(world, Set.copyOf(world.desks));
        amend(world);
        live(world);
        world.mend();
        assertSame(world, Set.copyOf(world.desks));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_party_that_lies_changes_nothing_for_the_others(long seed) {
        World world = new World(seed);
        Desk liar = world.columbia();
        negotiate(world);
        lieAboutMoves(world, liar);
        conclude(world, 1);
        live(world);
        for (int i = 0; i < 10; i++) {
            lieAboutHistory(world, liar);
            live(world);
        }
        world.mend();
        assertSame(world, Set.of(world.quebec(), world.nunavut()));
        assertThat(world.quebec().refused).contains("not_by_depositary");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_depositary_that_signs_two_histories_makes_nobody_believe_both(long seed) {
        World world = new World(seed);
        negotiate(world);
        conclude(world, 1);
        live(world);
        world.mend();
        fork(world);
        for (int i = 0; i < 3; i++) {
            exchange(world.columbia(), world.nunavut());
        }
        boolean same = world.columbia()
                .hashAt(world.columbia().transitions.size())
                .equals(world.nunavut().hashAt(world.nunavut().transitions.size()));
        assertThat(same).isFalse();
        assertThat(List.of(world.columbia().pace(), world.nunavut().pace())).containsOnly(Pace.FORKED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_government_that_alone_was_told_otherwise_is_alone_out_of_step(long seed) {
        World world = new World(seed);
        negotiate(world);
        conclude(world, 1);
        live(world);
        world.mend();
        fork(world);
        world.quebec()
                .receive(
                        world.quebec(),
                        new Sent.OfTransition(world.nunavut().transitions.getLast()));
        world.columbia().readRecord(world.quebec());
        exchange(world.columbia(), world.nunavut());
        exchange(world.quebec(), world.nunavut());
        assertThat(world.columbia().pace()).isEqualTo(Pace.ASTRAY);
        assertThat(List.of(world.quebec().pace(), world.nunavut().pace())).containsOnly(Pace.IN_STEP);
        assertSame(world, Set.of(world.quebec(), world.nunavut()));
    }

    private static void exchange(Desk one, Desk other) {
        one.readRecord(other);
        other.readRecord(one);
    }

    static void negotiate(World world) {
        world.quebec().propose(world.text(world.quebec(), noticeOf(0)));
        counter(world);
        world.mend();
        assertThat(world.desks).allMatch(desk -> desk.talks.onTable().isPresent());
    }

    /** Everybody counters at once what it knows, some more than once, some after a while away. */
    private static void counter(World world) {
        for (int i = 1; i <= 6; i++) {
            world.pass(world.random.nextInt(6));
            Desk someone = world.anyone();
            if (someone.talks.onTable().isPresent()) {
                someone.propose(world.text(someone, noticeOf(world.random.nextInt(3))));
            }
            if (world.random.nextInt(5) == 0) {
                world.lose(world.anyone());
            }
        }
    }

    static void conclude(World world, int version) {
        world.desks.forEach(Desk::agree);
        world.pass(world.random.nextInt(20));
        world.mend();
        for (Desk desk : world.desks) {
            assertThat(desk.sign()).as("all agreed").isTrue();
            world.pass(world.random.nextInt(6));
        }
        world.mend();
        assertThat(world.desks)
                .allMatch(desk -> desk.state
                        .filter(state -> state.entente().version() == version)
                        .isPresent());
        assertSame(world, Set.copyOf(world.desks));
    }

    private static void amend(World world) {
        Desk someone = world.anyone();
        someone.propose(world.text(someone, noticeOf(9)));
        counter(world);
        world.mend();
        conclude(world, 2);
    }

    /** Suspensions, lifted and not, by everybody, while messages go astray. */
    private static void live(World world) {
        for (int i = 0; i < 5; i++) {
            Moves.own(world.anyone());
            world.pass(world.random.nextInt(8));
        }
    }

    private static void lieAboutMoves(World world, Desk liar) {
        var text = world.text(liar, noticeOf(66));
        Move forged = Move.sign(
                liar.us, text, TestGovernment.QUEBEC.key(), liar.now, new Move.Step.Propose(text.hash(), 1, ""));
        Move ending =
                Move.sign(liar.us, text, TestGovernment.NUNAVUT.key(), liar.now, new Move.Step.Reject(text.hash(), 1));
        for (Move move : List.of(forged, ending)) {
            world.desks.stream()
                    .filter(to -> to != liar)
                    .forEach(to -> to.receive(liar, new Sent.OfMove(move, java.util.Optional.of(text))));
        }
        assertThat(world.quebec().refused).contains("forged");
    }

    /** Orders of its own, acts in another's name, and standings that the depositary never signed. */
    static void lieAboutHistory(World world, Desk liar) {
        EntenteState state = liar.state.orElseThrow();
        var suspension = ActJson.suspend(
                new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.KEY_COMPROMISE);
        SignedAct act = TestEntentes.sign(
                liar.us, "lie-" + world.random.nextInt(1_000_000) + "-of-bc", state, "CA-QC", liar.now, suspension);
        Transition order = Transition.order(liar.us, state, new Transition.Content.Acts(List.of(act)), liar.now);
        world.desks.stream().filter(to -> to != liar).forEach(to -> {
            to.receive(liar, new Sent.OfActs(List.of(act)));
            to.receive(liar, new Sent.OfTransition(order));
            to.receive(liar, new Sent.OfStanding(order));
        });
        assertThat(world.quebec().refused).contains("forged");
    }

    /** The depositary orders one thing for British Columbia and another for Nunavut under one number. */
    private static void fork(World world) {
        int which = 0;
        for (Desk to : List.of(world.columbia(), world.nunavut())) {
            EntenteState state = to.state.orElseThrow();
            SignedAct act = TestEntentes.sign(
                    TestGovernment.QUEBEC,
                    "forked-" + which++,
                    state,
                    "CA-QC",
                    to.now,
                    ActJson.suspend(
                            new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE));
            to.receive(
                    world.quebec(),
                    new Sent.OfTransition(Transition.order(
                            TestGovernment.QUEBEC, state, new Transition.Content.Acts(List.of(act)), to.now)));
        }
    }

    static void assertSame(World world, Set<Desk> honest) {
        assertThat(world.standings(honest)).hasSize(1);
        assertThat(honest).allMatch(desk -> desk.pace() == Pace.IN_STEP);
        assertThat(honest)
                .extracting(desk -> desk.state.orElseThrow())
                .containsOnly(honest.iterator().next().state.orElseThrow());
    }
}
