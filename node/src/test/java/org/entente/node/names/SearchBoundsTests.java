package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.names.Name;
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

/** An officer reads when a search may not have found all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NamesNode.Given.class)
class SearchBoundsTests {
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
