package org.entente.protocols.oid4vci;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class HolderProofTests {
    private static final URI ISSUER = URI.create("https://issuer.example/o/registry");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TestSigner KEY = TestSigner.create();

    @Test
    @Requirement("OID4VCI 1.0 §F.1 iss")
    void a_proof_in_another_wallets_name_is_refused() {
        ObjectNode claims = Json.newObject()
                .put("iss", "https://wallet.example")
                .put("aud", ISSUER.toString())
                .put("iat", NOW.getEpochSecond())
                .put("nonce", "n-1");
        String proof = CompactJws.sign(KEY, HolderProof.TYPE, claims, JoseOption.KEY);
        assertThat(HolderProof.verify(proof, ISSUER, "https://wallet.example", NOW))
                .isInstanceOf(HolderProof.Verdict.Valid.class);
        assertThat(HolderProof.verify(proof, ISSUER, "other-wallet", NOW))
                .isEqualTo(new HolderProof.Verdict.Invalid("the proof is another client's"));
        assertThat(HolderProof.verify(proof, ISSUER, "", NOW))
                .as("a wallet that has no name")
                .isInstanceOf(HolderProof.Verdict.Invalid.class);
    }

    @Test
    void verifies_a_proof_that_it_made_and_gives_its_key_and_nonce() {
        String proof = HolderProof.create(KEY, ISSUER, "n-1", NOW);

        assertThat(HolderProof.verify(proof, ISSUER, NOW))
                .isEqualTo(new HolderProof.Verdict.Valid(KEY.publicKey(), "n-1"));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 iss")
    @Requirement("OID4VCI 1.0 §F.1 typ")
    void an_anonymous_wallets_proof_has_no_iss() {
        CompactJws proof = CompactJws.parse(HolderProof.create(KEY, ISSUER, "n-1", NOW));

        assertThat(proof.claims().propertyNames()).containsExactlyInAnyOrder("aud", "iat", "nonce");
        assertThat(proof.type()).isEqualTo("openid4vci-proof+jwt");
    }

    @Test
    void ignores_claims_that_it_does_not_know() {
        assertValid(proof(HolderProof.TYPE, claims().put("x", 1)));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 typ")
    void refuses_another_type() {
        assertInvalid(proof("JWT", claims()));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 aud")
    @Requirement("OID4VCI 1.0 §F.4 complete")
    void refuses_another_audience() {
        assertInvalid(proof(HolderProof.TYPE, claims().put("aud", ISSUER + "/")));
        assertInvalid(proof(HolderProof.TYPE, (ObjectNode) claims().without("aud")));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 nonce")
    @Requirement("OID4VCI 1.0 §F.4 complete")
    @Requirement("OID4VCI 1.0 §8.2 audience-and-nonce")
    void refuses_a_proof_without_nonce() {
        assertInvalid(proof(HolderProof.TYPE, (ObjectNode) claims().without("nonce")));
        assertInvalid(proof(HolderProof.TYPE, claims().put("nonce", 7)));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 iat")
    @Requirement("OID4VCI 1.0 §F.4 time")
    @Requirement("OID4VCI 1.0 §F.4 complete")
    void refuses_a_proof_from_another_time() {
        long now = NOW.getEpochSecond();
        assertInvalid(proof(HolderProof.TYPE, claims().put("iat", now - 601)));
        assertInvalid(proof(HolderProof.TYPE, claims().put("iat", now + 61)));
        assertInvalid(proof(HolderProof.TYPE, claims().put("iat", "now")));
        assertInvalid(proof(HolderProof.TYPE, (ObjectNode) claims().without("iat")));
        assertValid(proof(HolderProof.TYPE, claims().put("iat", now - 600)));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 signature")
    void refuses_a_signature_by_another_key() {
        ObjectNode header = Json.newObject().put("typ", HolderProof.TYPE);
        header.set("jwk", TestSigner.create().publicKey().toJson());
        assertInvalid(CompactJws.sign(KEY, header, claims()));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 one-key")
    void refuses_a_key_that_is_named_and_not_shown() {
        assertInvalid(CompactJws.sign(KEY, HolderProof.TYPE, claims(), JoseOption.KEY_ID));
        assertInvalid(CompactJws.sign(KEY, HolderProof.TYPE, claims(), JoseOption.KEY, JoseOption.KEY_ID));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.4 private-key")
    void refuses_a_private_key_in_the_header() {
        ObjectNode header = Json.newObject().put("typ", HolderProof.TYPE);
        header.set("jwk", KEY.publicKey().toJson().put("d", "AA"));
        assertInvalid(CompactJws.sign(KEY, header, claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "not a jws"})
    @Requirement("OID4VCI 1.0 §F.1 alg")
    void refuses_what_is_no_proof_at_all(String proof) {
        assertInvalid(proof);
    }

    private static ObjectNode claims() {
        return Json.newObject()
                .put("aud", ISSUER.toString())
                .put("iat", NOW.getEpochSecond())
                .put("nonce", "n-1");
    }

    private static String proof(String type, ObjectNode claims) {
        return CompactJws.sign(KEY, type, claims, JoseOption.KEY);
    }

    private static void assertValid(String proof) {
        assertThat(HolderProof.verify(proof, ISSUER, NOW)).isInstanceOf(HolderProof.Verdict.Valid.class);
    }

    private static void assertInvalid(String proof) {
        assertThat(HolderProof.verify(proof, ISSUER, NOW)).isInstanceOf(HolderProof.Verdict.Invalid.class);
    }
}
