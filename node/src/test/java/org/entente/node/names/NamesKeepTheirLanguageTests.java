package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T9: wherever a name is shown, its language stands with it, and no translator touches it. T5: keys know no locale. */
@ExtendWith(NamesNode.Given.class)
class NamesKeepTheirLanguageTests {
    private static final String NAME = "ᑲᖏᖅᖠᓂᖅ";
    private static final String WRITING = "entente:iu-cans-draft";

    private final NamesNode names;

    NamesKeepTheirLanguageTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void every_name_on_every_page_has_its_language() {
        TestPerson person = names.person();
        String name = person.record(NAME, WRITING, "used");
        String draft = person.begin();
        person.write(draft, NAME, WRITING, "used", Map.of("action", "continue"));
        for (String page : List.of(
                "/names",
                name,
                name + "/forms",
                name + "/others",
                name + "/dates",
                "/names/sounds/" + name.substring("/names/".length()),
                "/names/history",
                draft + "/check")) {
            requireLanguage(page, person.page(page));
        }

        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        Document found = Jsoup.parse(
                officer.press("/officers/names", Map.of("name", NAME)).body());
        requireLanguage("search", found);
        String path = found.expectFirst("tbody th a").attr("href").substring("/en".length());
        requireLanguage(path, officer.page(path));
    }

    @Test
    void a_name_that_was_put_away_has_its_language_where_it_may_be_read() {
        TestPerson person = names.person();
        String other = person.record("Wolinak", "entente:open", "used");
        String name = person.record(NAME, WRITING, "used");
        person.press(name + "/former", Map.of());

        requireLanguage("/names", person.page("/names"));
        requireLanguage(name, person.page(name));
        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        String number = person.page(other).expectFirst(".file-number").text();
        String path = Jsoup.parse(officer.press("/officers/names", Map.of("number", number))
                        .body())
                .expectFirst("tbody th a")
                .attr("href")
                .substring("/en".length());
        requireLanguage(
                path,
                Jsoup.parse(officer.press(path, Map.of("reason", "asked for by the person"))
                        .body()));
    }

    @Test
    void what_is_being_written_has_its_language_as_well() {
        TestPerson person = names.person();
        String draft = person.begin();
        person.write(draft, NAME, WRITING, "used", Map.of("action", "letters", "given", NAME, "clan", NAME));

        assertThat(person.page(draft).select("main input.name").stream()
                        .filter(field -> field.val().equals(NAME)))
                .hasSize(3)
                .allMatch(field -> field.attr("lang").equals("iu-Cans"));
        requireLanguage(
                "import",
                Jsoup.parse(person.bring(
                                ("Whole name,Orthography\n" + NAME + "," + WRITING).getBytes(StandardCharsets.UTF_8))
                        .body()));
    }

    @Test
    void a_respelling_has_the_language_in_whose_letters_it_was_written() {
        TestPerson person = names.person();
        String draft = person.begin();
        Map<String, String> form = Map.of(
                "full", "ᓴᓪᓗᐃᑦ", "writing", WRITING, "kind", "used", "respelling", "sal-lou-ite", "action", "continue");
        person.browser().post("/fr" + draft, form);
        assertThat(respelled(person.page(draft + "/check"))).isEqualTo("fr");
        assertThat(person.page(draft).expectFirst("#field-respelling").attr("lang"))
                .isEqualTo("fr");
        String name = TestPerson.path(person.press(draft + "/check", Map.of()));

        assertThat(respelled(person.page(name))).isEqualTo("fr");
        assertThat(respelled(person.page("/names"))).isEqualTo("fr");
        String corrected =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));
        person.write(corrected, "ᓴᓪᓗᐃᑦ", WRITING, "legal", Map.of("respelling", "sal-lou-ite", "action", "continue"));
        assertThat(respelled(person.page(corrected + "/check")))
                .as("written in French, sent again with an English page")
                .isEqualTo("fr");
        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        String number = person.page(name).expectFirst(".file-number").text();
        String path = Jsoup.parse(officer.press("/officers/names", Map.of("number", number))
                        .body())
                .expectFirst("tbody th a")
                .attr("href")
                .substring("/en".length());
        assertThat(respelled(officer.page(path))).isEqualTo("fr");
    }

    @Test
    void a_form_for_a_system_is_in_no_language_and_no_translator_touches_it() {
        TestPerson person = names.person();
        String name = person.record("ʔaq̓am", TestOrthographies.ID, "used");
        person.press(name + "/forms", Map.of("channel", "ascii-40", "value", "Akam"));
        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        String number = person.page(name).expectFirst(".file-number").text();
        String path = Jsoup.parse(officer.press("/officers/names", Map.of("number", number))
                        .body())
                .expectFirst("tbody th a")
                .attr("href")
                .substring("/en".length());

        for (Document page : List.of(person.page(name + "/forms"), officer.page(path))) {
            assertThat(page.select("main code").stream().filter(code -> code.closest("dl.summary, tbody") != null))
                    .isNotEmpty()
                    .allMatch(code -> code.attr("lang").equals("zxx")
                            && code.attr("translate").equals("no"));
        }
    }

    private static String respelled(Document page) {
        return page.expectFirst("main :containsOwn(sal-lou-ite)").attr("lang");
    }

    @Test
    void keys_are_compared_byte_by_byte_whatever_locale_the_database_has() {
        assertThat(names.node()
                        .bean(JdbcClient.class)
                        .sql("""
                                select attname || ' ' || collname from pg_attribute
                                join pg_collation on pg_collation.oid = attcollation
                                where attrelid = 'names.keys'::regclass and attnum > 0 order by attname
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("key C", "level C", "version C");
    }

    private static void requireLanguage(String where, Document page) {
        List<Element> shown = page.select("main .name").stream()
                .filter(element -> element.text().contains(NAME))
                .toList();
        assertThat(shown)
                .as(where)
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element.attr("lang")).isEqualTo("iu-Cans"))
                .allSatisfy(element -> assertThat(element.attr("translate")).isEqualTo("no"));
        assertThat(page.select("main :containsOwn(" + NAME + ")"))
                .as("nowhere without its language: %s", where)
                .allMatch(element -> element.is("main [lang], main [lang] *"));
    }
}
