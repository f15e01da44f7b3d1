package org.entente.protocols.fuzz;

import static org.entente.protocols.fuzz.SignedParsers.NOW;
import static org.entente.protocols.fuzz.SignedParsers.SIGNER;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
import org.entente.protocols.oauth.CodeVerifier;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.Form;
import org.entente.protocols.oauth.PresentedToken;
import org.entente.protocols.oauth.PushedRequestResponse;
import org.entente.protocols.oauth.Scopes;
import org.entente.protocols.oauth.TokenRequest;
import org.entente.protocols.oauth.TokenResponse;
import tools.jackson.databind.node.ObjectNode;

/** The readers of OAuth's requests, answers, headers and proofs. */
final class OAuthParsers {
    private static final URI SERVER = URI.create("https://quebec.example");
    private static final URI TARGET = URI.create("https://quebec.example/oauth/token");
    private static final String FORM = "application/x-www-form-urlencoded";

    private OAuthParsers() {}

    static List<Parser> all() {
        return Stream.concat(requests().stream(), answers().stream()).toList();
    }

    private static List<Parser> requests() {
        return List.of(
                Parser.ofText("form", OAuthParsers::form, "grant_type=a&b=%C3%A9+%26&c="),
                Parser.ofText("form-type", text -> form(text, "a=b"), FORM, FORM + "; charset=utf-8"),
                Parser.ofText(
                        "token-request",
                        OAuthParsers::tokenRequest,
                        TOKEN_REQUEST,
                        TOKEN_REQUEST + "&client_secret=s%20t"),
                Parser.ofText(
                        "code-verifier",
                        text -> new CodeVerifier(text).value(),
                        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                Parser.ofText("client-authentication", OAuthParsers::authentication, "Basic czZCaGRSa3F0Mzo3RmpmcDA="),
                Parser.ofText("presented-token", OAuthParsers::presented, "DPoP abc.def-ghi~", "bearer abc="),
                Parser.ofText("authorization-request", OAuthParsers::authorization, AUTHORIZATION_REQUEST),
                Parser.ofText(
                        "authorization-details",
                        text -> Json.newArray().addAll(AuthorizationRequest.details(text)),
                        "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"identity\"}]"));
    }

    private static List<Parser> answers() {
        return List.of(
                Parser.ofText(
                        "authorization-answer",
                        OAuthParsers::answer,
                        "code=abc&state=s%20t&iss=https%3A%2F%2Fquebec.example",
                        "error=access_denied&error_description=no&state=s"),
                Parser.ofText("scopes", text -> Scopes.write(Scopes.parse(text)), "identity residence"),
                Parser.ofObject("server-metadata", OAuthParsers::metadata, Json.object(SERVER_METADATA)),
                Parser.ofObject(
                        "token-response",
                        json -> TokenResponse.parse(json).toJson(),
                        Json.object(
                                "{\"access_token\":\"t\",\"token_type\":\"DPoP\",\"expires_in\":60,\"scope\":\"a b\","
                                        + "\"authorization_details\":[{\"type\":\"openid_credential\"}]}")),
                Parser.ofObject(
                        "pushed-response",
                        json -> PushedRequestResponse.parse(json).toJson(),
                        Json.object("{\"request_uri\":\"urn:ietf:params:oauth:request_uri:abc\",\"expires_in\":60}")),
                Parser.ofText("dpop", OAuthParsers::dpop, proof()),
                Parser.ofObject(
                                "dpop-claims",
                                OAuthParsers::signedDpop,
                                CompactJws.parse(proof()).claims())
                        .withSignatures());
    }

    private static final String TOKEN_REQUEST =
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code&pre-authorized_code=abc"
                    + "&tx_code=123456&client_id=c&scope=identity+residence";

    private static final String AUTHORIZATION_REQUEST =
            "response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fwallet.example%2Fback&state=s&scope=identity"
                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
                    + "&authorization_details=%5B%7B%22type%22%3A%22openid_credential%22%7D%5D"
                    + "&dpop_jkt=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&issuer_state=i";

    private static final String SERVER_METADATA = """
            {"issuer": "https://quebec.example", "token_endpoint": "https://quebec.example/oauth/token",
             "authorization_endpoint": "https://quebec.example/oauth/authorize",
             "grant_types_supported": ["authorization_code"], "token_endpoint_auth_methods_supported": ["none"],
             "dpop_signing_alg_values_supported": ["ES256"], "code_challenge_methods_supported": ["S256"],
             "require_pushed_authorization_requests": true}""";

    private static Object form(String body) {
        return form(FORM, body);
    }

    private static Object form(String type, String body) {
        Form form = Form.parse(type, body.getBytes(StandardCharsets.UTF_8));
        form.value("b");
        return "";
    }

    private static Object tokenRequest(String body) {
        TokenRequest.parse("", FORM, body.getBytes(StandardCharsets.UTF_8)).scopes();
        return "";
    }

    private static Object authentication(String header) {
        TokenRequest.parse(header, FORM, "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
        return "";
    }

    private static Object presented(String header) {
        return PresentedToken.parse(header)
                .map(token -> token.scheme().label() + " " + token.token())
                .orElse("");
    }

    private static Object authorization(String body) {
        AuthorizationRequest.parse(Form.parse(FORM, body.getBytes(StandardCharsets.UTF_8)));
        return "";
    }

    private static Object answer(String query) {
        return AuthorizationAnswer.parse(Form.ofQuery(query))
                .at(URI.create("https://wallet.example/"))
                .getRawQuery();
    }

    private static Object metadata(ObjectNode json) {
        AuthorizationServerMetadata metadata = AuthorizationServerMetadata.parse(json, SERVER);
        metadata.endpoint("authorization_endpoint");
        metadata.says("require_pushed_authorization_requests");
        metadata.lists("code_challenge_methods_supported", "S256");
        return metadata.toJson();
    }

    private static Object dpop(String text) {
        DpopProof proof = DpopProof.parse(text);
        proof.nonce();
        proof.verify(new DpopExpectation("POST", TARGET, "hash"), NOW, Duration.ofMinutes(1));
        return "";
    }

    private static Object signedDpop(ObjectNode claims) {
        return dpop(CompactJws.sign(SIGNER, DpopProof.TYPE, claims, JoseOption.KEY));
    }

    private static String proof() {
        return DpopProof.create(SIGNER, "POST", TARGET.toString(), "token", "jti-1", NOW);
    }
}
