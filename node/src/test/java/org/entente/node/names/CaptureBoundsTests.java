package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is recorded of a draft: what its page showed, as far as there is room, and no sign that nobody sees. */
@ExtendWith(NamesNode.Given.class)
class CaptureBoundsTests {
    private static final String SALISH = TestOrthographies.ID;

    private final NamesNode names;

    CaptureBoundsTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void a_yes_is_for_what_its_page_showed_and_not_for_what_another_window_wrote_since() {
        TestPerson person = names.person();
        String draft = person.begin();
        person.write(draft, "ʔaaq̕", SALISH, "used", Map.of("action", "continue"));
        Map<String, String> form =
                new HashMap<>(TestPerson.hidden(person.page(draft + "/check").expectFirst("form[action$=/check]")));
        form.put("yes", "3");
        person.write(draft, "kaaꝗ", SALISH, "used", Map.of("action", "continue"));

        HttpResponse<String> answer = person.press(draft + "/check", form);

        assertThat(answer.statusCode()).isEqualTo(409);
        Document again = Jsoup.parse(answer.body());
        assertThat(again.select(".notice").text()).contains("The name has changed");
        assertThat(again.expectFirst("p.shown .name").text()).isEqualTo("kaaꝗ");
        assertThat(person.page("/names").select("h2 .name")).isEmpty();
        Map<String, String> seen = new HashMap<>(TestPerson.hidden(again.expectFirst("form[action$=/check]")));
        seen.put("yes", "3");
        assertThat(full(person, TestPerson.path(person.press(draft + "/check", seen))))
                .isEqualTo("kaakw");
    }

    @Test
    void a_letter_for_which_there_is_no_room_is_the_systems_limit_and_no_fault() {
        TestPerson person = names.person();
        String draft = person.begin();
        person.write(draft, "ꝗ" + "a".repeat(199), SALISH, "used", Map.of("action", "continue"));

        HttpResponse<String> answer = person.press(draft + "/check", Map.of("yes", "0"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select(".notice").text()).contains("too long", "at most 200 signs");
        assertThat(full(person, TestPerson.path(person.press(draft + "/check", Map.of()))))
                .hasSize(200);
    }

    @Test
    void how_a_name_is_said_has_no_sign_either_that_no_system_can_carry() {
        TestPerson person = names.person();
        String draft = person.begin();

        for (String sign : List.of("\u202e", "\ufffd", "\ue000", "\u0007")) {
            for (String field : List.of("respelling", "ipa")) {
                HttpResponse<String> answer = person.write(
                        draft, "Gaspé", "entente:open/fr", "used", Map.of(field, "gas" + sign, "action", "continue"));
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(Jsoup.parse(answer.body()).select("#error-" + field).text())
                        .contains("U+%04X".formatted((int) sign.charAt(0)));
            }
        }
        assertThat(person.write(
                                draft,
                                "Gaspé",
                                "entente:open/fr",
                                "used",
                                Map.of("respelling", " ", "action", "continue"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static String full(TestPerson person, String name) {
        return person.page(name).expectFirst("h1 .name").text();
    }
}
