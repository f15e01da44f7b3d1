package org.entente.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.names.Name.Kind;
import org.entente.names.NamePart.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameClaimsTests {
    private static final Map<String, String> LEGAL_ELEMENT = Map.of(
            "full", "Rimouski Gaspé Chicoutimi",
            "lang", "fr",
            "kind", "legal",
            "given_name", "Rimouski Gaspé",
            "family_name", "Chicoutimi");

    private final Name legal = Name.of(Kind.LEGAL, "Rimouski Gaspé Chicoutimi", "fr")
            .withParts(part(Role.GIVEN, "Rimouski"), part(Role.GIVEN, "Gaspé"), part(Role.FAMILY, "Chicoutimi"));
    private final Name syllabics = Name.of(Kind.TRADITIONAL, "ᐃᖃᓗᐃᑦ", "iu-Cans");

    @Test
    void a_name_with_parts_gives_the_claims_that_everyone_reads() {
        assertThat(NameClaims.of(PersonNames.of(legal)))
                .isEqualTo(Map.of(
                        "name", "Rimouski Gaspé Chicoutimi",
                        "given_name", "Rimouski Gaspé",
                        "family_name", "Chicoutimi",
                        "name#fr", "Rimouski Gaspé Chicoutimi",
                        "ca_names", List.of(LEGAL_ELEMENT)));
    }

    @Test
    void one_word_is_a_name_and_nothing_is_filled_in() {
        PersonNames person = PersonNames.of(Name.of(Kind.LEGAL, "SENĆOŦEN", "str"));

        assertThat(NameClaims.of(person)).containsOnlyKeys("name", "name#str", "ca_names");
    }

    @Test
    void a_mononym_that_is_marked_as_one_has_no_family_name_either() {
        Name mononym = Name.of(Kind.LEGAL, "Hul'q'umi'num'", "hur").withParts(part(Role.MONONYM, "Hul'q'umi'num'"));

        assertThat(NameClaims.of(PersonNames.of(mononym))).doesNotContainKeys("given_name", "family_name");
    }

    @Test
    void the_person_decides_which_name_is_shown() {
        PersonNames person = new PersonNames(List.of(legal, syllabics), 1);

        Map<String, Object> claims = NameClaims.of(person);

        assertThat(claims).containsEntry("name", "ᐃᖃᓗᐃᑦ").doesNotContainKeys("given_name", "family_name");
        assertThat(claims)
                .containsEntry("ca_names", List.of(LEGAL_ELEMENT, element("ᐃᖃᓗᐃᑦ", "iu-Cans", "traditional")));
    }

    @Test
    void ceremonial_and_former_names_stay_on_the_record() {
        PersonNames person = new PersonNames(
                List.of(legal, Name.of(Kind.CEREMONIAL, "Siksiká", "bla"), Name.of(Kind.FORMER, "Stó:lō", "hur")), 0);

        assertThat(NameClaims.of(person).toString()).doesNotContain("Siksiká", "Stó:lō");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonNames(person.names(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonNames(person.names(), 2));
    }

    @Test
    void a_name_of_unsaid_language_has_no_tag() {
        assertThat(NameClaims.of(PersonNames.of(Name.of(Kind.USED, "Montréal", Name.UNDETERMINED))))
                .containsOnlyKeys("name", "ca_names");
    }

    @Test
    void a_person_has_one_to_twenty_names() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonNames(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonNames(Collections.nCopies(21, legal), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonNames(List.of(legal), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "français", "x", "en-", "en_CA", "iu Cans"})
    void refuses_the_language_tag(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> Name.of(Kind.USED, "Gaspé", tag));
    }

    @Test
    void a_name_has_at_most_twenty_parts() {
        NamePart[] parts = Collections.nCopies(21, part(Role.OTHER, "Gaspé")).toArray(NamePart[]::new);

        assertThatIllegalArgumentException().isThrownBy(() -> legal.withParts(parts));
    }

    private static NamePart part(Role role, String text) {
        return new NamePart(role, NameText.of(text));
    }

    private static Map<String, String> element(String full, String language, String kind) {
        return Map.of("full", full, "lang", language, "kind", kind);
    }
}
