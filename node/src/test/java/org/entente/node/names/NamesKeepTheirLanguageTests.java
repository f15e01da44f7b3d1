package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

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
