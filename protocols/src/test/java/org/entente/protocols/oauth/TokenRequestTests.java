package org.entente.protocols.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.protocols.ProtocolError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTests {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void reads_parameters_and_ignores_those_that_nobody_asks_for() {
        TokenRequest request = parse("", "grant_type=urn%3Aa&tx_code=12+34&unknown=x&empty=");
        assertThat(request.grantType()).isEqualTo("urn:a");
        assertThat(request.value("tx_code")).contains("12 34");
        assertThat(request.value("empty")).isEmpty();
        assertThat(request.client()).isEqualTo(new ClientAuthentication.Anonymous());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=a&grant_type=a",
                "grant_type=a&unknown=1&unknown=2",
                "",
                "grant_type=",
                "grant_type",
                "grant_type=%",
                "grant_type=%zz",
                "grant_type=%ff",
            })
    void refuses_a_malformed_or_repeated_parameter(String body) {
        refuses("invalid_request", "", FORM, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "multipart/form-data; boundary=x", "text/plain"})
    void refuses_another_content_type(String contentType) {
        refuses("invalid_request", "", contentType, "grant_type=a");
    }

    @Test
    void reads_a_content_type_with_a_charset() {
        assertThat(TokenRequest.parse("", "Application/X-WWW-Form-Urlencoded;charset=UTF-8", bytes("grant_type=a"))
                        .grantType())
                .isEqualTo("a");
    }

    @Test
    void refuses_an_oversized_body_and_too_many_parameters() {
        refuses("invalid_request", "", FORM, "grant_type=" + "a".repeat(Form.MAX_LENGTH));
        StringBuilder many = new StringBuilder("grant_type=a");
        for (int i = 0; i < Form.MAX_PARAMETERS; i++) {
            many.append("&p").append(i).append("=1");
        }
        refuses("invalid_request", "", FORM, many.toString());
    }

    @Test
    void reads_a_secret_from_the_header_decoded_twice() {
        assertThat(parse(basic("c%3A1:s%2Bx"), "grant_type=a").client())
                .isEqualTo(
                        new ClientAuthentication.Secret("c:1", "s+x", ClientAuthentication.Method.CLIENT_SECRET_BASIC));
    }

    @Test
    void reads_a_secret_from_the_body() {
        assertThat(parse("", "grant_type=a&client_id=c&client_secret=s").client())
                .isEqualTo(new ClientAuthentication.Secret("c", "s", ClientAuthentication.Method.CLIENT_SECRET_POST));
    }

    @Test
    void reads_a_client_that_proves_nothing() {
        assertThat(parse("", "grant_type=a&client_id=c").client())
                .isEqualTo(new ClientAuthentication.PublicClient("c"));
    }

    @Test
    void refuses_two_ways_of_authentication_at_once() {
        refuses("invalid_request", basic("c:s"), FORM, "grant_type=a&client_secret=s");
        refuses("invalid_request", basic("c:s"), FORM, "grant_type=a&client_id=other");
        assertThat(parse(basic("c:s"), "grant_type=a&client_id=c").client())
                .isInstanceOf(ClientAuthentication.Secret.class);
    }

    @Test
    void refuses_a_malformed_or_unknown_authorization() {
        refuses("invalid_request", "Basic %%%", FORM, "grant_type=a");
        refuses("invalid_request", basic(":secret"), FORM, "grant_type=a");
        refuses("invalid_request", basic("c:" + "s".repeat(ClientAuthentication.MAX_LENGTH + 1)), FORM, "grant_type=a");
        refuses("invalid_client", "Bearer x", FORM, "grant_type=a");
        refuses("invalid_request", "", FORM, "grant_type=a&client_secret=s");
    }

    @Test
    void tells_scopes_apart_and_refuses_malformed_ones() {
        assertThat(parse("", "grant_type=a&scope=issuance+members").scopes()).containsExactly("issuance", "members");
        assertThat(parse("", "grant_type=a").scopes()).isEmpty();
        assertThatThrownBy(() -> parse("", "grant_type=a&scope=a%22").scopes()).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> parse("", "grant_type=a&scope=a++b").scopes()).isInstanceOf(ProtocolError.class);
    }

    @Test
    void says_no_secret_when_printed() {
        assertThat(parse(basic("c:geheim"), "grant_type=a&code=geheim").toString())
                .doesNotContain("geheim");
    }

    @Property
    void any_bytes_are_read_or_refused(@ForAll byte[] body, @ForAll String authorization) {
        try {
            TokenRequest.parse(authorization, FORM, body);
        } catch (ProtocolError refused) {
            assertThat(refused.code()).isIn("invalid_request", "invalid_client");
        }
    }

    private static TokenRequest parse(String authorization, String body) {
        return TokenRequest.parse(authorization, FORM, bytes(body));
    }

    private static void refuses(String code, String authorization, String contentType, String body) {
        assertThatThrownBy(() -> TokenRequest.parse(authorization, contentType, bytes(body)))
                .isInstanceOfSatisfying(
                        ProtocolError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private static String basic(String joined) {
        return "Basic " + Base64.getEncoder().encodeToString(bytes(joined));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
