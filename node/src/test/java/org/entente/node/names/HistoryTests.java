package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was done with a person's names is theirs to read, without what they have put away. */
@ExtendWith(NamesNode.Given.class)
class HistoryTests {
    private final NamesNode names;

    HistoryTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void the_history_says_which_name_each_change_was_about_but_none_that_was_put_away() {
        TestPerson person = names.person();
        String old = person.record("Port-Nouveau-Québec", "entente:open/fr", "used");
        person.record("Kangiqsualujjuaq", "entente:open", "reclaimed");
        person.record("Tasiujaq", "entente:open", "used");
        assertThat(person.page("/names/history")
                        .select("td:nth-of-type(1) .name")
                        .eachText())
                .containsExactly("Tasiujaq", "Kangiqsualujjuaq", "Port-Nouveau-Québec");

        person.press(old + "/former", Map.of());

        assertThat(person.page("/names/history")
                        .select("td:nth-of-type(1) .name")
                        .eachText())
                .containsExactly("Tasiujaq", "Kangiqsualujjuaq");
        assertThat(person.page("/names/history").text())
                .doesNotContain("Port-Nouveau-Québec")
                .contains("a name put away since");

        person.press(old + "/remove", Map.of());

        assertThat(person.page("/names/history").text())
                .as("what was put away is no more to be read when it is removed")
                .doesNotContain("Port-Nouveau-Québec");
    }
}
