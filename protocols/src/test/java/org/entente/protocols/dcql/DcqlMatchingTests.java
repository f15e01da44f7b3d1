package org.entente.protocols.dcql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.DcqlMatch.Candidate;
import org.entente.protocols.dcql.DcqlMatch.Choice;
import org.entente.protocols.dcql.DcqlMatch.Satisfied;
import org.entente.protocols.dcql.DcqlMatch.Unsatisfied;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

class DcqlMatchingTests {
    private static final Holding IDENTITY = new Holding(
            "copy-1",
            "dc+sd-jwt",
            "urn:example:identity",
            Set.of("aki-quebec"),
            Json.object("{\"name\":\"Kangirsuk\",\"birthdate\":\"1990-01-01\",\"pseudonyms\":{\"arrivals\":\"p\"}}"));

    @Test
    @Requirement("OID4VP 1.0 §6.4 nothing-else")
    void offers_the_claims_that_are_asked_and_no_others() {
        DcqlQuery query = query("[{\"path\":[\"name\"]},{\"path\":[\"pseudonyms\",\"arrivals\"]}]", "");

        assertThat(DcqlMatching.match(query, List.of(IDENTITY)))
                .isEqualTo(new Satisfied(List.of(new Choice(
                        "q",
                        List.of(new Candidate(
                                "copy-1", List.of(ClaimPath.of("name"), ClaimPath.of("pseudonyms", "arrivals"))))))));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.1 all")
    @Requirement("OID4VP 1.0 §6.4.2 nothing-in-part")
    void offers_nothing_when_one_claim_is_lacking() {
        DcqlQuery query = query("[{\"path\":[\"name\"]},{\"path\":[\"licence\"]}]", "");

        assertThat(DcqlMatching.match(query, List.of(IDENTITY))).isEqualTo(new Unsatisfied(List.of("q")));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.1 no-claims")
    void discloses_nothing_when_no_claim_is_asked() {
        DcqlQuery query = DcqlQuery.parse(
                Json.parse(
                        "{\"credentials\":[{\"id\":\"q\",\"format\":\"dc+sd-jwt\",\"meta\":{\"vct_values\":[\"urn:example:identity\"]}}]}"));

        assertThat(DcqlMatching.match(query, List.of(IDENTITY)))
                .isEqualTo(new Satisfied(List.of(new Choice("q", List.of(new Candidate("copy-1", List.of()))))));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.1 first-set")
    void takes_the_first_claim_set_that_the_holder_has() {
        DcqlQuery query = query(
                "[{\"id\":\"a\",\"path\":[\"licence\"]},{\"id\":\"b\",\"path\":[\"birthdate\"]}]",
                ",\"claim_sets\":[[\"a\"],[\"b\"]]");

        assertThat(DcqlMatching.match(query, List.of(IDENTITY)))
                .isEqualTo(new Satisfied(List.of(
                        new Choice("q", List.of(new Candidate("copy-1", List.of(ClaimPath.of("birthdate"))))))));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.3 values")
    void matches_a_value_that_is_asked() {
        assertThat(DcqlMatching.match(
                        query("[{\"path\":[\"name\"],\"values\":[\"Kangirsuk\"]}]", ""), List.of(IDENTITY)))
                .isInstanceOf(Satisfied.class);
        assertThat(DcqlMatching.match(query("[{\"path\":[\"name\"],\"values\":[\"Aupaluk\"]}]", ""), List.of(IDENTITY)))
                .isInstanceOf(Unsatisfied.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §6.1 trusted_authorities")
    @Requirement("OID4VP 1.0 §6.1.1.1 aki")
    @Requirement("HAIP 1.0 §5 aki")
    void matches_an_authority_that_the_verifier_trusts() {
        String authorities = ",\"trusted_authorities\":[{\"type\":\"aki\",\"values\":[\"%s\"]}]";

        assertThat(DcqlMatching.match(
                        query("[{\"path\":[\"name\"]}]", authorities.formatted("aki-quebec")), List.of(IDENTITY)))
                .isInstanceOf(Satisfied.class);
        assertThat(DcqlMatching.match(
                        query("[{\"path\":[\"name\"]}]", authorities.formatted("aki-other")), List.of(IDENTITY)))
                .isInstanceOf(Unsatisfied.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 required-sets")
    @Requirement("OID4VP 1.0 §8.1 no-empty")
    void answers_without_an_optional_credential_set() {
        DcqlQuery query = DcqlQuery.parse(Json.parse("""
                {"credentials":[{"id":"q","format":"dc+sd-jwt","meta":{"vct_values":["urn:example:identity"]}},{"id":"card","format":"mso_mdoc","meta":{}}],
                 "credential_sets":[{"options":[["q"]]},{"options":[["card"]],"required":false}]}"""));

        assertThat(DcqlMatching.match(query, List.of(IDENTITY)))
                .isEqualTo(new Satisfied(List.of(new Choice("q", List.of(new Candidate("copy-1", List.of()))))));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 required-sets")
    @Requirement("OID4VP 1.0 §6.4.2 nothing-in-part")
    void answers_nothing_when_a_required_credential_set_is_lacking() {
        DcqlQuery query = DcqlQuery.parse(Json.parse("""
                {"credentials":[{"id":"q","format":"dc+sd-jwt","meta":{"vct_values":["urn:example:identity"]}},{"id":"card","format":"mso_mdoc","meta":{}}],
                 "credential_sets":[{"options":[["q"]]},{"options":[["card"]]}]}"""));

        assertThat(DcqlMatching.match(query, List.of(IDENTITY))).isEqualTo(new Unsatisfied(List.of("card")));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 all-credentials")
    @Requirement("OID4VP 1.0 §6.4.2 nothing-in-part")
    void without_credential_sets_every_credential_is_shown_or_none() {
        String both =
                "{\"credentials\":[{\"id\":\"q\",\"format\":\"dc+sd-jwt\",\"meta\":{\"vct_values\":[\"urn:example:identity\"]}},{\"id\":\"r\",\"format\":\"%s\",\"meta\":{\"vct_values\":[\"urn:example:identity\"]}}]}";

        assertThat(DcqlMatching.match(DcqlQuery.parse(Json.parse(both.formatted("dc+sd-jwt"))), List.of(IDENTITY)))
                .isInstanceOfSatisfying(
                        Satisfied.class,
                        match -> assertThat(match.choices())
                                .extracting(Choice::queryId)
                                .containsExactly("q", "r"));
        assertThat(DcqlMatching.match(DcqlQuery.parse(Json.parse(both.formatted("mso_mdoc"))), List.of(IDENTITY)))
                .isEqualTo(new Unsatisfied(List.of("r")));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 optional-sets")
    void of_a_set_takes_the_first_option_that_can_be_shown_and_keeps_apart_what_may_be_left_out() {
        DcqlQuery query = DcqlQuery.parse(Json.parse("""
                {"credentials": [
                    {"id": "q", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:example:identity"]}},
                    {"id": "r", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:example:card"]}}],
                 "credential_sets": [
                    {"options": [["q"], ["r"]]},
                    {"options": [["r"]], "required": false},
                    {"options": [["q"]], "required": false}]}"""));
        Holding card = new Holding("copy-2", "dc+sd-jwt", "urn:example:card", Set.of(), Json.newObject());
        Choice q = new Choice("q", List.of(new Candidate("copy-1", List.of())));
        Choice r = new Choice("r", List.of(new Candidate("copy-2", List.of())));
        List<Holding> both = List.of(IDENTITY, card);

        assertThat(DcqlMatching.match(query, both)).isEqualTo(new Satisfied(List.of(q), List.of(extra(1, r))));
        assertThat(DcqlMatching.match(query, both, "copy-2"::equals))
                .isEqualTo(new Satisfied(List.of(r), List.of(extra(2, q))));
        assertThat(DcqlMatching.match(query, both, reference -> false))
                .isEqualTo(new Satisfied(List.of(q), List.of(extra(1, r))));
        assertThat(DcqlMatching.match(query, List.of(IDENTITY))).isEqualTo(new Satisfied(List.of(q)));
    }

    private static DcqlMatch.Extra extra(int set, Choice choice) {
        return new DcqlMatch.Extra(set, List.of(choice));
    }

    @Test
    @Requirement("OID4VP 1.0 §7 positions")
    @Requirement("OID4VP 1.0 §6.3 values")
    void of_an_array_offers_the_elements_that_are_asked_and_of_those_the_ones_of_an_acceptable_value() {
        Holding holding = new Holding(
                "copy-1",
                "dc+sd-jwt",
                "urn:example:identity",
                Set.of(),
                Json.object("{\"nationalities\":[\"CA\",\"FR\",\"CA\"]}"));

        assertThat(disclosed("[\"nationalities\",null]", "", holding))
                .containsExactly("nationalities.0", "nationalities.1", "nationalities.2");
        assertThat(disclosed("[\"nationalities\",1]", "", holding)).containsExactly("nationalities.1");
        assertThat(disclosed("[\"nationalities\",null]", ",\"values\":[\"FR\"]", holding))
                .containsExactly("nationalities.1");
        assertThat(DcqlMatching.match(
                        query("[{\"path\":[\"nationalities\",null],\"values\":[\"DE\"]}]", ""), List.of(holding)))
                .isInstanceOf(Unsatisfied.class);
        assertThat(DcqlMatching.match(query("[{\"path\":[\"nationalities\",3]}]", ""), List.of(holding)))
                .isInstanceOf(Unsatisfied.class);
    }

    private static List<String> disclosed(String path, String values, Holding holding) {
        Satisfied match =
                (Satisfied) DcqlMatching.match(query("[{\"path\":" + path + values + "}]", ""), List.of(holding));
        return match.choices().getFirst().candidates().getFirst().disclose().stream()
                .map(ClaimPath::toString)
                .toList();
    }

    @Test
    @Requirement("OID4VP 1.0 §7.1.1 processing")
    void a_path_that_leads_nowhere_selects_nothing() {
        for (String path : List.of("[\"pseudonyms\",\"health\"]", "[\"name\",\"first\"]", "[\"pseudonym\"]")) {
            assertThat(DcqlMatching.match(query("[{\"path\":" + path + "}]", ""), List.of(IDENTITY)))
                    .isInstanceOf(Unsatisfied.class);
        }
    }

    private static DcqlQuery query(String claims, String more) {
        return DcqlQuery.parse(Json.parse("{\"credentials\":[{\"id\":\"q\",\"format\":\"dc+sd-jwt\","
                + "\"meta\":{\"vct_values\":[\"urn:example:identity\"]},\"claims\":" + claims + more + "}]}"));
    }
}
