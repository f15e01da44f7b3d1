package org.entente.node.names.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.NameText;
import org.entente.names.profile.Authority;
import org.entente.names.profile.Casing;
import org.entente.names.profile.LegacyRules;
import org.entente.names.profile.Profile;
import org.entente.names.profile.Pronunciation;
import org.entente.names.profile.Romanisation;
import org.entente.names.profile.Status;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.NamesNode;
import org.entente.node.names.TestOrthographies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys by which a name is found are those of what is installed today. */
@ExtendWith(NamesNode.Given.class)
class RecordedKeysTests {
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final ChangeNames change;
    private final RecordedKeys keys;
    private final JdbcClient database;

    RecordedKeysTests(NamesNode names) {
        this.change = names.node().bean(ChangeNames.class);
        this.keys = names.node().bean(RecordedKeys.class);
        this.database = names.node().bean(JdbcClient.class);
    }

    @Test
    void an_orthography_that_is_installed_later_finds_the_names_of_which_nobody_said_in_which_they_are() {
        PersonFile file = record(NameEntry.of(Name.of(Name.Kind.USED, "ᑕᗸᒡ", Name.UNDETERMINED)));
        RecordedKeys later = new RecordedKeys(database, TestOrthographies.with(romanising("1", "lhus")));
        assertThat(keys.outdated()).doesNotContain(person);

        assertThat(later.outdated()).contains(person);
        later.replace(person, file);

        assertThat(later.outdated()).doesNotContain(person);
        assertThat(found()).contains("lhus");
        RecordedKeys corrected = new RecordedKeys(database, TestOrthographies.with(romanising("2", "lhoos")));
        assertThat(corrected.outdated()).as("its next version").contains(person);
        corrected.replace(person, file);
        assertThat(found()).contains("lhoos").doesNotContain("lhus");
        assertThat(keys.outdated()).as("it was taken out").contains(person);
        keys.replace(person, file);
        assertThat(found()).doesNotContain("lhoos");
    }

    @Test
    void what_two_writings_have_in_common_is_kept_once() {
        record(NameEntry.of(Name.of(Name.Kind.USED, "Umiujaq", Name.UNDETERMINED))
                .with(
                        new Equivalent(NameText.of("Ümiujaq"), "und", Equivalent.Relation.SAME_NAME_OTHER_SPELLING),
                        new Equivalent(NameText.of("Umiujáq"), "und", Equivalent.Relation.SAME_NAME_OTHER_SPELLING)));

        assertThat(found()).doesNotHaveDuplicates().contains("umiujaq");
    }

    private PersonFile record(NameEntry entry) {
        PersonFile file = new PersonFile(List.of(new RecordedName(UUID.randomUUID(), entry)), Optional.empty());
        change.change(person, Change.ADDED, none -> Optional.of(file), Instant.now());
        return file;
    }

    private List<String> found() {
        return database.sql("select key from names.keys where person = :person and level = 'search'")
                .param("person", person.value())
                .query((row, number) -> row.getString("key"))
                .list();
    }

    /** One of a single syllable. */
    private static Profile romanising(String version, String roman) {
        return new Profile(
                "test:syllables",
                version,
                "of no community",
                "und-x-test",
                "Cans",
                Casing.UNICAMERAL,
                List.of("ᑕᗸᒡ"),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(new Romanisation("und-Latn", Map.of("ᑕᗸᒡ", List.of(roman)))),
                LegacyRules.NONE,
                List.of(),
                Pronunciation.UNKNOWN,
                new Authority("", "made for a test", "Apache-2.0"),
                Status.DRAFT);
    }
}
