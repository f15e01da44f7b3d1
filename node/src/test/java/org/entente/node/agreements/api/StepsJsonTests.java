package org.entente.node.agreements.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.page.TestHistory;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StepsJsonTests {
    private static final int TRANSITIONS = 61;

    @Test
    void an_entente_is_shown_with_the_newest_steps_and_how_many_there_are() {
        ObjectNode json = Json.newObject();
        StepsJson.write(held(), json);
        assertThat(json.path("transitions")
                        .valueStream()
                        .map(step -> step.path("number").asInt(0)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(12, TRANSITIONS).boxed().toList());
        assertThat(json.path("transitions_total").asInt(0)).isEqualTo(TRANSITIONS);
        assertThat(json.path("before_entry_total").asInt(-1)).isZero();
    }

    @Test
    void its_pages_lead_to_the_first_without_a_gap() {
        Held held = held();
        List<Integer> places = new ArrayList<>();
        int before = Integer.MAX_VALUE;
        while (before > 1) {
            ObjectNode page = StepsJson.page(held, before, 25);
            assertThat(page.path("steps")).hasSizeBetween(1, 25);
            page.path("steps").forEach(step -> places.add(step.path("place").asInt(0)));
            before = places.getLast();
        }
        assertThat(places)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, TRANSITIONS)
                        .map(i -> TRANSITIONS + 1 - i)
                        .boxed()
                        .toList());
        assertThat(StepsJson.page(held, 1, 25).path("steps")).isEmpty();
    }

    private static Held held() {
        TestHistory history = TestHistory.begun();
        Target ours = new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of());
        for (int i = 0; i < TRANSITIONS / 2; i++) {
            String suspension = history.act(QUEBEC, ActJson.suspend(ours, Act.Cause.MAINTENANCE))
                    .name();
            history.act(QUEBEC, ActJson.lift(suspension));
        }
        return history.held();
    }
}
