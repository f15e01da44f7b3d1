package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;

class NamesTests {
    @Test
    void governments_to_choose_from_stand_in_the_order_of_the_language_in_which_they_are_read() {
        Map<String, Text> choices = Map.of(
                "CA-PE", new Text("Île-du-Prince-Édouard", "Prince Edward Island"),
                "CA-YT", new Text("Yukon", "Yukon"),
                "CA-QC", new Text("Québec", "Québec"),
                "CA-AB", new Text("Alberta", "Alberta"));

        assertThat(Names.in(choices, Language.FR).keySet()).containsExactly("CA-AB", "CA-PE", "CA-QC", "CA-YT");
        assertThat(Names.in(choices, Language.EN).values())
                .containsExactly("Alberta", "Prince Edward Island", "Québec", "Yukon");
    }
}
