package org.entente.protocols.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.Base64Url;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwtVerdict.Refused;
import org.entente.protocols.sdjwt.SdJwtVerdict.Step;
import org.entente.protocols.sdjwt.SdJwtVerdict.Valid;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SdJwtVerificationTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String AUDIENCE = "x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk";

    private final TestCredential test = new TestCredential();
    private final Expectation expected = new Expectation(AUDIENCE, "n-0S6_WzA2Mj", NOW, Duration.ofMinutes(5));
    private final SdJwt chosen = SdJwt.parse(test.issued()).withOnly(List.of(ClaimPath.of("given_name")));
    private final String presentation = chosen.present(test.holder, AUDIENCE, expected.nonce(), NOW);

    @Test
    void accepts_a_presentation_and_gives_what_it_shows() {
        SdJwtVerdict verdict = SdJwtVerification.verify(presentation, test.issuer.publicKey(), expected);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(valid.credential()
                                        .claims()
                                        .path("given_name")
                                        .stringValue())
                                .isEqualTo("Rimouski"));
    }

    @Test
    @Requirement("RFC 9901 §7.3 policy-first")
    @Requirement("RFC 9901 §7.3 kb-required")
    void accepts_a_received_credential_without_key_binding_only_as_received() {
        assertThat(SdJwtVerification.verifyIssued(
                        chosen, test.issuer.publicKey().toKey(), NOW))
                .isInstanceOf(Valid.class);
        assertStep(chosen.toString(), Step.HOLDER_KEY);
    }

    @Test
    void a_text_that_does_not_read_fails_at_the_form() {
        assertStep("nonsense", Step.FORM);
        assertStep(presentation.replace("~", "~~"), Step.FORM);
    }

    @Test
    @Requirement("RFC 9901 §9.11 explicit-typ")
    @Requirement("OID4VCI 1.0 §A.3.1 format")
    @Requirement("Security §4 hash-and-type")
    void another_typ_or_no_vct_fails_at_the_type() {
        assertStep(presented(CompactJws.sign(test.issuer, "JWT", test.plain())), Step.TYPE);
        assertStep(presented(CompactJws.sign(test.issuer, "vc+sd-jwt", test.plain())), Step.TYPE);
        assertStep(presented(signed(test.plain().without("vct"))), Step.TYPE);
    }

    @Test
    @Requirement("RFC 9901 §7.1 signature")
    @Requirement("RFC 9901 §9.1 unsigned")
    void another_issuers_key_fails_at_the_issuers_signature() {
        assertThat(SdJwtVerification.verify(presentation, TestSigner.create().publicKey(), expected))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.step()).isEqualTo(Step.ISSUER_SIGNATURE));
    }

    @Test
    @Requirement("RFC 9901 §7.1 time")
    void is_valid_from_its_start_until_just_before_its_end() {
        assertStep(presented(signed(test.plain().put("exp", NOW.getEpochSecond()))), Step.VALIDITY);
        assertStep(presented(signed(test.plain().put("nbf", NOW.getEpochSecond() + 61))), Step.VALIDITY);
        assertStep(presented(signed(test.plain().put("iat", NOW.getEpochSecond() + 61))), Step.VALIDITY);
        assertStep(presented(signed(test.plain().put("exp", "tomorrow"))), Step.VALIDITY);
        assertStep(presented(signed(test.plain().put("exp", 1.9e9))), Step.VALIDITY);
        assertValid(presented(signed(test.plain().put("exp", NOW.getEpochSecond() + 1))));
        assertValid(presented(signed(test.plain().put("nbf", NOW.getEpochSecond() + 60))));
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-key")
    void a_credential_bound_to_no_key_fails_at_the_holders_key() {
        ObjectNode unbound = test.plain();
        unbound.remove("cnf");
        assertStep(signed(unbound) + "~" + proof(signed(unbound) + "~", Json.newObject()), Step.HOLDER_KEY);
    }

    @Test
    void a_credential_bound_to_a_private_key_in_the_open_fails_at_the_holders_key() {
        ObjectNode leaking = test.plain();
        ((ObjectNode) leaking.path("cnf").path("jwk")).put("d", Base64Url.encode(new byte[32]));
        assertStep(signed(leaking) + "~" + proof(signed(leaking) + "~", Json.newObject()), Step.HOLDER_KEY);
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-signature")
    void a_stolen_credential_fails_at_the_key_bindings_signature() {
        String stolen = chosen.toString();
        String proof = CompactJws.sign(TestSigner.create(), header("kb+jwt"), proofClaims(stolen));

        assertStep(stolen + proof, Step.KEY_BINDING_SIGNATURE);
    }

    @Test
    @Requirement("RFC 9901 §4.3 typ")
    @Requirement("RFC 9901 §7.3 kb-typ")
    void another_signed_text_of_the_holder_is_no_key_binding() {
        String text = chosen.toString();

        assertStep(
                text + CompactJws.sign(test.holder, header("openid4vci-proof+jwt"), proofClaims(text)),
                Step.KEY_BINDING_SIGNATURE);
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-nonce-aud")
    @Requirement("RFC 9901 §7.3 kb-iat")
    @Requirement("Security §4 holder-binding")
    void a_presentation_to_somebody_else_or_from_before_cannot_be_used_again() {
        assertStep(chosen.present(test.holder, AUDIENCE, "another", NOW), Step.NONCE);
        assertStep(chosen.present(test.holder, "x509_hash:other", expected.nonce(), NOW), Step.AUDIENCE);
        assertStep(
                chosen.present(test.holder, AUDIENCE, expected.nonce(), NOW.minusSeconds(361)), Step.KEY_BINDING_AGE);
        assertStep(chosen.present(test.holder, AUDIENCE, expected.nonce(), NOW.plusSeconds(61)), Step.KEY_BINDING_AGE);
        assertValid(chosen.present(test.holder, AUDIENCE, expected.nonce(), NOW.minusSeconds(360)));
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-nonce-aud")
    void an_audience_that_is_a_list_is_not_this_verifier() {
        ObjectNode claims = proofClaims(chosen.toString());
        claims.putArray("aud").add(AUDIENCE);

        assertStep(chosen + CompactJws.sign(test.holder, header("kb+jwt"), claims), Step.AUDIENCE);
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-sd_hash")
    void a_disclosure_added_or_taken_away_fails_at_the_hash() {
        String proof = presentation.substring(presentation.lastIndexOf('~') + 1);
        String jwt = presentation.substring(0, presentation.indexOf('~') + 1);

        assertStep(jwt + proof, Step.PRESENTATION_HASH);
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-iat")
    void a_proof_that_expired_or_does_not_say_when_it_was_made_fails_at_its_age() {
        String text = chosen.toString();

        assertStep(text + proof(text, Json.newObject().put("exp", NOW.getEpochSecond())), Step.KEY_BINDING_AGE);
        assertStep(
                text
                        + CompactJws.sign(test.holder, header("kb+jwt"), (ObjectNode)
                                proofClaims(text).without("iat")),
                Step.KEY_BINDING_AGE);
    }

    private String presented(String jwt) {
        return SdJwt.parse(jwt + "~").present(test.holder, AUDIENCE, expected.nonce(), NOW);
    }

    private String signed(ObjectNode payload) {
        return CompactJws.sign(test.issuer, SdJwtIssuance.TYPE, payload);
    }

    private String proof(String text, ObjectNode more) {
        ObjectNode claims = proofClaims(text);
        claims.setAll(more);
        return CompactJws.sign(test.holder, header("kb+jwt"), claims);
    }

    private ObjectNode proofClaims(String text) {
        return Json.newObject()
                .put("iat", NOW.getEpochSecond())
                .put("aud", AUDIENCE)
                .put("nonce", expected.nonce())
                .put("sd_hash", Disclosure.digest(text));
    }

    private static ObjectNode header(String type) {
        return Json.newObject().put("typ", type);
    }

    private void assertStep(String text, Step step) {
        assertThat(SdJwtVerification.verify(text, test.issuer.publicKey(), expected))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.step()).isEqualTo(step));
    }

    private void assertValid(String text) {
        assertThat(SdJwtVerification.verify(text, test.issuer.publicKey(), expected))
                .isInstanceOf(Valid.class);
    }
}
