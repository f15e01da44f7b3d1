package org.entente.names.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.names.Name;
import org.entente.names.Name.Kind;
import org.entente.names.NamePart;
import org.entente.names.NamePart.Role;
import org.entente.names.NameText;
import org.entente.names.legacy.Channel;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;
import org.entente.names.record.NameFile;
import org.entente.names.record.PartialDate;
import org.entente.names.record.Spoken;
import org.entente.names.record.Validity;
import org.junit.jupiter.api.Test;

/** T7, and the forms of names in credentials and other systems. */
class NameExportTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String DIGEST = "ab".repeat(32);

    private final NameEntry place = NameEntry.of(Name.of(Kind.LEGAL, "ᐃᖃᓗᐃᑦ", "iu-Cans"))
            .in("entente:iu-cans-draft")
            .with(new Equivalent(NameText.of("Iqaluit"), "iu-Latn", Equivalent.Relation.SAME_NAME_OTHER_SCRIPT))
            .with(new Spoken("iqaluit", "ee-KAL-oo-eet", "", DIGEST, "audio/ogg"));
    private final NameEntry parted = NameEntry.of(Name.of(Kind.LEGAL, "Rimouski Łútsël", "fr")
            .withParts(
                    new NamePart(Role.GIVEN, NameText.of("Rimouski")),
                    new NamePart(Role.FAMILY, NameText.of("Łútsël"))));
    private final NameEntry ceremonial = NameEntry.of(Name.of(Kind.CEREMONIAL, "Siksiká", "bla"));
    private final NameEntry former = NameEntry.of(Name.of(Kind.FORMER, "Stó:lō", "hur"));

    @Test
    void a_credential_says_each_name_and_form_in_an_element_of_its_own() {
        Map<String, Object> claims = CredentialNames.of(new NameFile(List.of(place, ceremonial, former), 0));

        assertThat(claims)
                .containsOnlyKeys("name", "name#iu-Cans", "ca_names", "ca_name_pronunciation")
                .containsEntry("name", "ᐃᖃᓗᐃᑦ")
                .containsEntry(
                        "ca_names",
                        List.of(
                                Map.of(
                                        "full", "ᐃᖃᓗᐃᑦ",
                                        "lang", "iu-Cans",
                                        "orthography", "entente:iu-cans-draft",
                                        "kind", "legal"),
                                Map.of(
                                        "full", "Iqaluit",
                                        "lang", "iu-Latn",
                                        "kind", "legal",
                                        "relation", "same-name-other-script")));
        assertThat(claims.toString()).doesNotContain("Siksiká", "Stó:lō");
    }

    @Test
    void what_a_credential_says_of_how_a_name_is_said_is_composed() {
        NameEntry told = place.with(Spoken.told("a\u0303", "e\u0301-kal", "fr"));

        assertThat(CredentialNames.of(NameFile.of(told)))
                .containsEntry(
                        "ca_name_pronunciation",
                        List.of(Map.of(
                                "full",
                                "ᐃᖃᓗᐃᑦ",
                                "ipa",
                                "\u00e3",
                                "respelling",
                                "\u00e9-kal",
                                "respelling_lang",
                                "fr")));
    }

    @Test
    void a_credential_says_the_forms_that_were_approved() {
        LegacyForm form = LegacyForm.chosen(place.name().full(), Channel.MRZ_PASSPORT, "IQALUIT", NOW);

        assertThat(CredentialNames.of(NameFile.of(place.with(List.of(form)))))
                .containsEntry(
                        "ca_name_legacy",
                        List.of(Map.of(
                                "full",
                                "ᐃᖃᓗᐃᑦ",
                                "channel",
                                "icao-mrz-td3",
                                "value",
                                "IQALUIT",
                                "method",
                                "person-chosen")));
    }

    @Test
    void openid_connect_has_its_own_claims_and_no_others() {
        assertThat(CredentialNames.openIdConnect(NameFile.of(place)))
                .isEqualTo(Map.of("name", "ᐃᖃᓗᐃᑦ", "name#iu-Cans", "ᐃᖃᓗᐃᑦ"));
    }

    @Test
    void an_mdoc_waits_for_the_forms_that_its_bearer_has_not_approved() {
        assertThat(MdocNames.of(NameFile.of(place), "nu"))
                .isEqualTo(new MdocNames.Awaiting(List.of(Channel.MDOC_FAMILY_NAME)));
        assertThat(MdocNames.of(NameFile.of(parted), "qc"))
                .isEqualTo(new MdocNames.Awaiting(List.of(Channel.MDOC_FAMILY_NAME)));
    }

    @Test
    void a_form_of_the_whole_name_serves_an_mdoc_where_the_whole_name_stands_in_one_element() {
        LegacyForm latin1 = LegacyForm.chosen(place.name().full(), Channel.LATIN1, "Iqaluït", NOW);
        LegacyForm ascii = LegacyForm.chosen(place.name().full(), Channel.ASCII, "Iqaluit", NOW);
        LegacyForm zone = LegacyForm.chosen(place.name().full(), Channel.MRZ_CARD, "IQALUIT", NOW);
        LegacyForm own = LegacyForm.chosen(place.name().full(), Channel.MDOC_FAMILY_NAME, "Iqaluitt", NOW);

        assertThat(familyName(place.with(List.of(zone, ascii)))).isEqualTo("Iqaluit");
        assertThat(familyName(place.with(List.of(ascii, latin1)))).isEqualTo("Iqaluït");
        assertThat(familyName(place.with(List.of(ascii, latin1, own)))).isEqualTo("Iqaluitt");
        assertThat(MdocNames.of(NameFile.of(place.with(List.of(zone))), "nu"))
                .as("a travel document's form has capitals only")
                .isInstanceOf(MdocNames.Awaiting.class);
        LegacyForm whole = LegacyForm.chosen(parted.name().full(), Channel.LATIN1, "Rimouski Lutsel", NOW);
        assertThat(MdocNames.of(NameFile.of(parted.with(List.of(whole))), "qc"))
                .as("a form of the whole is none of a part")
                .isEqualTo(new MdocNames.Awaiting(List.of(Channel.MDOC_FAMILY_NAME)));
    }

    private static Object familyName(NameEntry entry) {
        return namespaces(entry, "nu")
                .getOrDefault(MdocNames.STANDARD, Map.of())
                .getOrDefault("family_name", "");
    }

    @Test
    void an_mdoc_has_the_form_and_the_name_itself_beside_it() {
        NameEntry approved =
                parted.with(List.of(LegacyForm.chosen(NameText.of("Łútsël"), Channel.MDOC_FAMILY_NAME, "Lútsël", NOW)));

        assertThat(namespaces(approved, "qc").get(MdocNames.STANDARD))
                .isEqualTo(Map.of(
                        "family_name", "Lútsël",
                        "family_name_national_character", "Łútsël",
                        "given_name", "Rimouski",
                        "given_name_national_character", "Rimouski"));
    }

    @Test
    void one_name_is_whole_in_an_mdoc_and_nothing_is_filled_in() {
        NameEntry approved =
                place.with(List.of(LegacyForm.chosen(place.name().full(), Channel.MDOC_FAMILY_NAME, "Iqaluit", NOW)));

        Map<String, Map<String, Object>> namespaces = namespaces(approved, "nu");

        assertThat(namespaces.get(MdocNames.STANDARD))
                .isEqualTo(Map.of("family_name", "Iqaluit", "family_name_national_character", "ᐃᖃᓗᐃᑦ"));
        assertThat(namespaces.get("ca.nu.names.1"))
                .containsOnlyKeys("names", "name_full", "orthography", "pronunciation_ipa", "name_audio_digest")
                .containsEntry("name_full", "ᐃᖃᓗᐃᑦ");
        assertThat(namespaces.getOrDefault("ca.nu.names.1", Map.of()))
                .hasEntrySatisfying(
                        "name_audio_digest",
                        digest -> assertThat(digest).isEqualTo(HexFormat.of().parseHex(DIGEST)));
        assertThatIllegalArgumentException().isThrownBy(() -> MdocNames.of(NameFile.of(place), "Q.C"));
    }

    @Test
    void fhir_has_a_name_for_each_script() {
        List<Map<String, Object>> names = FhirNames.of(NameFile.of(place));

        assertThat(names).extracting(name -> name.get("text")).containsExactly("ᐃᖃᓗᐃᑦ", "Iqaluit");
        assertThat(names).allSatisfy(name -> assertThat(name).containsEntry("use", "official"));
        assertThat(String.valueOf(names.getFirst().get("extension"))).contains("valueCode=SYL", "valueCode=iu-Cans");
        assertThat(String.valueOf(names.getLast().get("extension"))).contains("valueCode=ABC");
        assertThat(FhirNames.of(NameFile.of(parted)).getFirst())
                .containsEntry("family", "Łútsël")
                .containsEntry("given", List.of("Rimouski"));
    }

    @Test
    void fhir_says_since_when_a_name_is_borne_as_exactly_as_its_bearer() {
        NameEntry since = place.with(new Validity(PartialDate.read("1987-06"), Optional.empty()));
        NameEntry until = former.with(new Validity(Optional.empty(), PartialDate.read("1987")));

        assertThat(FhirNames.of(NameFile.of(place)).getFirst()).doesNotContainKey("period");
        assertThat(FhirNames.of(NameFile.of(since)).getFirst()).containsEntry("period", Map.of("start", "1987-06"));
        assertThat(FhirNames.withFormer(new NameFile(List.of(place, until), 0), "joining two charts")
                        .getLast())
                .containsEntry("period", Map.of("end", "1987"));
    }

    @Test
    void a_former_name_needs_a_purpose_and_a_ceremonial_one_has_none() {
        NameFile file = new NameFile(List.of(place, ceremonial, former), 0);

        assertThat(FhirNames.of(file).toString()).doesNotContain("Siksiká", "Stó:lō");
        assertThat(FhirNames.withFormer(file, "joining two charts").toString())
                .contains("Stó:lō", "use=old")
                .doesNotContain("Siksiká");
        assertThatIllegalArgumentException().isThrownBy(() -> FhirNames.withFormer(file, " "));
    }

    @Test
    void a_name_has_one_form_for_a_channel() {
        LegacyForm form = LegacyForm.chosen(place.name().full(), Channel.ASCII, "Iqaluit", NOW);

        assertThatIllegalArgumentException().isThrownBy(() -> place.with(List.of(form, form)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spoken("", "", "", "zz", "audio/ogg"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spoken("", "", "", DIGEST, ""));
    }

    private static Map<String, Map<String, Object>> namespaces(NameEntry entry, String jurisdiction) {
        return switch (MdocNames.of(NameFile.of(entry), jurisdiction)) {
            case MdocNames.Ready(Map<String, Map<String, Object>> namespaces) -> namespaces;
            case MdocNames.Awaiting awaiting -> throw new AssertionError(awaiting);
        };
    }
}
