package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.entente.node.kernel.Language;
import org.junit.jupiter.api.Test;

class AlphabeticalTests {
    @Test
    void a_government_stands_at_its_first_letter_whether_that_has_an_accent_or_not() {
        assertThat(sorted(
                        Language.FR,
                        "Yukon",
                        "Île-du-Prince-Édouard",
                        "Québec",
                        "Nouvelle-Écosse",
                        "alliance de villes",
                        "Manitoba"))
                .containsExactly(
                        "alliance de villes",
                        "Île-du-Prince-Édouard",
                        "Manitoba",
                        "Nouvelle-Écosse",
                        "Québec",
                        "Yukon");
    }

    @Test
    void accents_decide_last_in_french_from_the_end_of_the_word() {
        assertThat(sorted(Language.FR, "côté", "coté", "côte", "cote")).containsExactly("cote", "côte", "coté", "côté");
        assertThat(sorted(Language.EN, "côté", "coté", "côte", "cote")).containsExactly("cote", "coté", "côte", "côté");
    }

    private static List<String> sorted(Language language, String... texts) {
        return Stream.of(texts).sorted(Alphabetical.in(language)).toList();
    }
}
