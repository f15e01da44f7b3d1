package org.entente.node.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.frontier.MirroredVersion;
import org.junit.jupiter.api.Test;

/** Québec orders, then British Columbia in its place, then Québec again; others show what was given up, or went on elsewhere. */
class ElsewhereTests {
    private static final Entente TEXT = TestEntentes.entente(TestEntentes::withThirdParty);
    private static final Transition ENTRY = TestEntentes.entryIntoForce(TEXT, QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
    private static final EntenteState COMMON = applied(EntenteState.of(TEXT), ENTRY);
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final Transition GIVEN_UP = stop(QUEBEC, COMMON, "suspend-1", NOW.minusSeconds(60));
    private static final Transition TAKEN = entrust(BRITISH_COLUMBIA, COMMON, NOW);
    private static final EntenteState AFTER_TAKEN = applied(COMMON, TAKEN);
    private static final Transition BACK = entrust(QUEBEC, AFTER_TAKEN, LATER);
    private static final EntenteState AFTER_BACK = applied(AFTER_TAKEN, BACK);
    private static final Held HELD = held(AFTER_BACK, List.of(ENTRY, TAKEN, BACK));

    @Test
    void whoever_has_the_place_again_does_not_answer_for_what_it_ordered_before_and_was_given_up() {
        assertThat(GIVEN_UP.isBy(HELD.chain().depositary())).isTrue();
        assertThat(HELD.isAnsweredFor(GIVEN_UP)).isFalse();
        assertThat(HELD.isAnsweredFor(ENTRY)).as("we hold it").isTrue();
        assertThat(HELD.isAnsweredFor(TAKEN)).isFalse();
        assertThat(HELD.isAnsweredFor(stop(QUEBEC, AFTER_BACK, "suspend-2", LATER)))
                .isTrue();
        assertThat(HELD.isAnsweredFor(stop(QUEBEC, AFTER_TAKEN, "suspend-2", LATER)))
                .as("two histories since it has the place again")
                .isTrue();
    }

    @Test
    void a_history_is_looked_for_below_ours_wherever_a_record_does_not_go_on_from_it() {
        Held former = held(applied(COMMON, GIVEN_UP), List.of(ENTRY, GIVEN_UP));

        assertThat(CatchUp.isElsewhere(former, GIVEN_UP)).isFalse();
        assertThat(CatchUp.isElsewhere(former, TAKEN)).as("by another").isTrue();
        assertThat(CatchUp.isElsewhere(former, stop(QUEBEC, COMMON, "suspend-2", LATER)))
                .as("another of the same number")
                .isTrue();
        assertThat(CatchUp.goesOn(former, List.of(BACK)))
                .as("the place has come back elsewhere")
                .isFalse();
        assertThat(CatchUp.goesOn(former, List.of(stop(QUEBEC, former.chain(), "suspend-3", LATER))))
                .isTrue();
    }

    @Test
    void another_history_is_known_by_the_keys_that_the_depositary_had_then_though_it_has_changed_them_since() {
        Transition changed = order(QUEBEC, COMMON, rollOver(), LATER);
        Held rolled = held(applied(COMMON, changed), List.of(ENTRY, changed));
        Transition beside = stop(QUEBEC, COMMON, "suspend-1", LATER);
        Transition after = stop(QUEBEC, applied(COMMON, beside), "suspend-2", LATER);

        assertThat(beside.isBy(rolled.chain().depositary())).isFalse();
        assertThat(rolled.isAnsweredFor(beside)).isTrue();
        assertThat(rolled.isAnsweredFor(after)).as("by keys that have gone").isFalse();
        assertThat(CatchUp.telling(rolled, after, List.of(ENTRY, beside, after)))
                .contains(beside);
        assertThat(CatchUp.telling(rolled, after, List.of(ENTRY))).isEmpty();
    }

    @Test
    void where_another_took_the_place_is_found_more_than_a_page_below() {
        int last = 2 * PublicRecord.PAGE + 5;
        List<Transition> ours =
                Stream.concat(Stream.of(ENTRY), numbered(QUEBEC, last)).toList();
        List<Transition> theirs = Stream.of(
                        Stream.of(ENTRY, TAKEN),
                        numbered(BRITISH_COLUMBIA, last).skip(1))
                .flatMap(all -> all)
                .toList();
        Held held = held(TestEntentes.at(COMMON, last), ours);

        assertThat(new ReadBranch(new Pages(theirs)).read(held, URI.create("https://x.example/e"), last, NOW))
                .isEqualTo(theirs);
    }

    /** As if each came after a history that nobody knows: what is read is told by its numbers and hashes alone. */
    private static Stream<Transition> numbered(TestGovernment by, int last) {
        return Stream.iterate(2, number -> number + 1)
                .limit(last - 1)
                .map(number -> stop(by, TestEntentes.at(COMMON, number - 1), "suspend-1", NOW));
    }

    private static Transition stop(TestGovernment depositary, EntenteState state, String id, Instant at) {
        SignedAct act = TestEntentes.sign(NUNAVUT, id, COMMON, NUNAVUT.key(), at, suspend(wholeOf(NUNAVUT)));
        return order(depositary, state, act, at);
    }

    private static SignedAct rollOver() {
        return TestEntentes.sign(
                QUEBEC,
                "roll-over",
                COMMON,
                QUEBEC.key(),
                LATER,
                ActJson.rollOver(ONTARIO.facts().keys()));
    }

    private static Transition order(TestGovernment depositary, EntenteState state, SignedAct act, Instant at) {
        return Transition.order(depositary, state, new Transition.Content.Acts(List.of(act)), at);
    }

    private static Transition entrust(TestGovernment successor, EntenteState state, Instant at) {
        List<SignedAct> acts = Stream.of(BRITISH_COLUMBIA, NUNAVUT)
                .map(by -> TestEntentes.sign(
                        by,
                        "entrust-" + successor.key(),
                        COMMON,
                        by.key(),
                        at,
                        ActJson.entrust(successor.key(), state.head())))
                .toList();
        return Transition.order(successor, state, new Transition.Content.Acts(acts), at);
    }

    private static Held held(EntenteState chain, List<Transition> transitions) {
        return new Held(
                TEXT,
                Part.SIGNED,
                List.of(),
                Signatures.none(TEXT),
                TestEntentes.recorded(TEXT, transitions),
                chain,
                Optional.empty(),
                Map.of(TEXT.hash(), TEXT),
                List.of(),
                Set.of(),
                Set.of(),
                Map.of());
    }

    /** A record that can be read. */
    private static final class Pages extends ReadRecord {
        private final List<Transition> all;

        Pages(List<Transition> all) {
            super(new NoMirror());
            this.all = List.copyOf(all);
        }

        @Override
        public List<Transition> transitions(URI record, int after, int last, Instant now) {
            return new ArrayList<>(all.subList(after, Math.min(last, all.size())));
        }
    }

    private static final class NoMirror implements Mirror {
        @Override
        public Optional<MirroredDocument> document(URI address) {
            return Optional.empty();
        }

        @Override
        public Optional<MirroredVersion> version(URI address) {
            return Optional.empty();
        }

        @Override
        public void refuse(URI address, String reason, Instant now) {
            throw new AssertionError("nothing is refused");
        }

        @Override
        public FetchOutcome fetch(URI address, Instant now) {
            throw new UnsupportedOperationException("nothing is fetched");
        }
    }
}
