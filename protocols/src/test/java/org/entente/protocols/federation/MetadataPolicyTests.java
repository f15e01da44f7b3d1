package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.federation.TestPolicies.applied;
import static org.entente.protocols.federation.TestPolicies.assertConflict;
import static org.entente.protocols.federation.TestPolicies.json;
import static org.entente.protocols.federation.TestPolicies.policy;

import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** OpenID Federation 1.0 §6.1. */
class MetadataPolicyTests {
    /** The example of the specification, §6.1.5. */
    private static final MetadataPolicy OF_ANCHOR = MetadataPolicy.parse(object("""
            {"openid_relying_party": {
              "grant_types": {"default": ["authorization_code"], "subset_of": ["authorization_code", "refresh_token"],
                "superset_of": ["authorization_code"]},
              "token_endpoint_auth_method": {"one_of": ["private_key_jwt", "self_signed_tls_client_auth"],
                "essential": true},
              "token_endpoint_auth_signing_alg": {"one_of": ["PS256", "ES256"]},
              "subject_type": {"value": "pairwise"},
              "contacts": {"add": ["helpdesk@federation.example.org"]}}}"""));

    private static final MetadataPolicy OF_INTERMEDIATE = MetadataPolicy.parse(object("""
            {"openid_relying_party": {
              "grant_types": {"subset_of": ["authorization_code"]},
              "token_endpoint_auth_method": {"one_of": ["self_signed_tls_client_auth"]},
              "contacts": {"add": ["helpdesk@org.example.org"]}}}"""));

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4.1 order")
    void merges_the_policies_of_the_specifications_example() {
        assertThat(OF_ANCHOR.merge(OF_INTERMEDIATE).toJson()).isEqualTo(object("""
                {"openid_relying_party": {
                  "grant_types": {"default": ["authorization_code"], "subset_of": ["authorization_code"],
                    "superset_of": ["authorization_code"]},
                  "token_endpoint_auth_method": {"one_of": ["self_signed_tls_client_auth"], "essential": true},
                  "token_endpoint_auth_signing_alg": {"one_of": ["PS256", "ES256"]},
                  "subject_type": {"value": "pairwise"},
                  "contacts": {"add": ["helpdesk@federation.example.org", "helpdesk@org.example.org"]}}}"""));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4.2 application")
    void resolves_the_metadata_of_the_specifications_example() {
        ObjectNode metadata = object("""
                {"openid_relying_party": {
                  "redirect_uris": ["https://rp.example.org/callback"], "response_types": ["code"],
                  "token_endpoint_auth_method": "self_signed_tls_client_auth",
                  "contacts": ["rp_admins@rp.example.org"],
                  "sector_identifier_uri": "https://org.example.org/sector-ids.json",
                  "policy_uri": "https://org.example.org/policy.html"}}""");

        assertThat(OF_ANCHOR.merge(OF_INTERMEDIATE).apply(metadata)).isEqualTo(object("""
                {"openid_relying_party": {
                  "redirect_uris": ["https://rp.example.org/callback"], "response_types": ["code"],
                  "token_endpoint_auth_method": "self_signed_tls_client_auth",
                  "contacts": ["rp_admins@rp.example.org", "helpdesk@federation.example.org",
                    "helpdesk@org.example.org"],
                  "sector_identifier_uri": "https://org.example.org/sector-ids.json",
                  "policy_uri": "https://org.example.org/policy.html",
                  "grant_types": ["authorization_code"], "subject_type": "pairwise"}}"""));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4.2 application")
    void applies_the_operators_in_their_order() {
        assertThat(applied("'essential':true,'superset_of':['a'],'subset_of':['a','b'],'add':['a']", "['b','c']"))
                .contains(json("['b','a']"));
        assertThat(applied("'default':['b'],'add':['a']", "")).contains(json("['a']"));
        assertThat(applied("'default':'a','one_of':['a'],'essential':true", "")).contains(json("'a'"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4.1 order")
    void copies_the_types_and_parameters_that_only_the_subordinate_names() {
        MetadataPolicy merged = MetadataPolicy.parse(object("{\"a\":{\"p\":{\"value\":1}}}"))
                .merge(MetadataPolicy.parse(
                        object("{\"a\":{\"q\":{\"value\":2}},\"b\":{\"p\":{\"essential\":true}}}")));

        assertThat(merged.toJson())
                .isEqualTo(object(
                        "{\"a\":{\"p\":{\"value\":1},\"q\":{\"value\":2}}," + "\"b\":{\"p\":{\"essential\":true}}}"));
    }

    @Test
    void gives_nobody_an_entity_type_that_he_has_not() {
        ObjectNode metadata = object("{\"openid_provider\":{\"a\":1}}");

        assertThat(OF_ANCHOR.apply(metadata)).isEqualTo(metadata);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.2 unknown")
    void passes_over_an_operator_that_it_does_not_know() {
        assertThat(applied("'regexp':'^a','default':'a'", "")).contains(json("'a'"));
    }

    @Test
    void a_policy_names_its_language_with_its_parameter() {
        MetadataPolicy ofFrench = policy("client_name#fr", "'value':'Marées'");

        assertThat(applied("client_name#fr", ofFrench, "")).contains(json("'Marées'"));
        assertThat(applied("client_name", ofFrench, "")).isEmpty();
    }

    @Test
    void refuses_a_policy_that_is_no_object_of_objects_of_objects() {
        assertConflict(() -> MetadataPolicy.parse(object("{\"a\":[]}")));
        assertConflict(() -> MetadataPolicy.parse(object("{\"a\":{\"p\":\"value\"}}")));
        ObjectNode wide = Json.newObject();
        for (int i = 0; i <= MetadataPolicy.MAX_MEMBERS; i++) {
            wide.putObject("type" + i);
        }
        assertConflict(() -> MetadataPolicy.parse(wide));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.2 duplicates")
    void refuses_a_member_that_stands_twice() {
        assertThatThrownBy(() -> object("{\"a\":{\"p\":{\"value\":1,\"value\":2}}}"))
                .isInstanceOf(ProtocolError.class);
    }

    private static ObjectNode object(String text) {
        return Json.object(text);
    }
}
