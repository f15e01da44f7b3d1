package org.entente.protocols.oid4vci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationDetailTests {
    /** OID4VCI 1.0 §5.1.1, the example with locations. */
    private static final String SPECIFICATION_EXAMPLE = """
            {"type":"openid_credential","locations":["https://credential-issuer.example.com"],
             "credential_configuration_id":"UniversityDegreeCredential"}""";

    @Test
    void reads_the_specifications_example() {
        assertThat(AuthorizationDetail.parse(Json.object(SPECIFICATION_EXAMPLE)))
                .isEqualTo(new AuthorizationDetail(
                        "UniversityDegreeCredential",
                        Optional.of(URI.create("https://credential-issuer.example.com")),
                        List.of()));
    }

    @Test
    void reads_what_it_wrote() {
        var detail = new AuthorizationDetail("a", Optional.empty(), List.of("a:1", "a:2"));
        assertThat(AuthorizationDetail.parse(detail.toJson())).isEqualTo(detail);
        assertThat(AuthorizationDetail.parse(Json.object(SPECIFICATION_EXAMPLE)).toJson())
                .isEqualTo(Json.object(SPECIFICATION_EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'openid_credential'}",
                "{'type':'other','credential_configuration_id':'a'}",
                "{'type':'openid_credential','credential_configuration_id':7}",
                "{'type':'openid_credential','credential_configuration_id':'a','locations':'https://a.example'}",
                "{'type':'openid_credential','credential_configuration_id':'a','locations':['https://a','https://b']}",
                "{'type':'openid_credential','credential_configuration_id':'a','locations':['not an address']}",
                "{'type':'openid_credential','credential_configuration_id':'a','credential_identifiers':[{}]}"
            })
    void refuses_a_malformed_detail(String json) {
        assertThatThrownBy(() -> AuthorizationDetail.parse(Json.object(json.replace('\'', '"'))))
                .isInstanceOfSatisfying(
                        ProtocolError.class, e -> assertThat(e.code()).isEqualTo("invalid_authorization_details"));
    }
}
