package org.entente.node.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.HolderProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Every refusal of the credential endpoint, with its code of OID4VCI 1.0 §8.3.1.2; none uses anything up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialRefusalsTests {
    private TestNode node;
    private TestHolder holder;
    private Signer key;
    private String token;
    private String nonce;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        holder = new TestHolder(node);
        key = holder.keys(1).getFirst();
        token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        nonce = holder.nonce();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void freshOffer() {
        nonce = holder.nonce();
        token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 iss")
    void a_proof_is_made_in_the_name_of_the_wallet_that_has_the_token_or_in_none() {
        String named = holder.tokenAs("wallet", holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        assertRefused(holder.request(named, TestIssuer.IDENTITY, List.of(proofBy("other"))), "invalid_proof");
        assertThat(holder.request(named, TestIssuer.IDENTITY, List.of(proofBy("wallet")))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(request(List.of(proofBy("wallet"))), "invalid_proof");
    }

    private String proofBy(String client) {
        ObjectNode claims = Json.newObject()
                .put("iss", client)
                .put("aud", holder.issuer().toString())
                .put("iat", Instant.now().getEpochSecond())
                .put("nonce", holder.nonce());
        return CompactJws.sign(holder.keys(1).getFirst(), HolderProof.TYPE, claims, JoseOption.KEY);
    }

    @Test
    void a_refusal_uses_neither_the_nonce_nor_the_token_up() {
        long before = families();
        assertRefused(request(List.of("a.b.c")), "invalid_proof");
        assertRefused(holder.request(token, "nothing", proofs()), "unknown_credential_configuration");
        assertThat(families()).isEqualTo(before);

        assertThat(request(proofs()).statusCode()).isEqualTo(200);
        assertThat(families()).isEqualTo(before + 1);
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_nonce")
    @Requirement("OID4VCI 1.0 §13.8 nonce")
    void a_nonce_is_spent_once() {
        assertThat(request(proofs()).statusCode()).isEqualTo(200);

        assertRefused(request(proofs()), "invalid_nonce");
        assertRefused(request(holder.proofs(holder.keys(2), nonce)), "invalid_nonce");
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_nonce")
    void a_nonce_of_somebody_else_is_refused() {
        String altered = (nonce.startsWith("A") ? "B" : "A") + nonce.substring(1);
        for (String other : List.of("x", nonce + "A", altered, "AAAA", "é")) {
            assertRefused(request(holder.proofs(List.of(key), other)), "invalid_nonce");
        }
    }

    @Test
    void proofs_of_one_request_carry_one_nonce() {
        List<Signer> keys = holder.keys(2);
        List<String> proofs = new ArrayList<>(holder.proofs(keys.subList(0, 1), nonce));
        proofs.addAll(holder.proofs(keys.subList(1, 2), holder.nonce()));

        assertRefused(request(proofs), "invalid_proof");
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3 key-once")
    void proofs_of_one_request_are_of_different_keys() {
        assertRefused(request(holder.proofs(List.of(key, key), nonce)), "invalid_proof");
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 batch_size")
    void a_batch_has_at_most_as_many_proofs_as_the_issuer_says() {
        assertRefused(request(holder.proofs(holder.keys(11), nonce)), "invalid_credential_request");
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.2 audience-and-nonce")
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_proof")
    @Requirement("OID4VCI 1.0 §F.1 typ")
    @Requirement("OID4VCI 1.0 §F.1 aud")
    @Requirement("OID4VCI 1.0 §F.1 iat")
    @Requirement("OID4VCI 1.0 §F.1 nonce")
    @Requirement("OID4VCI 1.0 §F.1 signature")
    void a_proof_of_another_type_audience_time_or_key_is_refused() {
        ObjectNode claims = claims();
        assertRefused(request(List.of(proof("JWT", claims))), "invalid_proof");
        assertRefused(
                request(List.of(proof(HolderProof.TYPE, claims().put("aud", "https://other.example")))),
                "invalid_proof");
        assertRefused(request(List.of(proof(HolderProof.TYPE, claims().put("iat", 1)))), "invalid_proof");
        assertRefused(request(List.of(proof(HolderProof.TYPE, (ObjectNode) claims.without("nonce")))), "invalid_proof");
        ObjectNode header = Json.newObject().put("typ", HolderProof.TYPE);
        header.set("jwk", holder.keys(1).getFirst().publicKey().toJson());
        assertRefused(request(List.of(CompactJws.sign(key, header, claims()))), "invalid_proof");
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 alg")
    void a_proof_without_signature_or_with_another_algorithm_is_refused() {
        String[] parts = proofs().getFirst().split("\\.");
        String none = "eyJhbGciOiJub25lIiwidHlwIjoib3BlbmlkNHZjaS1wcm9vZitqd3QifQ";

        assertRefused(request(List.of(none + "." + parts[1] + ".")), "invalid_proof");
        assertRefused(request(List.of(none + "." + parts[1] + "." + parts[2])), "invalid_proof");
        assertRefused(request(List.of("x".repeat(20_000))), "invalid_proof");
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.2 proofs-required")
    @Requirement("OID4VCI 1.0 §8.3.1.2 instead")
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_credential_request")
    void a_malformed_request_is_refused() {
        for (String body : List.of("", "[]", "{", "{}", "{\"proofs\":1,\"proofs\":2}", "[".repeat(2000))) {
            assertRefused(holder.credential(token, body), "invalid_credential_request");
        }
        assertRefused(
                holder.credential(token, "{\"credential_configuration_id\":\"proof-of-identity\"}"), "invalid_proof");
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.1 narrow")
    @Requirement("OID4VCI 1.0 §8.3.1.2 unknown_credential_configuration")
    @Requirement("OID4VCI 1.0 §8.3.1.2 unknown_credential_identifier")
    @Requirement("OID4VCI 1.0 §8.2 configuration")
    void what_the_token_is_not_for_is_refused() {
        assertRefused(holder.request(token, TestIssuer.RESIDENCE, proofs()), "unknown_credential_configuration");
        String byIdentifier =
                "{\"credential_identifier\":\"x\",\"proofs\":{\"jwt\":[\"" + proofs().getFirst() + "\"]}}";
        assertRefused(holder.credential(token, byIdentifier), "unknown_credential_identifier");
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.2 invalid_encryption_parameters")
    @Requirement("OID4VCI 1.0 §8.3.1.2 in-clear")
    void encryption_is_not_offered() {
        assertRefused(
                holder.credential(
                        token,
                        "{\"credential_configuration_id\":\"proof-of-identity\",\"credential_response_encryption\":{}}"),
                "invalid_encryption_parameters");
    }

    @Test
    void a_body_beyond_the_limit_is_not_read() {
        assertThat(holder.credential(token, "{\"x\":\"" + "x".repeat(70_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.1 no-token")
    void nobody_is_served_without_a_token_of_an_offer() {
        assertThat(holder.credential("nothing", "{}").statusCode()).isEqualTo(401);
        assertThat(holder.api("/o/registrar/credential", Json.newObject()).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Requirement("RFC 9449 §7.2 no-downgrade")
    @Requirement("Security §3 downgrade")
    void a_bound_token_is_not_taken_as_a_bearer_token() {
        var request = HttpRequest.newBuilder(URI.create(node.address() + "/o/registrar/credential"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(TestOAuthClient.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    @Requirement("RFC 9449 §4.3 binding")
    void a_token_of_another_wallets_key_is_not_taken() {
        assertThat(new TestHolder(node)
                        .request(token, TestIssuer.IDENTITY, proofs())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.2 credential_request_denied")
    void a_record_that_left_the_register_is_not_attested() {
        node.bean(JdbcClient.class)
                .sql("update registers.records set claims = '{}'")
                .update();
        try {
            assertRefused(request(proofs()), "credential_request_denied");
        } finally {
            node.bean(JdbcClient.class)
                    .sql("update registers.records set claims = '{\"name\":\"Percé\",\"birthdate\":\"1984-02-29\"}'")
                    .update();
        }
        assertThat(request(proofs()).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3 credentials")
    @Requirement("OID4VCI 1.0 §8.3 status-200")
    void answers_are_not_kept_by_anybody_between() {
        HttpResponse<String> response = request(proofs());

        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Date")).isPresent();
        assertThat(Json.object(response.body()).propertyNames()).containsExactly("credentials", "notification_id");
    }

    private HttpResponse<String> request(List<String> proofs) {
        return holder.request(token, TestIssuer.IDENTITY, proofs);
    }

    private List<String> proofs() {
        return holder.proofs(List.of(key), nonce);
    }

    private ObjectNode claims() {
        return Json.newObject()
                .put("aud", holder.issuer().toString())
                .put("iat", Instant.now().getEpochSecond())
                .put("nonce", nonce);
    }

    private String proof(String type, ObjectNode claims) {
        return CompactJws.sign(key, type, claims, JoseOption.KEY);
    }

    private long families() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from issuance.families")
                .query(Long.class)
                .single();
    }

    private static void assertRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(Json.object(response.body()).path("error").stringValue()).isEqualTo(code);
    }
}
