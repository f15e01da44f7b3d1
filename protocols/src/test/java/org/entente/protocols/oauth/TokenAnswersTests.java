package org.entente.protocols.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer: tokens, challenges, metadata. */
class TokenAnswersTests {
    private static final URI ISSUER = URI.create("https://quebec.example");

    @Test
    void a_token_response_survives_writing_and_reading() {
        var response = new TokenResponse(
                "abc", TokenScheme.DPOP, 300, "issuance", Json.newObject().put("c_nonce", "n"));
        assertThat(TokenResponse.parse(Json.object(Json.write(response.toJson()))))
                .isEqualTo(response);
        assertThat(response.toString()).doesNotContain("abc");
    }

    @Test
    void the_token_type_is_read_without_regard_to_case() {
        assertThat(TokenResponse.parse(Json.object("{\"access_token\":\"a\",\"token_type\":\"dpop\"}"))
                        .type())
                .isEqualTo(TokenScheme.DPOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\":\"a\"}", "{\"access_token\":1,\"token_type\":\"DPoP\"}"})
    void refuses_a_malformed_token_response(String json) {
        assertThatThrownBy(() -> TokenResponse.parse(Json.object(json))).isInstanceOf(ProtocolError.class);
    }

    @Test
    void reads_a_presented_token_of_either_scheme() {
        assertThat(PresentedToken.parse("dpop abc")).contains(new PresentedToken(TokenScheme.DPOP, "abc"));
        assertThat(PresentedToken.parse("Bearer a.b-c=")).contains(new PresentedToken(TokenScheme.BEARER, "a.b-c="));
        assertThat(PresentedToken.parse("Basic abc")).isEmpty();
        assertThat(PresentedToken.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP", "DPoP ", "Bearer a b", "Bearer a\"b", "Bearer é"})
    void refuses_a_malformed_presented_token(String header) {
        assertThatThrownBy(() -> PresentedToken.parse(header)).isInstanceOf(ProtocolError.class);
    }

    @Test
    void challenges_name_error_algorithms_and_scope() {
        assertThat(TokenChallenge.missing(TokenScheme.DPOP)).isEqualTo("DPoP algs=\"ES256\"");
        assertThat(TokenChallenge.missing(TokenScheme.BEARER)).isEqualTo("Bearer");
        assertThat(TokenChallenge.refused(TokenScheme.BEARER, OAuthErrors.INVALID_TOKEN, "gone"))
                .isEqualTo("Bearer error=\"invalid_token\", error_description=\"gone\"");
        assertThat(TokenChallenge.insufficientScope(TokenScheme.DPOP, "issuance"))
                .endsWith("algs=\"ES256\", scope=\"issuance\"");
    }

    @Test
    void metadata_survives_writing_and_reading() {
        AuthorizationServerMetadata metadata = metadata();
        assertThat(AuthorizationServerMetadata.parse(Json.object(Json.write(metadata.toJson())), ISSUER))
                .isEqualTo(metadata);
    }

    @Test
    @Requirement("HAIP 1.0 §4.1 as-metadata")
    void another_implementation_reads_our_metadata() throws Exception {
        var read = com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata.parse(
                Json.write(metadata().toJson()));
        assertThat(read.getTokenEndpointURI()).isEqualTo(URI.create(ISSUER + "/oauth/token"));
        assertThat(read.getDPoPJWSAlgs()).hasToString("[ES256]");
    }

    @Test
    void refuses_metadata_of_another_server() {
        assertThatThrownBy(() ->
                        AuthorizationServerMetadata.parse(metadata().toJson(), URI.create("https://ontario.example")))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    void metadata_stand_at_the_well_known_path_before_the_issuers_own() {
        assertThat(AuthorizationServerMetadata.location(ISSUER))
                .hasToString("https://quebec.example/.well-known/oauth-authorization-server");
        assertThat(AuthorizationServerMetadata.location(URI.create("https://a.example:8443/o/x")))
                .hasToString("https://a.example:8443/.well-known/oauth-authorization-server/o/x");
    }

    private static AuthorizationServerMetadata metadata() {
        return new AuthorizationServerMetadata(
                ISSUER,
                URI.create(ISSUER + "/oauth/token"),
                List.of("client_credentials"),
                List.of("client_secret_basic", "none"),
                List.of("ES256"),
                Json.newObject().put("pre-authorized_grant_anonymous_access_supported", true));
    }
}
