package org.entente.node.wallet.attestations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.names.legacy.Method;
import org.entente.names.record.Equivalent;
import org.entente.node.kernel.Language;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ClaimViewTests {
    private static final ObjectNode CLAIMS = Json.object("""
            {"vct": "https://issuer.example/identity", "birthdate": "1991-07-15",
             "name": "ᐃᖃᓗᐃᑦ", "name#iu-Cans": "ᐃᖃᓗᐃᑦ", "given_name": "ᐃᖃᓗᐃᑦ",
             "ca_names": [{"full": "ᐃᖃᓗᐃᑦ", "lang": "iu-Cans", "kind": "traditional", "asserted_by": "person"},
                          {"full": "ʔaq̓am", "lang": "kut", "kind": "of-another-list", "given_name": "ʔaq̓am", "orthography": "fpcc:ktunaxa"}],
             "ca_name_pronunciation": [{"full": "ʔaq̓am", "respelling": "ah-kam", "respelling_lang": "en", "ipa": "ʔaqʼam", "audio_sha256": "00ff", "audio_type": "audio/ogg"}],
             "ca_name_legacy": [{"full": "ʔaq̓am", "channel": "ascii-40", "value": "Akam", "method": "person-chosen"}]}
            """);
    private static final Labels LABELS = new Labels(
            List.of(),
            List.of(),
            List.of(new Labels.ClaimLabels(
                    ClaimPath.of("name"), List.of(new Label("Full name", "en"), new Label("Nom complet", "fr")))));

    @Test
    void a_name_has_its_language_wherever_it_stands() {
        for (String claim : List.of("name", "name#iu-Cans", "given_name", "ca_names")) {
            ClaimView.Value value = claim(claim, Language.EN).values().getFirst();
            assertThat(value.text()).isEqualTo("ᐃᖃᓗᐃᑦ");
            assertThat(value.lang()).as(claim).isEqualTo("iu-Cans");
            assertThat(value.name()).as(claim).isTrue();
        }
        assertThat(claim("birthdate", Language.EN).values().getFirst().name()).isFalse();
    }

    @Test
    void codes_are_words_in_the_readers_language_and_a_strangers_stay_as_they_are() {
        assertThat(details("ca_names", 0, Language.EN))
                .containsExactly(
                        "wallet.name.lang Inuktitut, Unified Canadian Aboriginal Syllabics",
                        "wallet.name.kind.traditional",
                        "wallet.name.asserted_by.person");
        assertThat(details("ca_names", 0, Language.FR).getFirst()).contains("inuktitut, syllabaire");
        assertThat(details("ca_names", 1, Language.EN))
                .contains("of-another-list", "wallet.name.orthography fpcc:ktunaxa");
    }

    @Test
    void how_a_name_is_said_and_written_elsewhere_is_told_in_words() {
        assertThat(details("ca_name_pronunciation", 0, Language.EN))
                .containsExactly("wallet.name.respelling ah-kam", "wallet.name.ipa ʔaqʼam", "wallet.name.recording");
        assertThat(claim("ca_name_legacy", Language.EN).values().getFirst().text())
                .isEqualTo("Akam");
        assertThat(details("ca_name_legacy", 0, Language.EN))
                .containsExactly(
                        "wallet.name.of ʔaq̓am", "wallet.name.channel.ascii-40", "wallet.name.method.person-chosen");
    }

    @Test
    void what_is_said_of_a_name_has_a_language_of_its_own() {
        assertThat(claim("ca_name_pronunciation", Language.FR)
                        .values()
                        .getFirst()
                        .lang())
                .isEqualTo("kut");
        ClaimView.Value form = claim("ca_name_legacy", Language.FR).values().getFirst();
        assertThat(form.lang()).as("a form is in no language").isEqualTo("zxx");
        assertThat(form.name()).isTrue();
        assertThat(languages("ca_name_legacy", 0)).containsOnly("NAME kut", "OUR_WORDS ");
        assertThat(languages("ca_name_pronunciation", 0)).containsExactly("QUOTE en", "QUOTE und-fonipa", "OUR_WORDS ");
        assertThat(languages("ca_names", 1)).contains("NAME kut", "QUOTE zxx");
    }

    private static List<String> languages(String claim, int value) {
        return claim(claim, Language.FR).values().get(value).details().stream()
                .map(detail -> detail.of() + " " + detail.lang())
                .toList();
    }

    @Test
    void a_claim_with_a_tag_is_called_as_the_one_without() {
        assertThat(claim("name#iu-Cans", Language.FR).name().text()).startsWith("Nom complet (inuktitut");
    }

    @Test
    void every_code_of_the_library_has_words_in_both_languages() throws IOException {
        Set<String> codes = Stream.of(
                        Arrays.stream(Name.Kind.values())
                                .filter(Name.Kind::isShared)
                                .map(kind -> "kind." + kind.code()),
                        Arrays.stream(Method.values()).map(method -> "method." + method.code()),
                        Arrays.stream(Equivalent.Relation.values()).map(relation -> "relation." + relation.code()))
                .flatMap(words -> words)
                .collect(Collectors.toSet());
        for (String language : List.of("fr", "en")) {
            Properties catalogue = new Properties();
            try (InputStream file =
                    ClaimViewTests.class.getResourceAsStream("/i18n/wallet_" + language + ".properties")) {
                catalogue.load(file);
            }
            assertThat(codes).allMatch(code -> catalogue.containsKey("wallet.name." + code));
        }
    }

    private static ClaimView claim(String claim, Language language) {
        return ClaimView.of(CLAIMS, LABELS, language).stream()
                .filter(view -> view.path().members().equals(List.of(claim)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> details(String claim, int value, Language language) {
        return claim(claim, language).values().get(value).details().stream()
                .map(detail -> (detail.key() + " " + detail.text()).strip())
                .toList();
    }
}
