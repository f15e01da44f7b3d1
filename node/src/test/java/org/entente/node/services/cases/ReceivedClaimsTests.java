package org.entente.node.services.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.node.kernel.Text;
import org.entente.node.services.cases.CaseView.Received;
import org.entente.node.verification.ClaimNames;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ReceivedClaimsTests {
    private static final ObjectNode CLAIMS = Json.object("""
            {"name": "ᐃᖃᓗᐃᑦ", "given_name": "Kwä̀nlin", "family_name": "Dün", "birthdate": "1991-07-15",
             "address": {"locality": "Iqaluit", "lang": "iu"},
             "ca_names": [{"full": "ᐃᖃᓗᐃᑦ", "lang": "iu-Cans", "kind": "traditional", "orthography": "entente:x"},
                          {"full": "Kwä̀nlin Dün", "lang": "tce", "kind": "legal"},
                          {"full": "Siksiká", "lang": "<b>", "kind": "secret", "asserted_by": "person"}]}
            """);

    @Test
    void a_name_and_its_parts_have_the_language_that_stands_beside_the_same_name() {
        assertThat(of("name")).containsExactly(new Received(label("name"), "ᐃᖃᓗᐃᑦ", "iu-Cans", true, List.of()));
        assertThat(of("given_name", "family_name")).extracting(Received::lang).containsExactly("tce", "tce");
        assertThat(of("birthdate", "address")).extracting(Received::isName).containsOnly(false);
    }

    @Test
    void a_part_that_stands_in_two_names_has_the_language_of_the_attested_one() {
        ObjectNode two = Json.object("""
                {"name": "Dün Wolinak", "family_name": "Dün",
                 "ca_names": [{"full": "Kwä̀nlin Dün", "lang": "tce"}, {"full": "Dün Wolinak", "lang": "abe"}],
                 "ca_name_legacy": [{"full": "Dün Wolinak", "channel": "ascii-40", "value": "DUN",
                                     "method": "person-chosen", "asserted_by": "person"}],
                 "ca_name_pronunciation": [{"full": "Dün Wolinak", "respelling": "dun", "respelling_lang": "fr",
                                            "ipa": "dyn", "audio_sha256": "00ff", "audio_type": "audio/ogg"}]}
                """);

        assertThat(ReceivedClaims.of(two, List.of(ClaimPath.of("family_name"))))
                .extracting(Received::lang)
                .containsExactly("abe");
        Text forms = label("ca_name_legacy");
        assertThat(ReceivedClaims.of(two, List.of(ClaimPath.of("ca_name_legacy"))))
                .containsExactly(
                        new Received(forms, "Dün Wolinak", "abe", true, List.of("services.name.asserted")),
                        new Received(forms, "DUN", "zxx", true, List.of("names.channel.ascii")));
        Text said = label("ca_name_pronunciation");
        assertThat(ReceivedClaims.of(two, List.of(ClaimPath.of("ca_name_pronunciation"))))
                .containsExactly(
                        new Received(said, "Dün Wolinak", "abe", true, List.of()),
                        new Received(said, "dun", "fr", true, List.of()),
                        new Received(said, "dyn", "und-fonipa", true, List.of()));
    }

    @Test
    void of_each_name_it_is_said_what_it_is_and_whether_anybody_attests_it() {
        assertThat(of("ca_names")).extracting(Received::value).containsExactly("ᐃᖃᓗᐃᑦ", "Kwä̀nlin Dün", "Siksiká");
        assertThat(of("ca_names"))
                .extracting(Received::notes)
                .containsExactly(
                        List.of("names.kind.of.traditional"),
                        List.of("names.kind.of.legal"),
                        List.of("services.name.asserted"));
        assertThat(of("ca_names").getLast().lang()).as("no language").isEmpty();
    }

    @Test
    void a_name_in_a_language_has_that_of_its_claim_and_one_that_nothing_tells_has_none() {
        ObjectNode tagged = Json.object("""
                {"name": "ᐃᖃᓗᐃᑦ", "name#iu-Cans": "ᐃᖃᓗᐃᑦ", "given_name": "Gaspé"}
                """);

        assertThat(ReceivedClaims.of(
                        tagged,
                        List.of(ClaimPath.of("name"), ClaimPath.of("name#iu-Cans"), ClaimPath.of("given_name"))))
                .extracting(Received::lang)
                .containsExactly("iu-Cans", "iu-Cans", "");
    }

    private static List<Received> of(String... claims) {
        return ReceivedClaims.of(
                CLAIMS, List.of(claims).stream().map(ClaimPath::of).toList());
    }

    private static Text label(String claim) {
        return ClaimNames.of(ClaimPath.of(claim));
    }
}
