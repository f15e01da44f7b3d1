package org.entente.protocols.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entente.protocols.sdjwt.TestCredential.digest;
import static org.entente.protocols.sdjwt.TestCredential.disclosure;
import static org.entente.protocols.sdjwt.TestCredential.sd;

import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class SdJwtTests {
    private static final String EMAIL = "[\"salt\",\"email\",\"a@b.example\"]";

    private final TestCredential test = new TestCredential();
    private final SdJwt credential = SdJwt.parse(test.issued());

    @Test
    void the_holder_reads_every_claim_that_was_issued() {
        ObjectNode expected = test.plain();
        expected.setAll(TestCredential.disclosable());

        assertThat(credential.claims()).isEqualTo(expected);
    }

    @Test
    @Requirement("OID4VCI 1.0 §15.2 selective")
    void nothing_disclosable_shows_in_the_signed_payload() {
        String payload = Json.write(credential.issuerJwt().claims());

        assertThat(payload).doesNotContain("Rimouski", "given_name", "address", "Gaspé", "pseudonyms", "ca_names");
    }

    @Test
    @Requirement("RFC 9901 §9.11 explicit-typ")
    void the_header_says_dc_sd_jwt_and_names_the_key() {
        assertThat(credential.issuerJwt().type()).isEqualTo("dc+sd-jwt");
        assertThat(credential.issuerJwt().keyId()).contains(test.issuer.keyId());
    }

    @Test
    @Requirement("RFC 9901 §4.2.4.1 shuffled")
    @Requirement("RFC 9901 §4.2.5 decoys")
    void decoys_stand_among_the_digests_and_nobody_can_tell_them() {
        // seven claims and three decoys at the top; two sectors and three decoys among the pseudonyms
        List<String> digests = strings(credential.issuerJwt().claims());
        Disclosure pseudonyms = disclosureOf("pseudonyms");

        assertThat(digests).hasSize(10).isSorted().allMatch(digest -> digest.length() == 43);
        assertThat(strings((ObjectNode) pseudonyms.value())).hasSize(5);
        assertThat(disclosureOf("ca_names").value().size()).isEqualTo(4);
    }

    @Test
    @Requirement("RFC 9901 §9.3 salt")
    @Requirement("RFC 9901 §10.1 unlinkable")
    void two_credentials_of_one_person_share_no_digest() {
        List<String> other = strings(SdJwt.parse(test.issued()).issuerJwt().claims());

        assertThat(strings(credential.issuerJwt().claims())).doesNotContainAnyElementsOf(other);
    }

    @Test
    @Requirement("RFC 9901 §7.1 undisclosed")
    void a_claim_can_be_shown_alone() {
        SdJwt chosen = credential.withOnly(List.of(ClaimPath.of("given_name")));

        ObjectNode expected = test.plain().put("given_name", "Rimouski");
        assertThat(chosen.claims()).isEqualTo(expected);
        assertThat(chosen.disclosures()).hasSize(1);
    }

    @Test
    @Requirement("RFC 9901 §4.2.6 recursive")
    void a_member_of_an_object_can_be_shown_alone() {
        SdJwt chosen = credential.withOnly(
                List.of(ClaimPath.of("pseudonyms", "health"), ClaimPath.of("address", "country", "code")));

        assertThat(chosen.claims().path("pseudonyms")).isEqualTo(Json.parse("{\"health\":\"p-health\"}"));
        assertThat(chosen.claims().path("address")).isEqualTo(Json.parse("{\"country\":{\"code\":\"CA\"}}"));
        assertThat(chosen.toString()).hasSizeLessThan(credential.toString().length());
    }

    @Test
    void an_object_or_an_array_can_be_shown_whole() {
        SdJwt chosen = credential.withOnly(List.of(ClaimPath.of("address"), ClaimPath.of("ca_names")));

        assertThat(chosen.claims().path("address"))
                .isEqualTo(TestCredential.disclosable().path("address"));
        assertThat(chosen.claims().path("ca_names"))
                .isEqualTo(TestCredential.disclosable().path("ca_names"));
    }

    @Test
    @Requirement("RFC 9901 §4.2.2 element")
    void an_element_of_an_array_can_be_shown_alone() {
        SdJwt names = credential.withOnly(List.of(ClaimPath.of("ca_names")));
        String first = names.toString().substring(0, names.toString().length() - 1);

        SdJwt chosen = SdJwt.parse(first.substring(0, first.lastIndexOf('~') + 1));

        assertThat(chosen.claims().path("ca_names"))
                .isEqualTo(Json.parse("[{\"full\":\"SENĆOŦEN\",\"lang\":\"str\"}]"));
    }

    @Test
    void a_path_that_leads_nowhere_shows_nothing() {
        SdJwt chosen = credential.withOnly(
                List.of(ClaimPath.of("address", "postal_code"), ClaimPath.of("middle_name"), ClaimPath.of("vct", "x")));

        assertThat(chosen.disclosures()).isEmpty();
        assertThat(chosen.claims()).isEqualTo(test.plain());
    }

    @Test
    @Requirement("RFC 9901 §4 format")
    void a_presentation_reads_back_with_its_key_binding() {
        String text = credential
                .withOnly(List.of(ClaimPath.of("given_name")))
                .present(test.holder, "x509_hash:abc", "n-1", TestCredential.ISSUED_AT);

        SdJwt presentation = SdJwt.parse(text);

        assertThat(presentation.toString()).isEqualTo(text);
        assertThat(presentation.keyBinding().orElseThrow().claims().path("aud").stringValue())
                .isEqualTo("x509_hash:abc");
        assertThat(presentation.keyBinding().orElseThrow().header().propertyNames())
                .as("the key binding has no further name by which presentations could be linked")
                .containsExactlyInAnyOrder("alg", "typ");
    }

    @Test
    @Requirement("RFC 9901 §4.3 key")
    void only_the_key_that_it_is_bound_to_presents_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> credential.present(TestSigner.create(), "a", "n", TestCredential.ISSUED_AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "nbf", "exp", "cnf", "vct", "status", "_sd", "...", "_sd_alg"})
    @Requirement("RFC 9901 §4.1 always-visible")
    @Requirement("RFC 9901 §4.1 reserved")
    void does_not_hide_the_claim(String name) {
        ObjectNode disclosable = Json.newObject().put(name, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdJwtIssuance.issue(test.issuer, Json.newObject(), disclosable, 0, test.random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":{\"_sd\":[]}}", "{\"a\":[{\"...\":\"x\"}]}", "{\"_sd_alg\":\"sha-512\"}"})
    @Requirement("RFC 9901 §4.1 reserved")
    void does_not_issue_reserved_names(String plain) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SdJwtIssuance.issue(test.issuer, Json.object(plain), Json.newObject(), 0, test.random));
    }

    @Test
    void does_not_issue_a_claim_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdJwtIssuance.issue(
                        test.issuer, Json.object("{\"a\":1}"), Json.object("{\"a\":2}"), 0, test.random));
    }

    @Test
    @Requirement("RFC 9901 §7.1 duplicate-digest")
    @Requirement("Security §4 digests")
    void refuses_a_disclosure_that_stands_twice() {
        assertRefused(test.forged(sd(digest(EMAIL)), disclosure(EMAIL), disclosure(EMAIL)));
    }

    @Test
    @Requirement("RFC 9901 §7.1 duplicate-digest")
    @Requirement("Security §4 digests")
    void refuses_a_digest_that_stands_twice() {
        assertRefused(test.forged(sd(digest(EMAIL), digest(EMAIL)), disclosure(EMAIL)));
        assertRefused(test.forged("{\"_sd\":[\"x\"],\"other\":{\"_sd\":[\"x\"]}}"));
    }

    @Test
    @Requirement("RFC 9901 §7.1 unreferenced")
    void refuses_a_disclosure_that_nothing_references() {
        assertRefused(test.forged(sd("x"), disclosure(EMAIL)));
    }

    @Test
    @Requirement("RFC 9901 §7.1 disclosure-form")
    void refuses_a_disclosure_that_is_a_member_where_an_element_is_hidden() {
        assertRefused(test.forged("{\"list\":[{\"...\":\"" + digest(EMAIL) + "\"}]}", disclosure(EMAIL)));
    }

    @Test
    @Requirement("RFC 9901 §7.1 disclosure-form")
    void refuses_a_disclosure_that_is_an_element_where_a_member_is_hidden() {
        String element = "[\"salt\",\"value\"]";

        assertRefused(test.forged(sd(digest(element)), disclosure(element)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vct", "iss", "exp", "status", "_sd_alg", "_sd", "..."})
    @Requirement("RFC 9901 §4.2.1 name")
    @Requirement("RFC 9901 §4.1 always-visible")
    @Requirement("RFC 9901 §9.7 validity-claims")
    @Requirement("Security §4 reserved")
    void refuses_a_disclosure_for(String name) {
        String json = "[\"salt\",\"" + name + "\",\"forged\"]";

        assertRefused(test.forged(sd(digest(json)), disclosure(json)));
    }

    @Test
    @Requirement("RFC 9901 §7.1 existing-name")
    @Requirement("Security §4 reserved")
    void refuses_a_disclosure_over_a_claim_that_is_there() {
        String members = "{\"email\":\"plain\",\"_sd\":[\"" + digest(EMAIL) + "\"]}";

        assertRefused(test.forged(members, disclosure(EMAIL)));
    }

    @Test
    @Requirement("RFC 9901 §7.1 existing-name")
    @Requirement("Security §4 reserved")
    void refuses_two_disclosures_for_one_claim() {
        String second = "[\"other\",\"email\",\"c@d.example\"]";

        assertRefused(test.forged(sd(digest(EMAIL), digest(second)), disclosure(EMAIL), disclosure(second)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[\"salt\"]",
                "[\"salt\",\"a\",1,2]",
                "[7,\"a\",1]",
                "[\"salt\",7,1]",
                "{}",
                "\"salt\"",
                "[\"salt\",\"a\",{\"x\":1,\"x\":2}]",
                "[\"salt\",\"a\",1]x"
            })
    @Requirement("RFC 9901 §4.2.1 object")
    @Requirement("RFC 9901 §7.1 disclosure-form")
    void refuses_a_disclosure_of_the_form(String json) {
        assertRefused(test.forged(sd(digest(json)), disclosure(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_sd\":\"x\"}",
                "{\"_sd\":[7]}",
                "{\"_sd_alg\":\"md5\"}",
                "{\"_sd_alg\":\"sha-512\"}",
                "{\"_sd_alg\":7}",
                "{\"...\":\"x\"}",
                "{\"list\":[{\"...\":\"x\",\"more\":1}]}",
                "{\"list\":[{\"...\":7}]}"
            })
    @Requirement("RFC 9901 §4.1.1 sha-256")
    @Requirement("RFC 9901 §4.2.4.1 _sd")
    @Requirement("RFC 9901 §4.2.4.2 element-digest")
    @Requirement("RFC 9901 §9.4 hash")
    @Requirement("Security §4 hash-and-type")
    void refuses_a_payload_with(String members) {
        assertRefused(test.forged(members));
    }

    @Test
    void shows_no_value_in_its_texts_for_logs() {
        assertThat(credential.disclosures().toString()).doesNotContain("Rimouski");
    }

    private Disclosure disclosureOf(String name) {
        return credential.disclosures().stream()
                .filter(disclosure -> disclosure.name().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> strings(ObjectNode object) {
        return object.path("_sd").valueStream().map(node -> node.stringValue()).toList();
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> SdJwt.parse(text));
    }
}
