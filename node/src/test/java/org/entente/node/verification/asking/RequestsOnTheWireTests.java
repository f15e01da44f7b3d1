package org.entente.node.verification.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.node.keys.Keys;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.verification.TestColumbia;
import org.entente.node.verification.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.Form;
import org.entente.protocols.oid4vp.RequestLink;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.RequestVerdict;
import org.entente.protocols.oid4vp.RequestVerification;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.ChainVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request for a presentation as a wallet that we did not write finds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsOnTheWireTests {
    private final TestColumbia columbia = new TestColumbia();

    @AfterAll
    void close() {
        columbia.close();
    }

    @Test
    @Requirement("HAIP 1.0 §5 no-anchor")
    void brings_its_certificate_and_not_the_authority_that_made_it() {
        List<X509Certificate> chain = CompactJws.parse(fetched(started())).certificates();
        X509Certificate authority = columbia.node().bean(Keys.class).certificateAuthority();

        assertThat(chain).isNotEmpty().doesNotContain(authority);
        assertThat(chain.getFirst().getIssuerX500Principal())
                .isNotEqualTo(chain.getFirst().getSubjectX500Principal());
        assertThat(CertificateChain.verify(chain, List.of(authority), Instant.now()))
                .isInstanceOf(ChainVerdict.Valid.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §5.1 method-needs-uri")
    void is_named_in_its_link_by_a_request_uri_without_a_method() {
        ObjectNode started = started();
        RequestLink link = RequestLink.parse(
                started.path("client_id").stringValue(),
                started.path("request_uri").stringValue());

        Form query = Form.ofQuery(link.at("").substring(1));
        assertThat(query.value("request_uri")).contains(link.requestUri().toString());
        assertThat(query.value("request_uri_method")).isEmpty();
        assertThat(CompactJws.parse(fetched(started)).claims().has("request_uri_method"))
                .isFalse();
    }

    @Test
    @Requirement("HAIP 1.0 §5.3.2 format")
    @Requirement("OID4VP 1.0 §6.1 meta")
    @Requirement("OID4VP 1.0 §6.1 claim-once")
    @Requirement("OID4VP 1.0 §6.4.1 values-no-security")
    @Requirement("OID4VP 1.0 §B.3.5 vct_values")
    void asks_for_one_type_of_sd_jwt_each_claim_once_and_leaves_no_value_to_the_wallet_to_compare() {
        JsonNode query = CompactJws.parse(fetched(started()))
                .claims()
                .path("dcql_query")
                .path("credentials")
                .get(0);

        assertThat(query.path("format").stringValue()).isEqualTo("dc+sd-jwt");
        assertThat(query.path("meta").path("vct_values").valueStream().map(JsonNode::stringValue))
                .hasSize(1)
                .doesNotContain("");
        assertThat(query.path("claims").valueStream().map(claim -> claim.path("path")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(query.path("claims").valueStream()).noneMatch(claim -> claim.has("values"));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.1 claim-once")
    void is_not_made_when_a_claim_is_asked_twice() {
        HttpResponse<String> refused = columbia.start(TestColumbia.body(List.of("name")));

        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    @Requirement("OID4VP 1.0 §5.2 state")
    void says_nothing_in_the_address_that_would_have_to_be_escaped() {
        ObjectNode claims = CompactJws.parse(fetched(started())).claims();

        assertThat(claims.path("state").stringValue("")).matches("[A-Za-z0-9._~-]*");
        assertThat(claims.path("nonce").stringValue()).matches("[A-Za-z0-9._~-]+");
    }

    @Test
    @Requirement("OID4VP 1.0 §5.10 unknown")
    void is_given_to_a_wallet_that_says_more_than_is_known_here() {
        ObjectNode started = started();
        HttpResponse<String> posted = TestOAuthClient.send(HttpRequest.newBuilder(address(started))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(TestOAuthClient.form(
                        Map.of("wallet_nonce", "w-1", "wallet_metadata", "{\"lorem\":[\"ipsum\"]}", "lorem", "ipsum"))))
                .build());

        assertThat(posted.statusCode()).isEqualTo(200);
        String clientId = started.path("client_id").stringValue();
        assertThat(new RequestVerification(clientId, "w-1").verify(posted.body(), Instant.now()))
                .isInstanceOf(RequestVerdict.Valid.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.2 random")
    void leads_each_time_to_an_address_that_nobody_can_guess() {
        TestWallet wallet = new TestWallet(columbia.quebec().registrar(), 3);

        assertThat(List.of(responseCode(wallet), responseCode(wallet)))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Za-z0-9_-]{22,}"));
    }

    private String responseCode(TestWallet wallet) {
        RequestObject request = columbia.ask();
        HttpResponse<String> answer = wallet.post(columbia.node(), request, wallet::present);
        String back = Json.object(answer.body()).path("redirect_uri").stringValue();
        return Form.ofQuery(URI.create(back).getRawQuery()).required("response_code");
    }

    private ObjectNode started() {
        return Json.object(columbia.start(TestColumbia.body()).body());
    }

    private static URI address(ObjectNode started) {
        return URI.create(started.path("request_uri").stringValue());
    }

    private static String fetched(ObjectNode started) {
        return TestOAuthClient.send(HttpRequest.newBuilder(address(started)).build())
                .body();
    }
}
