package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.PersonNames;
import org.entente.names.record.NameEntry;
import org.entente.names.record.Spoken;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
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
        assertThat(likenesses(found))
                .containsExactly("perhaps the same name by the form approved for “Systems without accents (ASCII)”");
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
        assertThat(page.select("#field-orthography option").eachText())
                .as("by name, whatever its first letter is")
                .containsSubsequence("Kanienʼkéha", "Lʼnuiʼsuti", "nêhiyawêwin", "Tłı̨chǫ yatıı̀", "ᓀᐦᐃᔭᐍᐏᐣ");
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
        assertThat(likenesses(recorded))
                .containsExactly("perhaps the same name by another writing, a name of the same meaning: Zhahtı Kų́ę́");
        assertThat(likenesses(search("Zhahti Kue")))
                .containsExactly("worth a look by another writing, a name of the same meaning: Zhahtı Kų́ę́");

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
    void an_officer_goes_on_to_the_last_of_many_each_page_being_a_search() {
        for (int person = 0; person < 3; person++) {
            keep("Wemindji", Collections.nCopies(PersonNames.MAX_NAMES, ""));
        }
        long before = leaves("names-searched");

        Document first = page("1");
        Document second = page("2");
        Document beyond = page("2147483647");

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.text()).contains("60 names found", "1 to 50 of 60");
        assertThat(first.select("button[name=page]").eachAttr("value")).containsExactly("2");
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.text()).contains("51 to 60 of 60");
        assertThat(second.select("button[name=page]").eachAttr("value")).containsExactly("1");
        assertThat(beyond.text()).contains("51 to 60 of 60");
        assertThat(page("-1").text()).contains("1 to 50 of 60");
        assertThat(leaves("names-searched")).isEqualTo(before + 4);
    }

    @Test
    void of_names_as_like_as_each_other_those_come_first_that_are_said_as_was_asked() {
        keep("Chisasibi", List.of("", "kʷiɬ", "tɕimi", "tɕimɪ"));

        Document found = Jsoup.parse(officer.press("/officers/names", Map.of("name", "chisasibi", "ipa", "tɕimɪ"))
                .body());

        assertThat(found.select("tbody th small").eachText()).containsExactly("tɕimɪ", "tɕimi", "kʷiɬ");
        assertThat(found.select("tbody tr"))
                .as("it finds nothing and hides nothing")
                .hasSize(4);
        assertThat(officer.press("/officers/names", Map.of("name", "Chisasibi", "ipa", "a".repeat(201)))
                        .statusCode())
                .isEqualTo(400);
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

    private Document page(String number) {
        return Jsoup.parse(officer.press("/officers/names", Map.of("name", "Wemindji", "page", number))
                .body());
    }

    /** Somebody's names, all written alike, each said so; "" where nothing is known of that. */
    private void keep(String full, List<String> said) {
        NameEntry entry = NameEntry.of(Name.of(Name.Kind.USED, full, Name.UNDETERMINED));
        PersonFile file = new PersonFile(
                said.stream()
                        .map(ipa -> new RecordedName(UUID.randomUUID(), entry.with(Spoken.told(ipa, "", ""))))
                        .toList(),
                Optional.empty());
        names.node()
                .bean(ChangeNames.class)
                .change(new PersonId(UUID.randomUUID()), Change.ADDED, none -> Optional.of(file), Instant.now());
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
