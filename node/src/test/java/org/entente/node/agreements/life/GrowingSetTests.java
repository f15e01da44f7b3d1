package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowingSetTests {
    private static final int NAMES = 2_000;

    @Test
    void each_stage_stays_as_it_was_while_others_follow_from_it() {
        GrowingSet three = GrowingSet.of(Set.of("a", "b", "c"));
        GrowingSet one = three.with(Set.of("d"));
        GrowingSet other = three.with(Set.of("e", "a"));

        assertThat(three).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(one).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(other).containsExactlyInAnyOrder("a", "b", "c", "e").isNotEqualTo(one);
        assertThat(other.with(Set.of("d"))).isEqualTo(one.with(Set.of("e"))).hasSize(5);
        assertThat(one.with(Set.of("a", "d"))).isSameAs(one);
    }

    @Test
    void what_is_copied_grows_with_the_names_and_not_with_their_square() {
        List<GrowingSet> stages = new ArrayList<>(List.of(GrowingSet.EMPTY));
        int copied = 0;
        for (int i = 0; i < NAMES; i++) {
            GrowingSet before = stages.getLast();
            GrowingSet after = before.with(Set.of("name " + i));
            copied += after.runs().stream()
                    .filter(run -> before.runs().stream().noneMatch(shared -> shared == run))
                    .mapToInt(Set::size)
                    .sum();
            stages.add(after);
        }

        assertThat(stages.getLast()).hasSize(NAMES).contains("name 0", "name 1999");
        assertThat(stages.get(1_000)).hasSize(1_000).doesNotContain("name 1000");
        assertThat(stages.getLast().runs()).hasSizeLessThan(12);
        assertThat(copied).isLessThan(12 * NAMES);
    }
}
