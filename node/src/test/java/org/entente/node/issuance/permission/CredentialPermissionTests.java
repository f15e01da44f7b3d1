package org.entente.node.issuance.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialRequest.Selector;
import org.entente.protocols.sdjwt.SdJwt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What a wallet gets that a person allowed to fetch credentials. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialPermissionTests {
    private static final String DETAIL =
            "{\"type\":\"openid_credential\",\"credential_configuration_id\":\"proof-of-residence\"}";

    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);
    private final TestHolder holder = new TestHolder(node, wallet.client());
    private final TestBrowser resident = residents.resident();

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.2 scope")
    @Requirement("OID4VCI 1.0 §14.3 several")
    @Requirement("OID4VCI 1.0 §14.3 no-revocation")
    void a_scope_entitles_to_its_credential_as_often_as_the_token_holds() {
        String token = access(wallet.tokens(resident));
        List<String> first = holder.obtain(token, TestIssuer.IDENTITY, holder.keys(3));
        List<String> second = holder.obtain(token, TestIssuer.IDENTITY, holder.keys(2));
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(SdJwt.parse(first.getFirst()).claims().path("name").stringValue())
                .isEqualTo("Aurélie Rimouski");
        assertThat(revoked()).isZero();
        assertThat(error(holder.request(token, TestIssuer.RESIDENCE, holder.proofs(holder.keys(1), holder.nonce()))))
                .isEqualTo("unknown_credential_configuration");
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.2 authorization_details")
    @Requirement("OID4VCI 1.0 §6.2 credential_identifiers")
    @Requirement("OID4VCI 1.0 §8.2 identifier")
    void details_entitle_by_identifiers_that_come_with_the_token() {
        ObjectNode tokens = wallet.tokens(resident, "scope", "", "authorization_details", "[" + DETAIL + "]");
        assertThat(tokens.has("scope")).isFalse();
        ObjectNode detail = (ObjectNode) tokens.path("authorization_details").get(0);
        assertThat(detail.path("type").stringValue()).isEqualTo("openid_credential");
        assertThat(detail.path("credential_configuration_id").stringValue()).isEqualTo("proof-of-residence");
        String identifier = detail.path("credential_identifiers").get(0).stringValue();
        assertThat(identifier).isNotEqualTo("proof-of-residence");

        String token = access(tokens);
        assertThat(request(token, new Selector.Identifier(identifier)).statusCode())
                .isEqualTo(200);
        assertThat(error(request(token, new Selector.Configuration("proof-of-residence"))))
                .isEqualTo("invalid_credential_request");
        assertThat(error(request(token, new Selector.Identifier("proof-of-residence"))))
                .isEqualTo("unknown_credential_identifier");
        assertThat(error(request(token, new Selector.Configuration("proof-of-identity"))))
                .isEqualTo("unknown_credential_configuration");
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.2 details-first")
    void what_is_asked_for_in_both_ways_is_asked_for_in_detail() {
        ObjectNode tokens = wallet.tokens(
                resident, "scope", "proof_of_identity proof_of_residence", "authorization_details", "[" + DETAIL + "]");
        assertThat(tokens.path("scope").stringValue()).isEqualTo("proof_of_identity");
        assertThat(tokens.path("authorization_details").size()).isOne();
        assertThat(request(access(tokens), new Selector.Configuration("proof-of-identity"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.1 locations")
    void details_name_the_issuer_that_has_them() {
        String located = located(holder.issuer().toString());
        assertThat(wallet.push("scope", "", "authorization_details", "[" + located + "]")
                        .statusCode())
                .isEqualTo(201);
        String elsewhere = located.replace("/o/registrar", "/o/elsewhere");
        assertThat(error(wallet.push("scope", "", "authorization_details", "[" + elsewhere + "]")))
                .isEqualTo("invalid_authorization_details");
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.1.1 subset")
    @Requirement("OID4VCI 1.0 §6.1 locations")
    void a_token_may_be_asked_for_with_fewer_details_and_not_with_more() {
        String identity = DETAIL.replace("residence", "identity");
        String code = wallet.code(resident, "scope", "", "authorization_details", "[" + DETAIL + "," + identity + "]");
        assertThat(error(wallet.redeem(
                        code, "authorization_details", "[" + DETAIL.replace("residence", "nothing") + "]")))
                .isEqualTo("invalid_authorization_details");
        assertThat(error(wallet.redeem(
                        code, "authorization_details", "[" + located(node.origin() + "/o/elsewhere") + "]")))
                .isEqualTo("invalid_authorization_details");
        ObjectNode tokens = json(wallet.redeem(
                code, "authorization_details", "[" + located(holder.issuer().toString()) + "]"));
        assertThat(tokens.path("authorization_details").size()).isOne();
        String identifier = "proof-of-identity#subject";
        assertThat(error(request(access(tokens), new Selector.Identifier(identifier))))
                .isEqualTo("unknown_credential_identifier");

        ObjectNode renewed = json(wallet.refresh(tokens.path("refresh_token").stringValue()));
        assertThat(request(access(renewed), new Selector.Identifier(identifier)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("HAIP 1.0 §4.2 grant")
    void an_offer_leads_to_the_question_and_its_code_is_spent_with_the_yes() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String token = access(wallet.tokens(resident, "issuer_state", issuerState(given)));
        assertThat(holder.obtain(token, TestIssuer.IDENTITY, holder.keys(1))).hasSize(1);
        assertThat(error(holder.redeem(given, given.transactionCode()))).isEqualTo("invalid_grant");
        assertThat(wallet.push("issuer_state", issuerState(given)).statusCode()).isEqualTo(201);
    }

    @Test
    void an_offer_of_one_thing_does_not_lead_to_another() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        assertThat(error(wallet.push("issuer_state", issuerState(given), "scope", "proof_of_residence")))
                .isEqualTo("invalid_scope");
        assertThat(error(wallet.push(
                        "issuer_state", issuerState(given), "scope", "", "authorization_details", "[" + DETAIL + "]")))
                .isEqualTo("invalid_authorization_details");
    }

    @Test
    void an_offer_that_expired_or_was_changed_leads_nowhere() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String state = issuerState(given);
        assertThat(error(wallet.push("issuer_state", state.replace("registrar", "elsewhere"))))
                .isEqualTo("invalid_request");
        assertThat(error(wallet.push("issuer_state", holder.code(given)))).isEqualTo("invalid_request");
        node.bean(JdbcClient.class)
                .sql("update issuance.offers set expires_at = now() - interval '1 second'")
                .update();
        assertThat(error(wallet.push("issuer_state", state))).isEqualTo("invalid_request");
    }

    @Test
    void an_offer_for_another_record_cannot_be_taken_up() {
        TestHolder.Given given = holder.offered("GASP73030303", TestIssuer.IDENTITY);
        String page = wallet.open(resident, wallet.pushed("issuer_state", issuerState(given)));
        HttpResponse<String> shown = resident.get(page.replace("/fr/", "/en/"));
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(shown.body())
                .contains("for another record than yours", "id=\"deny\"")
                .doesNotContain("id=\"allow\"");
        assertThat(TestBrowser.location(resident.post(page, Map.of("answer", "allow"))))
                .isEqualTo(page);
    }

    @Test
    void an_offer_made_for_one_account_cannot_be_taken_up_by_another() {
        String offerPage = TestBrowser.location(resident.post("/fr/attestations", Map.of("type", "proof-of-identity")));
        String offer = offerPage.substring(offerPage.lastIndexOf('/') + 1);
        TestHolder.Given given = holder.offered("GASP73030303", TestIssuer.IDENTITY);
        node.bean(JdbcClient.class)
                .sql("update issuance.offers set person = gen_random_uuid() where id <> cast(:id as uuid)")
                .param("id", offer)
                .update();
        String page = wallet.open(resident, wallet.pushed("issuer_state", issuerState(given)));
        assertThat(resident.get(page.replace("/fr/", "/en/")).body()).contains("for another account");
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.1 locations")
    void the_token_of_an_offer_may_be_asked_for_in_detail() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY, TestIssuer.RESIDENCE);
        assertThat(error(holder.redeemInDetail(given, "[" + DETAIL.replace("residence", "nothing") + "]")))
                .isEqualTo("invalid_authorization_details");
        assertThat(error(holder.redeemInDetail(given, "[" + located("https://elsewhere.example/o/a") + "]")))
                .isEqualTo("invalid_authorization_details");
        ObjectNode tokens =
                json(holder.redeemInDetail(given, "[" + located(holder.issuer().toString()) + "]"));
        String identifier = tokens.path("authorization_details")
                .path(0)
                .path("credential_identifiers")
                .path(0)
                .stringValue();
        assertThat(request(access(tokens), new Selector.Identifier(identifier)).statusCode())
                .isEqualTo(200);
        assertThat(error(request(access(tokens), new Selector.Configuration("proof-of-identity"))))
                .isEqualTo("unknown_credential_configuration");
    }

    @Test
    void a_person_whom_the_register_no_longer_knows_gets_nothing() {
        TestBrowser stranger = residents.stranger("gaspe@example.org");
        String page = wallet.open(stranger, wallet.pushed());
        String match = TestBrowser.location(stranger.get(page));
        stranger.post(
                match.substring(0, match.indexOf('?')),
                Map.of("number", "GASP73030303", "birth-date", "2001-12-01", "code", "Z8VN C3LA"));
        String code = ((AuthorizationAnswer.Code) TestWallet.answered(stranger, page, "allow")).code();
        String token = access(json(wallet.redeem(code)));
        node.bean(JdbcClient.class)
                .sql("delete from registers.matches where number = 'GASP73030303'")
                .update();
        assertThat(error(request(token, new Selector.Configuration("proof-of-identity"))))
                .isEqualTo("credential_request_denied");
    }

    private HttpResponse<String> request(String token, Selector selector) {
        var request = new CredentialRequest(selector, holder.proofs(holder.keys(1), holder.nonce()));
        return holder.credential(token, Json.write(request.toJson()));
    }

    private String issuerState(TestHolder.Given given) {
        return holder.read(given)
                .authorizationCode()
                .orElseThrow()
                .issuerState()
                .orElseThrow();
    }

    private long revoked() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from issuance.families where revoked_at is not null")
                .query(Long.class)
                .single();
    }

    private static String access(ObjectNode tokens) {
        return tokens.path("access_token").stringValue();
    }

    private static String located(String issuer) {
        return DETAIL.replace("}", ",\"locations\":[\"" + issuer + "\"]}");
    }

    private static String error(HttpResponse<String> response) {
        return json(response).path("error").stringValue();
    }
}
