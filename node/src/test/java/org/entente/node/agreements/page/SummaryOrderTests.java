package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.held.Phase;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;

class SummaryOrderTests {
    private static final List<Summary> ALL = List.of(
            summary("a", new Text("Zone de pêche", "Fishing zone"), Phase.IN_FORCE),
            summary("b", new Text("Élan commun", "Moose"), Phase.IN_FORCE),
            summary("c", new Text("Eau", "Water"), Phase.IN_FORCE),
            summary("d", new Text("Abeilles", "Bees"), Phase.PROPOSED));

    @Test
    void ententes_stand_in_the_order_of_the_titles_that_a_reader_sees_those_in_force_first() {
        assertThat(ALL.stream().sorted(Summary.order(Language.FR)).map(Summary::name))
                .containsExactly("c", "b", "a", "d");
        assertThat(ALL.stream().sorted(Summary.order(Language.EN)).map(Summary::name))
                .containsExactly("a", "b", "c", "d");
    }

    private static Summary summary(String name, Text title, Phase phase) {
        return new Summary(name, title, List.of(), phase, Optional.empty());
    }
}
