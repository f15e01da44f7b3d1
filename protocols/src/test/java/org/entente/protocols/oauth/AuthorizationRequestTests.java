package org.entente.protocols.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.protocols.ProtocolError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationRequestTests {
    /** RFC 7636 Appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String DETAIL = "{\"type\":\"openid_credential\",\"credential_configuration_id\":\"a\"}";

    @Test
    void reads_what_it_knows_and_ignores_the_rest() {
        AuthorizationRequest request = AuthorizationRequest.parse(form(
                "scope",
                "proof_of_identity proof_of_residence",
                "authorization_details",
                "[" + DETAIL + "]",
                "x",
                "y"));
        assertThat(request.clientId()).isEqualTo("wallet");
        assertThat(request.redirectUri()).isEqualTo(URI.create("https://wallet.example/back?a=b"));
        assertThat(request.state()).isEqualTo("s 1");
        assertThat(request.codeChallenge()).isEqualTo(CHALLENGE);
        assertThat(request.scopes()).containsExactlyInAnyOrder("proof_of_identity", "proof_of_residence");
        assertThat(request.details()).hasSize(1);
        assertThat(request.value("x")).contains("y");
    }

    @Test
    void a_challenge_is_the_digest_of_its_verifier() {
        assertThat(new CodeVerifier(VERIFIER).challenge()).isEqualTo(CHALLENGE);
        assertThat(new CodeVerifier(VERIFIER).toString()).doesNotContain(VERIFIER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX ", "é"})
    void refuses_a_text_that_is_no_verifier(String text) {
        assertThatThrownBy(() -> new CodeVerifier(text)).isInstanceOf(ProtocolError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_type, '', invalid_request",
        "response_mode, fragment, invalid_request",
        "response_mode, form_post, invalid_request",
        "response_mode, jwt, invalid_request",
        "client_id, '', invalid_request",
        "redirect_uri, '', invalid_request",
        "redirect_uri, /relative, invalid_request",
        "redirect_uri, 'https://wallet.example/#a', invalid_request",
        "redirect_uri, 'https://wallet.example/ a', invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "dpop_jkt, short, invalid_request",
        "request_uri, urn:x, invalid_request",
        "request, eyJ, invalid_request_object",
        "scope, 'a  b', invalid_scope",
        "authorization_details, {}, invalid_authorization_details",
        "authorization_details, [], invalid_authorization_details",
        "authorization_details, '[{}]', invalid_authorization_details",
        "authorization_details, '[{\"type\":1}]', invalid_authorization_details",
        "authorization_details, '[{\"type\":\"a\",\"type\":\"b\"}]', invalid_authorization_details",
        "authorization_details, '[', invalid_authorization_details"
    })
    void refuses_what_is_missing_malformed_or_not_done_here(String name, String value, String code) {
        refuses(code, name, value);
    }

    @Test
    void refuses_oversized_values() {
        refuses("invalid_request", "state", "s".repeat(AuthorizationRequest.MAX_STATE + 1));
        refuses("invalid_request", "client_id", "c".repeat(AuthorizationRequest.MAX_CLIENT_ID + 1));
        refuses("invalid_request", "redirect_uri", "https://a.example/" + "r".repeat(2048));
        refuses("invalid_request", "state", "a\nb");
        String details = (DETAIL + ",").repeat(AuthorizationRequest.MAX_DETAILS) + DETAIL;
        refuses("invalid_authorization_details", "authorization_details", "[" + details + "]");
        refuses(
                "invalid_authorization_details",
                "authorization_details",
                "[" + "[".repeat(100) + "]".repeat(100) + "]");
        refuses("invalid_authorization_details", "authorization_details", "[\"" + "a".repeat(17_000) + "\"]");
    }

    @Property
    void any_form_is_read_or_refused(@ForAll String name, @ForAll String value, @ForAll byte[] body) {
        codeOf(() -> AuthorizationRequest.parse(Form.parse("application/x-www-form-urlencoded", body)));
        codeOf(() -> AuthorizationRequest.parse(form(name, value, "authorization_details", value)));
        codeOf(() -> AuthorizationAnswer.parse(Form.ofQuery(value)));
    }

    @Test
    void an_answer_reaches_the_client_as_it_was_given() {
        URI back = URI.create("https://wallet.example/back?a=b");
        var code = new AuthorizationAnswer.Code("c+d", "s 1&x", "https://quebec.example");
        assertThat(code.at(back))
                .hasToString("https://wallet.example/back?a=b&code=c%2Bd&state=s%201%26x"
                        + "&iss=https%3A%2F%2Fquebec.example");
        assertThat(AuthorizationAnswer.parse(Form.ofQuery(code.at(back).getRawQuery())))
                .isEqualTo(code);
        assertThat(code.toString()).doesNotContain("c+d");

        var refused = new AuthorizationAnswer.Refused("access_denied", "", "", "https://quebec.example");
        assertThat(refused.at(URI.create("app.wallet:/back")))
                .hasToString("app.wallet:/back?error=access_denied&iss=https%3A%2F%2Fquebec.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state=s", "code=a&error=b", "code=a&code=b", "code=%"})
    void refuses_an_answer_that_says_nothing_or_two_things(String query) {
        assertThatThrownBy(() -> AuthorizationAnswer.parse(Form.ofQuery(query))).isInstanceOf(ProtocolError.class);
    }

    private static void codeOf(Runnable parse) {
        try {
            parse.run();
        } catch (ProtocolError refused) {
            assertThat(refused.code())
                    .isIn(
                            "invalid_request",
                            "unsupported_response_type",
                            "invalid_scope",
                            "invalid_authorization_details",
                            "invalid_request_object");
        }
    }

    private static void refuses(String code, String... changed) {
        assertThatThrownBy(() -> AuthorizationRequest.parse(form(changed)))
                .isInstanceOfSatisfying(
                        ProtocolError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private static Form form(String... changed) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "wallet",
                "redirect_uri", "https://wallet.example/back?a=b",
                "state", "s 1",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
        for (int i = 0; i < changed.length; i += 2) {
            values.put(changed[i], changed[i + 1]);
        }
        return Form.ofQuery(values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
