package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.node.agreements.held.Held;
import org.entente.node.kernel.Language;
import org.junit.jupiter.api.Test;

class EntentesViewTests {
    private static final List<Held> ALL = IntStream.rangeClosed(1, 101)
            .mapToObj(number -> TestHistory.proposed(draft -> draft.put("name", "entente-%03d".formatted(number))))
            .toList();

    @Test
    void the_pages_of_the_list_lead_from_the_first_to_the_last_without_a_gap() {
        List<EntentesView> pages =
                Stream.of(1, 2, 3).map(EntentesViewTests::page).toList();
        assertThat(pages.stream().flatMap(page -> page.ententes().stream()).map(Summary::name))
                .containsExactlyElementsOf(
                        ALL.stream().map(held -> held.entente().name()).toList());
        assertThat(pages).allSatisfy(page -> assertThat(page.total()).isEqualTo(101));
        assertThat(pages.getFirst().ententes()).hasSize(EntentesView.ON_A_PAGE);
        assertThat(pages.getFirst().previous()).isEmpty();
        assertThat(pages.getFirst().next()).contains(2);
        assertThat(pages.getLast().previous()).contains(2);
        assertThat(pages.getLast().next()).isEmpty();
        assertThat(page(Integer.MAX_VALUE).ententes()).isEmpty();
    }

    private static EntentesView page(int number) {
        return EntentesView.of(ALL, number, "CA-QC", Language.EN, held -> NOW, NOW);
    }
}
