package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.names.Name;
import org.entente.names.NameText;
import org.entente.names.PersonNames;
import org.entente.names.record.NameEntry;
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

/** What a search takes, however long, and what it says when it may not have found all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NamesNode.Given.class)
class SearchBoundsTests {
    /** Of one combining class, and in no composed letter: composing neither moves nor joins them. */
    private static final String MARKS =
            "\u0305\u030d\u030e\u0310\u033d\u033e\u033f\u0346\u034a\u034b\u034c\u0350\u0351\u0352"
                    + "\u0357\u035b\u0363\u0364\u0365\u0366\u0367\u0368\u0369\u036a\u036b\u036c\u036d\u036e\u036f";

    private final NamesNode names;
    private TestPerson officer;

    SearchBoundsTests(NamesNode names) {
        this.names = names;
    }

    @BeforeAll
    void sign_in() {
        officer = names.signedIn(NamesNode.OFFICER);
    }

    @Test
    void more_names_than_are_compared_and_the_closest_is_among_those_that_are() {
        IntStream.range(0, 25).forEach(person -> keep("Wáskaganish", PersonNames.MAX_NAMES));
        Document all = search("Waskaganish");
        assertThat(all.select("#found h2").text()).isEqualTo("500 names found");

        keep("Waskaganish", 1);
        keep("Wáskaganish", 1);
        Document cut = search("Waskaganish");

        assertThat(cut.text())
                .contains("500 names found", "Only 500 of the names that have a key in common with it were compared");
        assertThat(cut.select("tbody th .name").eachText()).startsWith("Waskaganish", "Wáskaganish");
        assertThat(cut.text()).doesNotContain("may be incomplete");
    }

    @Test
    void the_longest_name_is_recorded_and_found_whatever_marks_it_bears() {
        String longest = longest(0x0061);
        String beyond = longest(0x11AB0);
        TestPerson person = names.person();

        String name = person.record(longest, "entente:open", "used");
        person.press(
                name + "/others",
                Map.of("full", beyond, "writing", "entente:open", "relation", "same-name-other-script"));

        assertThat(person.page(name).expectFirst("h1 .name").wholeText()).isEqualTo(longest);
        assertThat(search(longest).select("tbody th .name").eachText()).contains(longest);
        assertThat(search(beyond).select("tbody th .name").eachText())
                .as("by its other writing, of 4,000 units of UTF-16")
                .contains(longest);
    }

    @Test
    void what_is_longer_than_a_name_may_be_is_refused_in_words_and_at_once() {
        for (String text : List.of("a".repeat(201), longest(0x0061) + "a", "\u0301".repeat(2_001), "ᐊ".repeat(7_000))) {
            HttpResponse<String> answer = officer.press("/officers/names", Map.of("name", text));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Jsoup.parse(answer.body()).expectFirst("#error-name").text())
                    .contains("at most 200 signs");
        }
        assertThat(search("Tł\u202echǫ").expectFirst("#error-name").text()).contains("U+202E");
    }

    /** As many signs as a name may have, each of ten code points that nothing presses together. */
    private static String longest(int base) {
        Random marks = new Random(11);
        StringBuilder name = new StringBuilder();
        for (int sign = 0; sign < NameText.MAX_GRAPHEMES; sign++) {
            name.appendCodePoint(base + marks.nextInt(16));
            marks.ints(9, 0, MARKS.length()).forEach(mark -> name.append(MARKS.charAt(mark)));
        }
        return name.toString();
    }

    @Test
    void names_whose_keys_are_still_to_be_made_anew() {
        assertThat(search("Ulukhaktok").text()).contains("Nothing found").doesNotContain("may be incomplete");
        JdbcClient database = names.node().bean(JdbcClient.class);
        UUID person = UUID.randomUUID();
        database.sql("""
                        insert into names.keys (person, name, version, level, key)
                        values (:person, :person, '0;icu=1;entente:open@0', 'search', 'ulukhaktok')
                        """).param("person", person).update();
        try {
            Document found = search("Ulukhaktok");

            assertThat(found.text()).contains("Nothing found", "This list may be incomplete");
        } finally {
            database.sql("delete from names.keys where person = :person")
                    .param("person", person)
                    .update();
        }
    }

    private Document search(String name) {
        return Jsoup.parse(
                officer.press("/officers/names", Map.of("name", name)).body());
    }

    private void keep(String full, int times) {
        NameEntry entry = NameEntry.of(Name.of(Name.Kind.USED, full, Name.UNDETERMINED));
        PersonFile file = new PersonFile(
                IntStream.range(0, times)
                        .mapToObj(name -> new RecordedName(UUID.randomUUID(), entry))
                        .toList(),
                Optional.empty());
        names.node()
                .bean(ChangeNames.class)
                .change(new PersonId(UUID.randomUUID()), Change.ADDED, none -> Optional.of(file), Instant.now());
    }
}
