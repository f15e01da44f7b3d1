package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person records names as they write them, without scripts. */
@ExtendWith(NamesNode.Given.class)
class CaptureTests {
    private static final String SALISH = TestOrthographies.ID;

    private final NamesNode names;

    CaptureTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void what_came_in_is_kept_as_it_came_beside_its_composed_form() {
        String decomposed = "Kuujjuarape\u0301k";
        TestPerson person = names.person();

        String name = person.record(decomposed, "entente:open", "used");

        assertThat(person.page(name).expectFirst("h1 .name").wholeText()).isEqualTo("Kuujjuarap\u00e9k");
        assertThat(names.node()
                        .bean(JdbcClient.class)
                        .sql("select file::text from names.files where file::text like '%Kuujjuarap\u00e9k%'")
                        .query(String.class)
                        .single())
                .contains(decomposed);
    }

    @Test
    void a_name_of_one_word_is_kept_as_written_with_its_language_and_nothing_filled_in() {
        TestPerson person = person();

        String name = person.record("ʔaq̓am", SALISH, "used");

        Element heading = person.page(name).expectFirst("h1 .name");
        assertThat(heading.text()).isEqualTo("ʔaq̓am");
        assertThat(heading.attr("lang")).isEqualTo("und-x-test");
        assertThat(person.page(name).text()).doesNotContain("FNU", "Given names", "Family name");
        assertThat(person.page("/names").select(".state").text()).isEqualTo("The one people see");
    }

    @Test
    void what_may_be_a_mistake_is_asked_and_changed_only_with_a_yes() {
        TestPerson person = person();
        String draft = person.begin();
        person.write(draft, "ʔaq̕am", SALISH, "used", Map.of("action", "continue"));

        Document check = person.page(draft + "/check");
        assertThat(check.select("input[name=yes]")).hasSize(1);
        assertThat(check.select("input[checked]")).isEmpty();
        assertThat(check.text()).contains("U+0071 U+0315", "U+0071 U+0313");

        String declined = TestPerson.path(person.press(draft + "/check", Map.of()));
        assertThat(full(person, declined)).isEqualTo("ʔaq̕am");
        String accepted = person.record(
                "ʔaq̕am", SALISH, "used", check.select("input[name=yes]").val());
        assertThat(full(person, accepted)).isEqualTo("ʔaq̓am");
    }

    @Test
    void a_sign_that_nobody_sees_is_shown_and_left_out_unless_its_bearer_says_that_it_belongs_there() {
        TestPerson person = person();
        String draft = person.begin();
        person.write(draft, "Skw\u200bah", "entente:open", "used", Map.of("given", "Sk\u200cw", "action", "continue"));

        Document check = person.page(draft + "/check");

        assertThat(check.text()).contains("U+200B", "cannot be seen");
        assertThat(check.expectFirst("p.shown .name").wholeText()).isEqualTo("Skwah");
        assertThat(check.select("input[name=yes][checked]").eachAttr("value")).containsExactly("3");
        String name = TestPerson.path(person.press(draft + "/check", Map.of("yes", "3")));
        assertThat(full(person, name)).isEqualTo("Skwah");
        assertThat(person.page(name).select("dd .name").eachText()).contains("Skw");
        String kept = person.record("Kit\u200bcisakik", "entente:open", "used");
        assertThat(person.page(kept).expectFirst("h1 .name").wholeText()).isEqualTo("Kit\u200bcisakik");
    }

    @Test
    void a_sign_outside_the_alphabet_is_shown_and_kept() {
        TestPerson person = person();
        String draft = person.begin();
        person.write(draft, "kwaž", SALISH, "used", Map.of("action", "continue"));

        assertThat(person.page(draft + "/check").text()).contains("Kept as you wrote it", "U+017E");
        assertThat(full(person, TestPerson.path(person.press(draft + "/check", Map.of()))))
                .isEqualTo("kwaž");
    }

    @Test
    void letters_are_picked_from_the_orthography_without_scripts() {
        TestPerson person = person();
        String draft = person.begin();
        person.write(draft, "ʔa", SALISH, "used", Map.of("action", "letters"));
        assertThat(person.page(draft).select("button[name=letter]").eachText())
                .containsExactly("á", "q̓", "q̓ʷ", "ʔ")
                .doesNotContain("a");

        person.write(draft, "ʔa", SALISH, "used", Map.of("letter", "q̓"));
        person.write(draft, "ʔaq̓", SALISH, "used", Map.of("letter", "<b>"));

        assertThat(person.page(draft).expectFirst("#field-full").val()).isEqualTo("ʔaq̓");
    }

    @Test
    void nothing_in_the_field_limits_or_corrects() {
        TestPerson person = person();
        Element field = person.page(person.begin()).expectFirst("#field-full");

        assertThat(field.hasAttr("maxlength") || field.hasAttr("pattern") || field.hasAttr("required"))
                .isFalse();
        assertThat(field.attr("autocapitalize") + field.attr("autocorrect") + field.attr("spellcheck"))
                .isEqualTo("offofffalse");
    }

    @Test
    void what_no_system_can_carry_is_refused_as_the_systems_limit_and_the_draft_is_kept() {
        TestPerson person = person();
        String draft = person.begin();

        HttpResponse<String> answer =
                person.write(draft, "Gaspé\u202e", "entente:open/fr", "used", Map.of("action", "continue"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("#error-full").text()).contains("U+202E", "our system");
        assertThat(person.page(draft).expectFirst("#field-full").val()).isEqualTo("Gaspé\u202e");
    }

    @Test
    void several_names_stand_side_by_side_and_the_person_chooses_which_is_shown() {
        TestPerson person = person();
        person.record("Iqaluit", "entente:open/en", "legal");
        String syllabic = person.record("ᐃᖃᓗᐃᑦ", "entente:iu-cans-draft", "traditional");

        person.press(syllabic + "/show", Map.of());

        Document names = person.page("/names");
        assertThat(names.expectFirst("li:has(.state) .name").text()).isEqualTo("ᐃᖃᓗᐃᑦ");
        assertThat(names.select("h2 .name").eachAttr("lang")).containsExactly("en", "iu-Cans");
    }

    @Test
    void a_change_is_undone_and_once_only() {
        TestPerson person = person();
        String name = person.record("Rimouski", "entente:open/fr", "used");
        person.press(name + "/remove", Map.of());
        assertThat(person.page("/names").select("h2 .name")).isEmpty();
        String version = person.page("/names").select("input[name=version]").val();

        assertThat(person.press("/names/undo", Map.of("version", version)).statusCode())
                .isEqualTo(303);
        assertThat(person.press("/names/undo", Map.of("version", version)).statusCode())
                .isEqualTo(409);

        assertThat(person.page("/names").select("h2 .name").text()).isEqualTo("Rimouski");
    }

    @Test
    void a_former_name_is_no_longer_shown_nor_found_and_is_kept_for_its_bearer() {
        TestPerson person = person();
        String old = person.record("Fort Chimo", "entente:open/en", "used");
        person.record("Kuujjuaq", "entente:open", "reclaimed");

        person.press(old + "/former", Map.of());

        Document names = person.page("/names");
        assertThat(names.select("h2 .name").eachText()).containsExactly("Kuujjuaq");
        assertThat(names.select("details .name").eachText()).containsExactly("Fort Chimo");
        assertThat(keys("fort chimo")).isZero();
        assertThat(keys("kuujjuaq")).isPositive();
    }

    @Test
    void a_ceremonial_name_has_no_key_and_is_never_shown_by_default() {
        TestPerson person = person();
        String name = person.record("Winneway", "entente:open", "ceremonial");

        assertThat(keys("winneway")).isZero();
        assertThat(person.page("/names").select(".state")).isEmpty();
        assertThat(person.browser().get("/en" + name + "/forms").statusCode()).isEqualTo(404);
    }

    @Test
    void a_ceremonial_name_is_not_put_among_those_that_an_officer_reads_with_a_reason() {
        TestPerson person = person();
        String name = person.record("Winneway", "entente:open", "ceremonial");

        assertThat(person.page(name).select("form[action$=/former], form[action$=/borne]"))
                .isEmpty();
        assertThat(person.press(name + "/former", Map.of()).statusCode()).isEqualTo(404);
        assertThat(person.press(name + "/borne", Map.of()).statusCode()).isEqualTo(404);

        assertThat(person.page(name).text()).contains("a ceremonial name");
        assertThat(keys("winneway")).isZero();
    }

    @Test
    void a_name_that_is_borne_again_is_what_it_was_before() {
        TestPerson person = person();
        String name = person.record("Aupaluk", "entente:open", "reclaimed");
        assertThat(person.press(name + "/borne", Map.of()).statusCode())
                .as("it is borne")
                .isEqualTo(404);
        person.press(name + "/former", Map.of());
        assertThat(person.press(name + "/former", Map.of()).statusCode())
                .as("it is former already")
                .isEqualTo(404);
        assertThat(person.page(name).text()).contains("Before a name that I have taken back");

        person.press(name + "/borne", Map.of());

        assertThat(person.page(name).text()).contains("a name that I have taken back");
        assertThat(keys("aupaluk")).isPositive();
    }

    @Test
    void a_former_name_stays_one_while_its_spelling_is_corrected() {
        TestPerson person = person();
        String name = person.record("Aupalukk", "entente:open", "legal");
        person.press(name + "/former", Map.of());

        String draft =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));
        assertThat(person.page(draft).select("[name=kind][checked]").val()).isEqualTo("legal");
        person.write(draft, "Aupaluk Bay", "entente:open", "legal", Map.of("action", "continue"));
        person.press(draft + "/check", Map.of());

        assertThat(person.page("/names").select("details .name").eachText()).containsExactly("Aupaluk Bay");
        assertThat(keys("aupaluk bay")).isZero();
        person.press(name + "/borne", Map.of());
        assertThat(person.page(name).text()).contains("my legal name");
    }

    @Test
    void nobody_reads_or_changes_anothers_names_or_drafts() {
        TestPerson person = person();
        String name = person.record("Listuguj", "entente:open", "used");
        String draft = person.begin();
        TestPerson other = person();

        assertThat(other.browser().get("/en" + name).statusCode()).isEqualTo(404);
        assertThat(other.browser().get("/en" + draft).statusCode()).isEqualTo(404);
        assertThat(other.press(name + "/remove", Map.of()).statusCode()).isEqualTo(404);
        assertThat(person.browser().get("/en" + name).statusCode()).isEqualTo(200);
    }

    private static String full(TestPerson person, String name) {
        return person.page(name).expectFirst("h1 .name").text();
    }

    private int keys(String key) {
        return names.node()
                .bean(JdbcClient.class)
                .sql("select count(*) from names.keys where key = :key or key = :plain")
                .param("key", key)
                .param("plain", key.replace(" ", ""))
                .query(Integer.class)
                .single();
    }

    private TestPerson person() {
        return names.person();
    }
}
