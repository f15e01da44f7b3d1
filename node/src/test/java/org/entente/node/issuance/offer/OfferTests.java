package org.entente.node.issuance.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Making, reading and redeeming offers, and every way in which that is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferTests {
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
    void the_api_returns_the_offer_by_reference_and_by_value() {
        ObjectNode made = Json.object(holder.api("/api/offers", asking(TestIssuer.RECORD, TestIssuer.IDENTITY))
                .body());

        URI address = URI.create(made.path("credential_offer_uri").stringValue());
        assertThat(Json.object(holder.get(address.getPath()).body())).isEqualTo(made.path("credential_offer"));
        assertThat(made.path("transaction_code").stringValue()).matches("[0-9]{6}");
    }

    @Test
    void the_api_takes_a_transaction_code_of_the_callers() {
        ObjectNode body = asking(TestIssuer.RECORD, TestIssuer.IDENTITY).put("transaction_code", "4711");
        ObjectNode made = Json.object(holder.api("/api/offers", body).body());
        TestHolder.Given given = new TestHolder.Given(
                URI.create(made.path("credential_offer_uri").stringValue()), "4711");

        assertThat(holder.redeem(given, "4711").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'record':'TREM 5401 0101'}",
                "{'record':'TREM 5401 0101','configurations':[]}",
                "{'record':'TREM 5401 0101','configurations':['nothing']}",
                "{'record':'TREM 5401 0101','configurations':'proof-of-identity'}",
                "{'record':7,'configurations':[1]}",
                "{'record':'','configurations':['proof-of-identity']}",
                "{'record':'- -','configurations':['proof-of-identity']}",
                "{'record':['TREM 5401 0101'],'configurations':['proof-of-identity']}",
                "{'record':'TREM 5401 0101','configurations':[{}]}",
                "{'record':'TREM 5401 0101','configurations':['proof-of-identity'],'transaction_code':'abcd'}",
                "{'record':'TREM 5401 0101','configurations':['proof-of-identity'],'transaction_code':1234}"
            })
    void the_api_refuses_a_malformed_request(String body) {
        HttpResponse<String> response = holder.api("/api/offers", Json.object(body.replace('\'', '"')));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void the_api_knows_no_other_records_than_the_registers() {
        assertThat(holder.api("/api/offers", asking("X1", TestIssuer.IDENTITY)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_api_needs_the_scope() {
        try (TestNode other = TestNode.government("quebec", withoutScope())) {
            assertThat(new TestHolder(other)
                            .api("/api/offers", asking(TestIssuer.RECORD, TestIssuer.IDENTITY))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_client_registered_for_another_organisation_offers_and_revokes_nothing() {
        try (TestNode other = TestNode.government("quebec", withAnotherOrganisationsClient())) {
            TestHolder client = new TestHolder(other);
            ObjectNode record =
                    Json.newObject().put("register", TestRegister.ID).put("number", TestIssuer.RECORD);
            ObjectNode family = Json.newObject()
                    .put("organisation", TestIssuer.ORGANISATION)
                    .put("handle", "A".repeat(43));
            List.of(
                            client.api("/api/offers", asking(TestIssuer.RECORD, TestIssuer.IDENTITY)),
                            client.api("/api/revocations", Json.newObject().set("record", record)),
                            client.api("/api/revocations", Json.newObject().set("family", family)),
                            client.api("/api/revocations", Json.newObject().put("configuration", TestIssuer.IDENTITY)))
                    .forEach(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(403);
                        assertThat(Json.object(answer.body()).path("code").stringValue())
                                .isEqualTo("not_registered");
                    });
            assertThat(other.bean(JdbcClient.class)
                            .sql("select count(*) from issuance.offers")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void an_address_that_we_did_not_make_has_no_offer() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String path = given.offer().getPath();

        assertThat(holder.get(path).statusCode()).isEqualTo(200);
        for (String other : List.of(
                path.substring(0, path.length() - 2) + (path.endsWith("AA") ? "BA" : "AA"),
                path + "A",
                path + "%20",
                path.replace("registrar", "other"))) {
            assertThat(holder.get(other).statusCode()).as(other).isIn(400, 404);
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 short-lived")
    @Requirement("OID4VCI 1.0 §6.3 wrong-grant")
    void an_expired_offer_is_neither_read_nor_redeemed() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String code = holder.code(given);
        sql("update issuance.offers set expires_at = now() - interval '1 second'");

        assertThat(holder.get(given.offer().getPath()).statusCode()).isEqualTo(404);
        assertRefused(holder.redeem(code, given.transactionCode()), "invalid_grant");
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 single-use")
    void a_code_is_redeemed_once() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        holder.token(given);

        assertRefused(holder.redeem(given, given.transactionCode()), "invalid_grant");
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.3 wrong-grant")
    void a_code_that_we_did_not_make_is_refused() {
        String code = holder.code(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));

        for (String other : List.of("x", "registrar.x", code + "A", code.replace("registrar", "other"), "é.é")) {
            assertRefused(holder.redeem(other, "123456"), "invalid_grant");
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §3.5 misuse")
    @Requirement("OID4VCI 1.0 §6.3 wrong-code")
    @Requirement("OID4VCI 1.0 §13.6.1 replay")
    void five_wrong_transaction_codes_make_the_code_worthless() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        for (int i = 0; i < 5; i++) {
            assertRefused(holder.redeem(given, "wrong" + i), "invalid_grant");
        }

        assertRefused(holder.redeem(given, given.transactionCode()), "invalid_grant");
    }

    @Test
    void four_wrong_transaction_codes_are_forgiven() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        for (int i = 0; i < 4; i++) {
            assertRefused(holder.redeem(given, "wrong" + i), "invalid_grant");
        }

        assertThat(holder.redeem(given, given.transactionCode()).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.1 tx_code")
    @Requirement("OID4VCI 1.0 §6.3 missing-code")
    void a_request_without_transaction_code_is_malformed_and_counts_nothing() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        for (int i = 0; i < 6; i++) {
            assertRefused(holder.redeem(given, ""), "invalid_request");
        }

        assertThat(holder.redeem(given, given.transactionCode()).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("OID4VCI 1.0 §13.2 dpop")
    @Requirement("HAIP 1.0 §4 dpop")
    void a_code_is_redeemed_with_a_proof_of_possession_only() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        Map<String, String> form = Map.of(
                "grant_type",
                PreAuthorizedCode.GRANT_TYPE,
                "pre-authorized_code",
                holder.code(given),
                "tx_code",
                given.transactionCode());

        assertRefused(new TestOAuthClient(node).token(form, ""), "invalid_dpop_proof");
        assertThat(holder.redeem(given, given.transactionCode()).statusCode()).isEqualTo(200);
    }

    private static Map<String, Object> withAnotherOrganisationsClient() {
        Map<String, Object> settings = new HashMap<>(TestIssuer.settings());
        settings.put("entente.node.organisations[1].id", "library");
        settings.put("entente.node.organisations[1].name.fr", "Bibliothèque");
        settings.put("entente.node.organisations[1].name.en", "Library");
        settings.putAll(TestOAuthClient.actingFor("library", "", "issuance.offer", "issuance.revoke"));
        return settings;
    }

    private static Map<String, Object> withoutScope() {
        Map<String, Object> settings = new HashMap<>(TestIssuer.settings());
        settings.putAll(TestOAuthClient.settings("verification"));
        return settings;
    }

    private static ObjectNode asking(String record, String configuration) {
        ObjectNode body = Json.newObject().put("record", record);
        body.putArray("configurations").add(configuration);
        return body;
    }

    private static void assertRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.object(response.body()).path("error").stringValue()).isEqualTo(code);
    }

    private void sql(String statement) {
        node.bean(JdbcClient.class).sql(statement).update();
    }
}
