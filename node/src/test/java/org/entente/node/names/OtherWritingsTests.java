package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name is written otherwise because its bearer says so. */
@ExtendWith(NamesNode.Given.class)
class OtherWritingsTests {
    private final NamesNode names;

    OtherWritingsTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void the_same_name_in_another_script_is_recorded_because_its_bearer_says_so() {
        TestPerson person = names.person();
        String name = person.record("Salluitt", "entente:open", "used");
        Map<String, String> other =
                Map.of("full", "ᓴᓪᓗᐃᑦ", "writing", "entente:iu-cans-draft", "relation", "same-name-other-script");

        person.press(name + "/others", other);
        person.press(name + "/others", other);

        Element shown = person.page(name).expectFirst("dd .name:containsOwn(ᓴᓪᓗᐃᑦ)");
        assertThat(shown.attr("lang")).isEqualTo("iu-Cans");
        assertThat(person.page(name).text()).contains("the same name in another script");
        assertThat(person.page(name + "/others").select("main li")).as("once").hasSize(1);
        assertThat(person.page("/names/history").text()).contains("written otherwise");

        person.press(name + "/others/remove", Map.of("full", "ᓴᓪᓗᐃᑦ"));

        assertThat(person.page(name + "/others").select("main li")).isEmpty();
    }

    @Test
    void another_writing_that_is_none_or_of_no_known_relation_is_refused_and_what_was_written_stays() {
        TestPerson person = names.person();
        String name = person.record("Umiujaq", "entente:open", "used");

        HttpResponse<String> answer =
                person.press(name + "/others", Map.of("full", "Umi\u202e", "writing", "nowhere", "relation", "mine"));

        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#error-full, #error-writing, #error-relation")).hasSize(3);
        assertThat(page.expectFirst("#field-full").val()).isEqualTo("Umi\u202e");
        Document picked = Jsoup.parse(
                person.press(name + "/others", Map.of("full", "ʔa", "writing", TestOrthographies.ID, "letter", "q̓"))
                        .body());
        assertThat(picked.expectFirst("#field-full").val()).isEqualTo("ʔaq̓");
        assertThat(picked.select(".picker button").eachText()).contains("ʔ");
        assertThat(names.person()
                        .press(name + "/others", Map.of("full", "Umiujaq"))
                        .statusCode())
                .as("anothers")
                .isEqualTo(404);
    }
}
