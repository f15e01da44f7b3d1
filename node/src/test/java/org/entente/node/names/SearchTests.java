package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer looks for names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NamesNode.Given.class)
class SearchTests {
    private final NamesNode names;
    private TestPerson officer;

    SearchTests(NamesNode names) {
        this.names = names;
    }

    @BeforeAll
    void sign_in() {
        officer = names.signedIn(NamesNode.OFFICER);
    }

    @Test
    void a_name_is_found_by_its_text_by_another_keyboard_and_by_plain_letters_in_this_order() {
        names.person().record("Gwichʼin", "entente:open", "used");
        names.person().record("Gwich'in", "entente:open", "used");
        names.person().record("Gwichin", "entente:open", "used");

        Document found = search("Gwich'in");

        assertThat(found.select("tbody th .name").eachText()).containsExactly("Gwich'in", "Gwichʼin", "Gwichin");
        assertThat(likenesses(found)).containsExactly("the same text", "perhaps the same name", "worth a look");
        assertThat(found.text()).contains("Nothing here says that two persons are one");
    }

    @Test
    void names_of_every_orthography_are_found_from_one_field() {
        names.person().record("ʔaq̓am", TestOrthographies.ID, "used");

        assertThat(search("aqam").select("tbody th .name").eachText()).contains("ʔaq̓am");
    }

    @Test
    void a_form_that_was_approved_for_another_system_finds_its_name() {
        TestPerson person = names.person();
        String name = person.record("𑪶𑪳𑪶", "entente:open", "used");
        person.press(name + "/forms", Map.of("channel", "ascii-40", "value", "Natsilik"));

        Document found = search("Natsilik");

        assertThat(found.select("tbody th .name").eachText()).containsExactly("𑪶𑪳𑪶");
        assertThat(likenesses(found)).containsExactly("perhaps the same name");
    }

    @Test
    void letters_that_a_keyboard_lacks_are_picked_before_anything_is_looked_for() {
        long before = leaves("names-searched");

        Document page = Jsoup.parse(officer.press(
                        "/officers/names",
                        Map.of("name", "aq", "orthography", TestOrthographies.ID, "letter", "q\u0313"))
                .body());
        Document refused = Jsoup.parse(officer.press(
                        "/officers/names", Map.of("name", "aq", "orthography", TestOrthographies.ID, "letter", "<"))
                .body());

        assertThat(page.expectFirst("#field-name").val()).isEqualTo("aqq\u0313");
        assertThat(page.select(".picker button").eachText()).contains("ʔ").doesNotContain("a");
        assertThat(page.text()).contains("made for a test").doesNotContain("Nothing found");
        assertThat(refused.expectFirst("#field-name").val()).isEqualTo("aq");
        assertThat(leaves("names-searched")).isEqualTo(before);
    }

    @Test
    void syllabics_and_roman_letters_lead_to_each_other_both_ways_whatever_was_said_of_the_orthography() {
        names.person().record("Ivujivik", "entente:open", "used");
        names.person().record("ᐃᕗᔨᕕᒃ", "entente:iu-cans-draft", "used");
        names.person().record("ᐃᕗᔨᕕᒃ", "entente:open", "used");

        Document roman = search("Ivujivik");
        assertThat(roman.select("tbody th .name").eachText()).containsExactly("Ivujivik", "ᐃᕗᔨᕕᒃ", "ᐃᕗᔨᕕᒃ");
        assertThat(likenesses(roman)).containsExactly("the same text", "worth a look", "worth a look");

        Document syllabic = search("ᐃᕗᔨᕕᒃ");
        assertThat(syllabic.select("tbody th .name").eachText()).containsExactly("ᐃᕗᔨᕕᒃ", "ᐃᕗᔨᕕᒃ", "Ivujivik");
        assertThat(likenesses(syllabic)).containsExactly("the same text", "the same text", "worth a look");
    }

    @Test
    void a_name_is_found_by_what_its_bearer_says_is_the_same_name() {
        TestPerson person = names.person();
        String name = person.record("Fort Providence", "entente:open/en", "used");
        person.press(
                name + "/others", Map.of("full", "Zhahtı Kų́ę́", "writing", "entente:open", "relation", "translation"));

        Document recorded = search("Zhahtı Kų́ę́");
        assertThat(recorded.select("tbody th .name").eachText()).containsExactly("Fort Providence");
        assertThat(likenesses(recorded)).containsExactly("perhaps the same name");
        assertThat(likenesses(search("Zhahti Kue"))).containsExactly("worth a look");

        person.press(name + "/others/remove", Map.of("full", "Zhahtı Kų́ę́"));

        assertThat(search("Zhahti Kue").select("tbody tr")).isEmpty();
    }

    @Test
    void names_that_only_look_alike_stay_two_persons() {
        names.person().record("łuk", "entente:open", "used");

        assertThat(likenesses(search("luk"))).containsExactly("worth a look");
    }

    @Test
    void names_as_like_as_each_other_stand_in_the_order_of_the_orthography() {
        for (String name : List.of("ʔam̓a", "am̓a", "áma")) {
            names.person().record(name, TestOrthographies.ID, "used");
        }

        assertThat(search("ama").select("tbody th .name").eachText()).containsSubsequence("áma", "am̓a", "ʔam̓a");
    }

    @Test
    void former_and_ceremonial_names_are_not_found() {
        TestPerson person = names.person();
        String old = person.record("Port Harrison", "entente:open", "used");
        person.record("Inukjuak", "entente:open", "reclaimed");
        person.press(old + "/former", Map.of());
        names.person().record("Harrison Port", "entente:open", "ceremonial");

        assertThat(search("Port Harrison").select("tbody tr")).isEmpty();
    }

    @Test
    void former_names_are_read_with_a_reason_that_their_bearer_reads_and_that_the_journal_attests_without_a_name() {
        TestPerson person = names.person();
        String old = person.record("Frobisher Bay", "entente:open", "used");
        person.record("Iqaluit Nunavut", "entente:open", "reclaimed");
        person.press(old + "/former", Map.of());
        String page = path(search("Iqaluit Nunavut"));
        long before = leaves("former-names-read");

        assertThat(officer.page(page).text()).doesNotContain("Frobisher");
        assertThat(officer.press(page, Map.of("reason", "why")).statusCode()).isEqualTo(400);
        HttpResponse<String> read = officer.press(page, Map.of("reason", "a file of 1987, at their request"));

        assertThat(Jsoup.parse(read.body()).text()).contains("Frobisher Bay");
        assertThat(leaves("former-names-read")).isEqualTo(before + 1);
        assertThat(person.page("/names/history").text()).contains("a file of 1987, at their request");
    }

    @Test
    void a_search_is_in_the_journal_and_nowhere_what_was_looked_for() {
        long before = leaves("names-searched");

        Document found = search("Kuujjuarapik");

        assertThat(found.text()).contains("Nothing found");
        assertThat(leaves("names-searched")).isEqualTo(before + 1);
    }

    @Test
    void nobody_but_an_officer_searches() {
        TestPerson person = names.person();

        assertThat(person.press("/officers/names", Map.of("name", "Gaspé")).statusCode())
                .isEqualTo(403);
        assertThat(person.browser().get("/en/officers/names").statusCode()).isEqualTo(403);
    }

    @Test
    void what_no_name_can_be_is_refused() {
        HttpResponse<String> answer = officer.press("/officers/names", Map.of("name", " "));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private Document search(String name) {
        return Jsoup.parse(officer.press("/officers/names", Map.of("name", name, "orthography", TestOrthographies.ID))
                .body());
    }

    private static List<String> likenesses(Document found) {
        return found.select("tbody td:last-child").eachText();
    }

    private static String path(Document found) {
        return found.expectFirst("tbody th a").attr("href").substring("/en".length());
    }

    private long leaves(String type) {
        return names.node()
                .bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = :type")
                .param("type", type)
                .query(Long.class)
                .single();
    }
}
