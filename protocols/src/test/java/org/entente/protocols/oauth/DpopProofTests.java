package org.entente.protocols.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DpopProofTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final String TARGET = "https://quebec.example/oauth/token";

    private final TestSigner signer = TestSigner.create();

    @Test
    @Requirement("RFC 9449 §4.2 nonce")
    void carries_the_nonce_that_the_server_asked_for() {
        String proof = DpopProof.create(signer, request(), "server-nonce", "jti-1", NOW);

        assertThat(CompactJws.parse(proof).claims().path("nonce").asString("")).isEqualTo("server-nonce");
        assertThat(DpopProof.parse(proof).jti()).isEqualTo("jti-1");
    }

    @Test
    @Requirement("RFC 9449 §4.2 htu")
    void names_the_address_without_query_and_fragment() {
        String proof = DpopProof.create(signer, "GET", TARGET + "?page=2#top", "", "jti-1", NOW);

        assertThat(CompactJws.parse(proof).claims().path("htu").stringValue()).isEqualTo(TARGET);
    }

    @Test
    @Requirement("RFC 9449 §4.2 typ")
    @Requirement("RFC 9449 §4.2 jwk")
    @Requirement("RFC 9449 §4.2 claims")
    void a_fresh_proof_names_its_key_and_its_identifier() {
        String proof = DpopProof.create(signer, "POST", TARGET, "", "jti-1", NOW);
        assertThat(verify(proof, expectation("POST", TARGET, "")))
                .isEqualTo(new DpopVerdict.Valid(signer.publicKey().thumbprint(), "jti-1", NOW));
    }

    @Test
    @Requirement("RFC 9449 §4.2 ath")
    @Requirement("RFC 9449 §4.3 ath-checked")
    void a_proof_for_a_token_holds_for_that_token_only() {
        String proof = DpopProof.create(signer, "GET", TARGET, "token-a", "jti-1", NOW);
        assertThat(verify(proof, expectation("GET", TARGET, DpopProof.tokenHash("token-a"))))
                .isInstanceOf(DpopVerdict.Valid.class);
        assertThat(verify(proof, expectation("GET", TARGET, DpopProof.tokenHash("token-b"))))
                .isEqualTo(new DpopVerdict.Invalid("the proof is for another access token"));
    }

    @Test
    @Requirement("RFC 9449 §4.3 ath-checked")
    void refuses_a_proof_without_a_token_hash_where_a_token_is_presented() {
        String proof = DpopProof.create(signer, "GET", TARGET, "", "jti-1", NOW);
        assertThat(verify(proof, expectation("GET", TARGET, DpopProof.tokenHash("token-a"))))
                .isInstanceOf(DpopVerdict.Invalid.class);
    }

    @Test
    @Requirement("RFC 9449 §4.2 ath")
    void the_hash_of_a_token_is_that_of_the_specification() {
        // RFC 9449 §7.1, figure 12.
        assertThat(DpopProof.tokenHash("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"))
                .isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @Test
    @Requirement("RFC 9449 §4.3 signature")
    void verifies_the_proof_printed_in_the_specification() {
        // RFC 9449 §4.1, figure 1.
        String proof = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6Ik"
                + "VDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCR"
                + "nMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JE"
                + "QSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIj"
                + "oiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwia"
                + "WF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg"
                + "4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";
        var verdict = DpopProof.parse(proof)
                .verify(
                        expectation("POST", "https://server.example.com/token", ""),
                        Instant.ofEpochSecond(1562262616),
                        MAX_AGE);
        assertThat(verdict)
                .isEqualTo(new DpopVerdict.Valid(
                        "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I",
                        "-BwC3ESc6acc2lTc",
                        Instant.ofEpochSecond(1562262616)));
    }

    @Test
    @Requirement("RFC 9449 §4.3 htm")
    @Requirement("RFC 9449 §4.3 htu-checked")
    @Requirement("Security §3 proof-fits")
    void refuses_a_proof_for_another_method_or_address() {
        String proof = DpopProof.create(signer, "POST", TARGET, "", "jti-1", NOW);
        assertThat(verify(proof, expectation("GET", TARGET, "")))
                .isEqualTo(new DpopVerdict.Invalid("the proof is for another method"));
        assertThat(verify(proof, expectation("POST", "https://ontario.example/oauth/token", "")))
                .isEqualTo(new DpopVerdict.Invalid("the proof is for another address"));
    }

    @Test
    @Requirement("RFC 9449 §4.3 iat")
    void takes_a_proof_ten_seconds_off_in_either_direction_and_not_one_far_off() {
        assertThat(issuedAt(NOW.minusSeconds(10))).isInstanceOf(DpopVerdict.Valid.class);
        assertThat(issuedAt(NOW.plusSeconds(10))).isInstanceOf(DpopVerdict.Valid.class);
        assertThat(issuedAt(NOW.minusSeconds(61))).isInstanceOf(DpopVerdict.Invalid.class);
        assertThat(issuedAt(NOW.plusSeconds(16))).isInstanceOf(DpopVerdict.Invalid.class);
    }

    @Test
    void ignores_expiry_claims_that_a_proof_does_not_have() {
        ObjectNode claims = claims().put("exp", 1).put("nbf", 9_999_999_999L);
        assertThat(verify(CompactJws.sign(signer, DpopProof.TYPE, claims, JoseOption.KEY), request()))
                .isInstanceOf(DpopVerdict.Valid.class);
    }

    @Test
    @Requirement("RFC 9449 §4.3 typ-checked")
    void refuses_another_type_of_token() {
        String jwt = CompactJws.sign(signer, "JWT", claims(), JoseOption.KEY);
        assertThat(verify(jwt, request())).isEqualTo(new DpopVerdict.Invalid("the proof's type is not dpop+jwt"));
    }

    @Test
    @Requirement("RFC 9449 §4.3 signature")
    void refuses_a_proof_that_another_key_signed() {
        ObjectNode header = Json.newObject().put("typ", DpopProof.TYPE);
        header.set("jwk", TestSigner.create().publicKey().toJson());
        assertThat(verify(CompactJws.sign(signer, header, claims()), request()))
                .isEqualTo(new DpopVerdict.Invalid("the proof's signature does not verify"));
    }

    @Test
    @Requirement("RFC 9449 §4.3 well-formed")
    void a_proof_that_lacks_a_claim_or_carries_no_key_is_malformed() {
        for (String claim : new String[] {"jti", "htm", "htu", "iat"}) {
            ObjectNode claims = claims();
            claims.remove(claim);
            refusesToRead(CompactJws.sign(signer, DpopProof.TYPE, claims, JoseOption.KEY));
        }
        refusesToRead(CompactJws.sign(signer, DpopProof.TYPE, claims(), JoseOption.KEY_ID));
        refusesToRead(CompactJws.sign(
                signer, DpopProof.TYPE, claims().put("jti", "x".repeat(DpopProof.MAX_JTI_LENGTH + 1)), JoseOption.KEY));
        refusesToRead("x".repeat(DpopProof.MAX_LENGTH + 1));
        refusesToRead("not.a.proof");
        refusesToRead("");
    }

    @Test
    @Requirement("RFC 9449 §4.2 jwk")
    void a_proof_that_brings_a_private_key_is_malformed() {
        ObjectNode header = Json.newObject().put("typ", DpopProof.TYPE);
        header.set("jwk", signer.publicKey().toJson().put("d", "AQ"));
        refusesToRead(CompactJws.sign(signer, header, claims()));
    }

    @Test
    @Requirement("RFC 9449 §4.3 private-key")
    void a_proof_that_carries_a_private_key_is_malformed() {
        ObjectNode header = Json.newObject().put("typ", DpopProof.TYPE);
        header.set("jwk", signer.publicKey().toJson().put("d", "AAAA"));
        refusesToRead(CompactJws.sign(signer, header, claims()));
    }

    @Test
    void the_time_of_a_proof_may_be_absurd_without_harm() {
        assertThat(verify(
                        CompactJws.sign(signer, DpopProof.TYPE, claims().put("iat", Long.MAX_VALUE), JoseOption.KEY),
                        request()))
                .isInstanceOf(DpopVerdict.Invalid.class);
    }

    private DpopVerdict issuedAt(Instant instant) {
        return verify(DpopProof.create(signer, "POST", TARGET, "", "jti-1", instant), request());
    }

    private static ObjectNode claims() {
        return Json.newObject()
                .put("jti", "jti-1")
                .put("htm", "POST")
                .put("htu", TARGET)
                .put("iat", NOW.getEpochSecond());
    }

    private static DpopVerdict verify(String proof, DpopExpectation expectation) {
        return DpopProof.parse(proof).verify(expectation, NOW, MAX_AGE);
    }

    private static DpopExpectation request() {
        return expectation("POST", TARGET, "");
    }

    private static DpopExpectation expectation(String method, String target, String tokenHash) {
        return new DpopExpectation(method, URI.create(target), tokenHash);
    }

    private static void refusesToRead(String proof) {
        assertThatThrownBy(() -> DpopProof.parse(proof))
                .isInstanceOfSatisfying(
                        ProtocolError.class, error -> assertThat(error.code()).isEqualTo("invalid_dpop_proof"));
    }
}
