package org.entente.node.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.names.Name;
import org.entente.names.Name.Kind;
import org.entente.names.NameText;
import org.entente.names.legacy.Channel;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;
import org.entente.names.record.NameFile;
import org.entente.names.record.Spoken;
import org.entente.node.names.SharedNames;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PersonsNamesTests {
    private static final ObjectNode RECORD = Json.object("""
            {"name": "Iqaluit", "family_name": "Iqaluit", "birthdate": "1991-07-15",
             "ca_names": [{"full": "Iqaluit", "lang": "en", "kind": "legal", "family_name": "Iqaluit"},
                          {"full": "ᐃᖃᓗᐃᑦ", "lang": "iu-Cans", "kind": "traditional"}]}
            """);

    @Test
    void the_person_chooses_which_of_the_registers_names_is_shown() {
        ObjectNode claims = with(0, entry(Kind.TRADITIONAL, "ᐃᖃᓗᐃᑦ", "iu-Cans"));

        assertThat(claims.path("name").stringValue()).isEqualTo("ᐃᖃᓗᐃᑦ");
        assertThat(claims.has("family_name"))
                .as("that is a part of another name")
                .isFalse();
        assertThat(claims.path("ca_names")).as("it was there already").hasSize(2);
        assertThat(claims.path("birthdate").stringValue()).isEqualTo("1991-07-15");
    }

    @Test
    void a_name_that_only_the_person_has_recorded_says_so_and_never_becomes_the_attested_one() {
        ObjectNode claims = with(0, entry(Kind.LEGAL, "Kuujjuaq", "und"));

        assertThat(claims.path("name").stringValue()).isEqualTo("Iqaluit");
        JsonNode added = claims.path("ca_names").path(2);
        assertThat(added.path("full").stringValue()).isEqualTo("Kuujjuaq");
        assertThat(added.path("asserted_by").stringValue()).isEqualTo("person");
        assertThat(claims.path("ca_names").path(0).has("asserted_by")).isFalse();
        assertThat(claims.propertyNames()).noneMatch(claim -> claim.startsWith("name#"));
    }

    @Test
    void the_same_name_in_another_script_goes_along_as_told_by_the_person() {
        ObjectNode claims = with(
                0,
                entry(Kind.LEGAL, "Iqaluit", "en")
                        .with(new Equivalent(
                                NameText.of("ᐃᖃᓗᐃᑦ ᓄᓇᕗᑦ"), "iu-Cans", Equivalent.Relation.SAME_NAME_OTHER_SCRIPT)));

        JsonNode added = claims.path("ca_names").path(2);
        assertThat(added.path("lang").stringValue()).isEqualTo("iu-Cans");
        assertThat(added.path("relation").stringValue()).isEqualTo("same-name-other-script");
        assertThat(added.path("asserted_by").stringValue()).isEqualTo("person");
    }

    @Test
    void the_parts_are_those_of_the_name_that_is_shown() {
        ObjectNode record = Json.object("""
                {"name": "Rimouski Gaspé", "given_name": "Rimouski", "family_name": "Gaspé", "family_name#fr": "Gaspé",
                 "ca_names": [{"full": "Rimouski Gaspé", "lang": "fr", "given_name": "Rimouski", "family_name": "Gaspé"},
                              {"full": "Nunavik Kuujjuaq", "lang": "iu-Latn", "given_name": "Nunavik", "family_name": "Kuujjuaq"}]}
                """);

        ObjectNode other = with(record, entry(Kind.USED, "Nunavik Kuujjuaq", "iu-Latn"));
        assertThat(other.path("name").stringValue()).isEqualTo("Nunavik Kuujjuaq");
        assertThat(other.path("given_name").stringValue()).isEqualTo("Nunavik");
        assertThat(other.path("family_name").stringValue()).isEqualTo("Kuujjuaq");
        assertThat(other.has("family_name#fr")).isFalse();

        ObjectNode same = with(record, entry(Kind.USED, "Rimouski Gaspé", "fr"));
        assertThat(same.path("given_name").stringValue()).isEqualTo("Rimouski");
        assertThat(same.path("family_name#fr").stringValue()).isEqualTo("Gaspé");

        ObjectNode away = with(record, entry(Kind.USED, "Siksiká", "bla"), entry(Kind.FORMER, "Rimouski Gaspé", "fr"));
        assertThat(away.path("name").stringValue()).isEqualTo("Nunavik Kuujjuaq");
        assertThat(away.path("family_name").stringValue()).isEqualTo("Kuujjuaq");
    }

    @Test
    void the_forms_are_those_of_the_name_that_is_attested() {
        NameEntry attested = entry(Kind.LEGAL, "Iqaluit", "en").with(List.of(form("Iqaluit", "IQALUIT")));
        NameEntry own = entry(Kind.USED, "ʔaq̓am", "kut").with(List.of(form("ʔaq̓am", "AKAM")));

        JsonNode forms = with(0, own, attested).path("ca_name_legacy");

        assertThat(forms).hasSize(1);
        assertThat(forms.path(0).path("full").stringValue()).isEqualTo("Iqaluit");
        assertThat(forms.path(0).path("value").stringValue()).isEqualTo("IQALUIT");
    }

    @Test
    void how_a_name_is_said_goes_along_and_of_the_attested_name_what_other_systems_get() {
        NameEntry said = entry(Kind.USED, "ʔaq̓am", "kut").with(Spoken.told("", "ah-kam", "en"));
        NameEntry attested = entry(Kind.LEGAL, "Iqaluit", "en").with(List.of(form("Iqaluit", "IQALUIT")));

        ObjectNode claims = with(0, said, attested);

        JsonNode pronunciation = claims.path("ca_name_pronunciation").path(0);
        assertThat(pronunciation.path("respelling").stringValue()).isEqualTo("ah-kam");
        assertThat(pronunciation.path("respelling_lang").stringValue()).isEqualTo("en");
        assertThat(pronunciation.path("asserted_by").stringValue()).isEqualTo("person");
        JsonNode form = claims.path("ca_name_legacy").path(0);
        assertThat(form.path("value").stringValue()).isEqualTo("IQALUIT");
        assertThat(form.path("asserted_by").stringValue()).isEqualTo("person");
    }

    @Test
    void a_form_of_another_name_never_stands_beside_the_attested_one() {
        ObjectNode claims = with(0, entry(Kind.USED, "ʔaq̓am", "kut").with(List.of(form("ʔaq̓am", "Akam"))));

        assertThat(claims.path("name").stringValue()).isEqualTo("Iqaluit");
        assertThat(claims.has("ca_name_legacy")).isFalse();
    }

    @Test
    void neither_a_former_nor_a_ceremonial_name_leaves_the_record_though_the_register_has_it() {
        ObjectNode record = Json.object("""
                {"name": "Fort Chimo", "name#en": "Fort Chimo", "given_name": "Fort", "family_name": "Chimo",
                 "family_name#en": "Chimo", "birthdate": "1991-07-15",
                 "ca_names": [{"full": "Fort Chimo", "lang": "en", "kind": "legal"},
                              {"full": "Wolinak", "lang": "und", "kind": "traditional"},
                              {"full": "ᑰᔾᔪᐊᖅ", "lang": "iu-Cans", "kind": "traditional"}]}
                """);
        ObjectNode claims = with(
                record,
                entry(Kind.USED, "Kuujjuaq", "und"),
                entry(Kind.FORMER, "Fort Chimo", "en"),
                entry(Kind.CEREMONIAL, "Wolinak", "und"));

        assertThat(Json.write(claims)).doesNotContain("Chimo", "Wolinak");
        assertThat(claims.path("name").stringValue())
                .as("the register's next name, and not the person's own")
                .isEqualTo("ᑰᔾᔪᐊᖅ");
        assertThat(claims.path("name#iu-Cans").stringValue()).isEqualTo("ᑰᔾᔪᐊᖅ");
        assertThat(claims.path("ca_names")
                        .valueStream()
                        .map(name -> name.path("full").stringValue()))
                .containsExactly("ᑰᔾᔪᐊᖅ", "Kuujjuaq");
        assertThat(claims.propertyNames()).contains("birthdate").doesNotContain("given_name", "family_name");
    }

    @Test
    void where_the_register_has_no_other_name_none_is_attested_and_the_persons_own_does_not_take_its_place() {
        ObjectNode record = Json.object("""
                {"name": "Iqaluit", "birthdate": "1991-07-15", "ca_names": [{"full": "Iqaluit", "lang": "en"}]}
                """);

        ObjectNode claims = with(record, entry(Kind.USED, "Kuujjuaq", "und"), entry(Kind.FORMER, "Iqaluit", "en"));

        assertThat(claims.has("name")).isFalse();
        assertThat(claims.path("ca_names").path(0).path("asserted_by").stringValue())
                .isEqualTo("person");
    }

    @Test
    void a_name_is_put_away_also_where_the_person_has_recorded_no_other() {
        SharedNames none =
                new SharedNames(Optional.empty(), name -> name.value().equals("Iqaluit"));

        ObjectNode claims = PersonsNames.with(RECORD, none);

        assertThat(Json.write(claims)).doesNotContain("\"Iqaluit\"");
        assertThat(claims.path("name").stringValue()).isEqualTo("ᐃᖃᓗᐃᑦ");
    }

    @Test
    void two_names_that_lost_letters_are_not_one() {
        ObjectNode record = Json.object("""
                {"name": "C\uFFFDd", "ca_names": [{"full": "C\uFFFDd", "lang": "und"}]}
                """);
        Name damaged = new Name(Kind.USED, new NameText("A\uFFFDb"), Name.UNDETERMINED, List.of());

        ObjectNode claims = with(record, NameEntry.of(damaged));

        assertThat(claims.path("name").stringValue()).isEqualTo("C\uFFFDd");
        assertThat(claims.path("ca_names")).hasSize(2);
    }

    private static ObjectNode with(int displayed, NameEntry... entries) {
        return with(RECORD, new NameFile(List.of(entries), displayed));
    }

    private static ObjectNode with(ObjectNode record, NameEntry... entries) {
        return with(record, new NameFile(List.of(entries), 0));
    }

    private static ObjectNode with(ObjectNode record, NameFile file) {
        return PersonsNames.with(record, new SharedNames(Optional.of(file), name -> isPutAway(file, name)));
    }

    private static boolean isPutAway(NameFile file, NameText name) {
        return file.entries().stream()
                .filter(entry -> !entry.name().kind().isShared())
                .anyMatch(entry -> entry.name().full().equals(name));
    }

    private static LegacyForm form(String name, String value) {
        return LegacyForm.chosen(NameText.of(name), Channel.ASCII, value, Instant.EPOCH);
    }

    private static NameEntry entry(Kind kind, String full, String language) {
        return NameEntry.of(Name.of(kind, full, language));
    }
}
