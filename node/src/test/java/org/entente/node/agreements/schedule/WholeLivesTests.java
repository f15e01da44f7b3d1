package org.entente.node.agreements.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.schedule.ScheduleTests.assertSame;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lives with everything that may happen to an entente: suspensions of one's own part and of another's by several, an accession, a
 * notice that runs out, other keys, and another party that orders in place of one that is away.
 */
class WholeLivesTests {
    /** How many lives of each kind; more by {@code -Dschedules=…}. */
    private static final int SEEDS = Integer.getInteger("schedules", 15);

    private static final int MANY = 300;

    @BeforeAll
    static void sign_quickly() {
        AmazonCorrettoCryptoProvider.install();
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    static LongStream manySeeds() {
        return LongStream.range(SEEDS, SEEDS + MANY);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_they_do_all_end_with_the_same_history(long seed) {
        World world = inForce(seed);
        Moves moves = new Moves(world);
        live(world, moves, () -> {});
        assertSame(world, Set.copyOf(world.desks));
        moves.entrust();
        moves.some(6);
        world.back();
        world.mend();
        assertSame(world, Set.copyOf(world.desks));
        assertThat(world.quebec().state.orElseThrow().depositary().key()).isEqualTo("CA-BC");
        moves.untilTheNoticeHasRun();
        moves.some(6);
        world.mend();
        assertSame(world, Set.copyOf(world.desks));
        assertThat(Moves.isBound(world.nunavut())).isFalse();
        assertThat(Moves.done(world.quebec())).containsExactlyInAnyOrder(Moves.Kind.values());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_party_that_lies_all_the_while_changes_nothing_for_the_others(long seed) {
        World world = inForce(seed);
        Desk liar = world.nunavut();
        Moves moves = new Moves(world);
        live(world, moves, () -> ScheduleTests.lieAboutHistory(world, liar));
        moves.entrust();
        ScheduleTests.lieAboutHistory(world, liar);
        moves.some(6);
        world.back();
        world.mend();
        assertSame(world, world.desks.stream().filter(desk -> desk != liar).collect(Collectors.toSet()));
        assertThat(Moves.done(world.quebec())).containsExactlyInAnyOrder(Moves.Kind.values());
        for (Desk honest : List.of(world.quebec(), world.columbia())) {
            assertThat(honest.refused).contains("forged", "not_by_depositary");
        }
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void nor_do_many_more_lives_end_otherwise(long seed) {
        whatever_they_do_all_end_with_the_same_history(seed);
        a_party_that_lies_all_the_while_changes_nothing_for_the_others(seed);
    }

    private static World inForce(long seed) {
        World world = new World(seed);
        ScheduleTests.negotiate(world);
        ScheduleTests.conclude(world, 1);
        return world;
    }

    private static void live(World world, Moves moves, Runnable meanwhile) {
        for (int i = 0; i < 3; i++) {
            moves.some(6);
            meanwhile.run();
        }
        world.mend();
        moves.rest();
        meanwhile.run();
        world.mend();
    }
}
