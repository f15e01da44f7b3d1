package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.page.Lifelines.Bar;
import org.entente.node.agreements.page.Lifelines.Kind;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;

/** The drawing of an entente's life: one day apart, all in one hundred days. */
class LifelinesTests {
    private static final Instant END = TestHistory.START.plus(Duration.ofDays(100));

    private final TestHistory history = TestHistory.begun();

    @Test
    void a_party_has_a_bar_from_the_day_on_which_it_joined() {
        history.act(ONTARIO, TestEntentes.accession(ONTARIO));
        Lifelines drawn = drawn(END);
        assertThat(drawn.lanes()).extracting(lane -> lane.name().fr()).endsWith("Ontario");
        assertThat(bars(drawn, 0)).containsExactly(new Bar(Kind.BOUND, 8, 384));
        assertThat(bars(drawn, 2)).containsExactly(new Bar(Kind.BOUND, 12, 380));
    }

    @Test
    void what_was_suspended_is_drawn_until_it_was_lifted_and_what_still_is_until_today() {
        SignedAct first = history.act(QUEBEC, suspend(wholeOf(QUEBEC)));
        history.act(QUEBEC, ActJson.lift(first.name()));
        history.act(BRITISH_COLUMBIA, suspend(wholeOf(BRITISH_COLUMBIA)));
        Lifelines drawn = drawn(END);
        assertThat(bars(drawn, 0)).contains(new Bar(Kind.SUSPENDED, 12, 4));
        assertThat(bars(drawn, 1)).contains(new Bar(Kind.SUSPENDED, 20, 372));
    }

    @Test
    void each_version_has_a_line_and_a_number_where_there_is_room() {
        history.enter(history.next(json -> {}), QUEBEC, BRITISH_COLUMBIA);
        assertThat(drawn(END).marks())
                .containsExactly(new Lifelines.Mark(8, Optional.of(1)), new Lifelines.Mark(12, Optional.empty()));
        assertThat(drawn(TestHistory.START.plus(Duration.ofDays(2))).marks())
                .extracting(Lifelines.Mark::version)
                .containsExactly(Optional.of(1), Optional.of(2));
    }

    @Test
    void a_notice_of_withdrawal_is_drawn_to_its_end_with_today_before_it() {
        history.act(BRITISH_COLUMBIA, ActJson.withdraw());
        Lifelines drawn = drawn(END);
        assertThat(drawn.until())
                .isEqualTo(history.state().member("CA-BC").orElseThrow().sunset());
        assertThat(drawn.today()).isPresent();
        assertThat(bars(drawn, 1)).extracting(Bar::kind).containsExactly(Kind.BOUND, Kind.SUNSET);
        Bar sunset = bars(drawn, 1).getLast();
        assertThat(sunset.x() + sunset.width()).isEqualTo(Lifelines.WIDTH - 8);
    }

    @Test
    void an_entente_that_came_into_force_this_moment_has_its_drawing_too() {
        Lifelines drawn = drawn(TestHistory.START);
        assertThat(drawn.lanes()).hasSize(2);
        assertThat(bars(drawn, 0)).allMatch(bar -> bar.width() > 0);
    }

    @Test
    void nobody_is_drawn_as_bound_or_suspended_before_or_after_the_term() {
        TestHistory limited = TestHistory.begun(draft ->
                draft.withObject("/term").put("from", day(25).toString()).put("until", day(50).toString()));
        limited.act(QUEBEC, suspend(wholeOf(QUEBEC)));
        Lifelines drawn = Lifelines.of(limited.held(), END).orElseThrow();
        assertThat(bars(drawn, 0)).containsExactly(new Bar(Kind.BOUND, 104, 96), new Bar(Kind.SUSPENDED, 104, 96));
        assertThat(bars(drawn, 1)).containsExactly(new Bar(Kind.BOUND, 104, 96));
        assertThat(bars(Lifelines.of(limited.held(), day(10)).orElseThrow(), 0)).isEmpty();

        limited.act(BRITISH_COLUMBIA, ActJson.withdraw());
        Lifelines leaving = Lifelines.of(limited.held(), day(40)).orElseThrow();
        assertThat(leaving.until()).isEqualTo(day(50));
        assertThat(bars(leaving, 1)).extracting(Bar::kind).containsExactly(Kind.BOUND);
    }

    @Test
    void a_later_version_takes_nothing_from_the_time_under_the_one_before() {
        history.act(QUEBEC, suspend(wholeOf(QUEBEC)));
        history.enter(
                history.next(json -> json.withObject("/term").put("from", day(2).toString())),
                QUEBEC,
                BRITISH_COLUMBIA);
        assertThat(bars(drawn(END), 0)).startsWith(new Bar(Kind.BOUND, 8, 384));
        assertThat(Summary.of(history.held(), "CA-QC", END).since()).contains(TestHistory.START);
    }

    @Test
    void a_name_for_which_a_lane_has_no_room_is_shortened() {
        Lifelines.Lane lane = new Lifelines.Lane(new Text("Gouvernement ".repeat(5), "Ontario"), 0, List.of());
        assertThat(lane.shortName(Language.FR)).hasSizeLessThanOrEqualTo(40).endsWith("…");
        assertThat(lane.shortName(Language.EN)).isEqualTo("Ontario");
    }

    private static Instant day(int number) {
        return TestHistory.START.plus(Duration.ofDays(number));
    }

    private static List<Bar> bars(Lifelines drawn, int lane) {
        return drawn.lanes().get(lane).bars();
    }

    private Lifelines drawn(Instant now) {
        return Lifelines.of(history.held(), now).orElseThrow();
    }
}
