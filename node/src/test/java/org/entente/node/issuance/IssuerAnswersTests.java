package org.entente.node.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.entente.protocols.sdjwt.Disclosure;
import org.entente.protocols.sdjwt.SdJwt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an issuer's addresses answer: media type, caching, letters, and nothing beyond what is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerAnswersTests {
    private TestNode node;
    private TestHolder holder;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        holder = new TestHolder(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.1 identifier")
    @Requirement("OID4VCI 1.0 §12.2.2 json")
    @Requirement("OID4VCI 1.0 §12.2.2 content-type")
    @Requirement("OID4VCI 1.0 §12.2.4 format")
    @Requirement("OID4VCI 1.0 §7 offered")
    @Requirement("HAIP 1.0 §4.1 nonce_endpoint")
    void the_metadata_are_json_of_the_issuer_at_that_address() {
        HttpResponse<String> response = holder.get("/.well-known/openid-credential-issuer/o/registrar");
        ObjectNode metadata = Json.object(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(mediaType(response)).isEqualTo("application/json");
        assertThat(metadata.path("credential_issuer").stringValue()).isEqualTo(node.origin() + "/o/registrar");
        assertThat(metadata.path("nonce_endpoint").stringValue()).startsWith(node.origin() + "/");
        assertThat(metadata.path("credential_configurations_supported")
                        .valueStream()
                        .map(configuration -> configuration.path("format").stringValue()))
                .isNotEmpty()
                .containsOnly("dc+sd-jwt");
        assertThat(holder.get("/.well-known/openid-credential-issuer/o/Registrar")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 supported-alg")
    void a_proof_is_signed_by_the_algorithm_that_the_metadata_name() {
        JsonNode configurations = Json.object(holder.get("/.well-known/openid-credential-issuer/o/registrar")
                        .body())
                .path("credential_configurations_supported");

        // Another algorithm than ES256 is refused: see the refusals of the credential endpoint.
        assertThat(configurations.valueStream())
                .allSatisfy(configuration -> assertThat(
                                configuration.at("/proof_types_supported/jwt/proof_signing_alg_values_supported"))
                        .hasToString("[\"ES256\"]"));
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 credential_signing_alg_values_supported")
    void credentials_are_signed_by_an_algorithm_that_the_metadata_name() {
        String copy = holder.obtain(
                        holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY)),
                        TestIssuer.IDENTITY,
                        holder.keys(1))
                .getFirst();
        JsonNode named = metadata()
                .path("credential_configurations_supported")
                .path(TestIssuer.IDENTITY)
                .path("credential_signing_alg_values_supported");

        assertThat(named.valueStream().map(JsonNode::stringValue))
                .containsExactly(
                        SdJwt.parse(copy).issuerJwt().header().path("alg").stringValue());
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 locale")
    @Requirement("OID4VCI 1.0 §12.2.4 one-display")
    void each_name_is_in_a_language_that_has_a_tag_and_in_each_language_once() {
        List<JsonNode> displays = metadata().findValues("display");

        assertThat(displays).hasSizeGreaterThan(2).allSatisfy(display -> {
            List<String> tags = display.valueStream()
                    .map(one -> one.path("locale").stringValue())
                    .toList();
            assertThat(tags)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(tag -> assertThat(new Locale.Builder()
                                    .setLanguageTag(tag)
                                    .build()
                                    .toLanguageTag())
                            .isEqualTo(tag));
        });
    }

    private ObjectNode metadata() {
        return Json.object(
                holder.get("/.well-known/openid-credential-issuer/o/registrar").body());
    }

    @Test
    @Requirement("OID4VCI 1.0 §7.2 c_nonce")
    @Requirement("OID4VCI 1.0 §7.2 no-store")
    void a_nonce_is_json_that_nobody_keeps() {
        HttpResponse<String> response =
                TestOAuthClient.send(HttpRequest.newBuilder(URI.create(node.address() + "/o/registrar/nonce"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(mediaType(response)).isEqualTo("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Json.object(response.body()).propertyNames()).containsExactly("c_nonce");
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.3 media-type")
    @Requirement("OID4VCI 1.0 §4.1.3 unsigned")
    @Requirement("OID4VCI 1.0 §4.1.3 unique")
    @Requirement("OID4VCI 1.0 §13.5 nothing-private")
    void an_offer_is_json_at_an_address_of_its_own_and_says_nothing_of_the_person() {
        TestHolder.Given one = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        TestHolder.Given other = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        HttpResponse<String> response = holder.get(one.offer().getPath());

        assertThat(one.offer()).isNotEqualTo(other.offer());
        assertThat(mediaType(response)).isEqualTo("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body()).startsWith("{").doesNotContain("Rimouski", "1984", TestIssuer.RECORD);
        assertThat(one.offer().toString()).doesNotContain("Rimouski", "1984", TestIssuer.RECORD);
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.1 code")
    @Requirement("OID4VCI 1.0 §6.1 unknown")
    void a_token_request_needs_its_code_and_may_carry_what_nobody_knows() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", PreAuthorizedCode.GRANT_TYPE);
        form.put("tx_code", given.transactionCode());
        form.put("novelty", "1");
        TestOAuthClient client = new TestOAuthClient(node);

        HttpResponse<String> without = client.token(form, client.proof("POST", "/oauth/token", ""));
        form.put("pre-authorized_code", holder.code(given));
        HttpResponse<String> with = client.token(form, client.proof("POST", "/oauth/token", ""));

        assertThat(Json.object(without.body()).path("error").stringValue()).isEqualTo("invalid_request");
        assertThat(with.statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.2 media-type")
    @Requirement("OID4VCI 1.0 §8.3 media-type")
    void a_credential_is_asked_for_and_handed_out_as_json() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        HttpResponse<String> issued =
                holder.request(token, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), holder.nonce()));
        HttpResponse<String> form =
                TestOAuthClient.send(HttpRequest.newBuilder(URI.create(node.address() + "/o/registrar/credential"))
                        .header("Authorization", "DPoP " + token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("credential_configuration_id=proof-of-identity"))
                        .build());

        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(mediaType(issued)).isEqualTo("application/json");
        assertThat(form.statusCode()).isIn(400, 401, 415);
    }

    @Test
    @Requirement("OID4VCI 1.0 §3.3.2 different-keys")
    @Requirement("OID4VCI 1.0 §14.3 no-revocation")
    void the_copies_of_a_batch_have_nothing_by_which_they_could_be_linked() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        List<Signer> keys = holder.keys(5);
        List<SdJwt> copies = holder.obtain(token, TestIssuer.IDENTITY, keys).stream()
                .map(SdJwt::parse)
                .toList();
        List<SdJwt> all = Stream.concat(
                        copies.stream(),
                        holder.obtain(token, TestIssuer.IDENTITY, holder.keys(2)).stream()
                                .map(SdJwt::parse))
                .toList();

        Set<String> seen = new HashSet<>();
        for (SdJwt copy : all) {
            JsonNode payload = copy.issuerJwt().claims();
            Stream<String> unique = Stream.of(
                            payload.path("_sd").valueStream().map(JsonNode::stringValue),
                            copy.disclosures().stream().map(Disclosure::text),
                            Stream.of(
                                    payload.at("/cnf/jwk/x").stringValue(),
                                    payload.path("status").toString(),
                                    copy.issuerJwt().toString().replaceFirst("^.*\\.", "")))
                    .flatMap(part -> part);
            assertThat(unique.filter(value -> !seen.add(value))).isEmpty();
        }
    }

    /** RFC 6749 §5.2 and OID4VCI 1.0 §8.3.1.2 allow printable ASCII without quotation mark and backslash. */
    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.2 description")
    @Requirement("OID4VCI 1.0 §8.3.1.2 in-clear")
    void an_error_is_described_in_plain_letters_whatever_was_sent() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        List<HttpResponse<String>> refusals = List.of(
                holder.credential(
                        token, "{\"credential_configuration_id\":\"\\\"é\\\\\",\"proofs\":{\"jwt\":[\"é\"]}}"),
                holder.credential(token, "{\"credential_configuration_id\":\"proof-of-identity\",\"proofs\":7}"),
                holder.credential(token, "{\"credential_response_encryption\":{\"jwk\":{},\"enc\":\"A128GCM\"}}"),
                holder.redeem("é\"\\", "é\"\\"),
                holder.get("/o/registrar/é\"".replace("\"", "%22").replace("é", "%C3%A9")),
                holder.get("/o/registrar/nonce"));

        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(mediaType(refusal)).isEqualTo("application/json");
            assertThat(Json.object(refusal.body()).path("error").stringValue())
                    .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
            assertThat(Json.object(refusal.body()).path("error_description").stringValue())
                    .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*");
        });
    }

    private static String mediaType(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }
}
