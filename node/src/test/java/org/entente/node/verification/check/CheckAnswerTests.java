package org.entente.node.verification.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.verification.check.TestChecks.CLAIMS;
import static org.entente.node.verification.check.TestChecks.CLIENT;
import static org.entente.node.verification.check.TestChecks.HOLDER;
import static org.entente.node.verification.check.TestChecks.ISSUER;
import static org.entente.node.verification.check.TestChecks.NONCE;
import static org.entente.node.verification.check.TestChecks.NOW;
import static org.entente.node.verification.check.TestChecks.QUEBEC;
import static org.entente.node.verification.check.TestChecks.agreements;
import static org.entente.node.verification.check.TestChecks.answer;
import static org.entente.node.verification.check.TestChecks.check;
import static org.entente.node.verification.check.TestChecks.chosen;
import static org.entente.node.verification.check.TestChecks.mirror;
import static org.entente.node.verification.check.TestChecks.present;
import static org.entente.node.verification.check.TestChecks.presentation;
import static org.entente.node.verification.check.TestChecks.stepOf;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.RulingStep;
import org.entente.node.verification.TestAgreements;
import org.entente.node.verification.TestIssuer;
import org.entente.node.verification.TestKey;
import org.entente.node.verification.check.Checked.Fails;
import org.entente.node.verification.check.Checked.Holds;
import org.entente.node.verification.status.TestMirror;
import org.entente.protocols.Base64Url;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.WalletAnswer.Presented;
import org.entente.protocols.sdjwt.SdJwt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CheckAnswerTests {
    @Test
    void accepts_what_was_asked_and_hands_on_nothing_else() {
        Checked checked = check(presentation(ISSUER));

        assertThat(checked).isInstanceOf(Holds.class);
        Holds holds = (Holds) checked;
        assertThat(Json.write(holds.claims()))
                .contains("Aupaluk Kangirsuk", "1990-02-03", "pseudonym-of-arrival")
                .doesNotContain("Kuujjuaq", "pseudonym-of-health");
        assertThat(holds.path().firstFailed()).isEmpty();
        assertThat(holds.path().steps()).hasSize(CheckStep.values().length + RulingStep.values().length);
    }

    @Test
    void no_claim_value_stands_in_the_proof_path() {
        assertThat(Json.write(check(presentation(ISSUER)).path().toJson()))
                .doesNotContain("Aupaluk", "1990", "pseudonym-of");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.1 one")
    @Requirement("OID4VP 1.0 §8.6 format")
    @Requirement("OID4VP 1.0 §8.6 complete")
    void refuses_an_answer_of_another_shape() {
        assertThat(stepOf(check(new Presented(Map.of("other", List.of(presentation(ISSUER))), ""))))
                .isEqualTo("answer");
        assertThat(stepOf(check(
                        new Presented(Map.of("attestation", List.of(presentation(ISSUER), presentation(ISSUER))), ""))))
                .isEqualTo("answer");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 criteria")
    @Requirement("OID4VP 1.0 §B.3.5 vct_values")
    void refuses_what_is_no_credential_of_the_type() {
        ObjectNode plain = ISSUER.plainClaims(HOLDER, 1, NOW).put("vct", "urn:entente:ca:proof-of-residence:1");

        assertThat(stepOf(check(present(ISSUER.credential(plain, TestIssuer.personalClaims())))))
                .isEqualTo("format");
        assertThat(stepOf(check("garbage"))).isEqualTo("format");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 authentic")
    @Requirement("RFC 9901 §9.1 unsigned")
    void refuses_an_unsigned_credential() {
        String[] parts = presentation(ISSUER).split("\\.", 2);
        String unsigned = Base64Url.encode("{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\"}") + "." + parts[1];

        assertThat(stepOf(check(unsigned))).isEqualTo("format");
    }

    @Test
    @Requirement("OID4VP 1.0 §6.1 own-check")
    void refuses_an_issuer_outside_the_entente_as_the_ruling_says() {
        TestIssuer stranger = TestIssuer.at(URI.create("https://elsewhere.example/o/registry"), NOW);

        Fails fails = (Fails) check(presentation(stranger));

        assertThat(stepOf(fails)).isEqualTo("issuer");
        assertThat(fails.issuer()).contains(stranger.issuer());
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 authentic")
    @Requirement("RFC 9901 §7.1 issuer-key")
    @Requirement("Security §1 anchor-bound")
    void refuses_a_chain_to_any_other_authority() {
        TestIssuer impostor = TestIssuer.at(QUEBEC, NOW);

        assertThat(stepOf(check(presentation(impostor)))).isEqualTo("certificate");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 authentic")
    @Requirement("RFC 9901 §7.1 issuer-key")
    @Requirement("Security §1 issuer-bound")
    void refuses_an_issuer_that_mints_for_another() {
        TestIssuer colleague = ISSUER.colleague(URI.create("https://quebec.example/o/sante"), NOW);
        ObjectNode plain = colleague.plainClaims(HOLDER, 1, NOW).put("iss", QUEBEC.toString());

        assertThat(stepOf(check(present(colleague.credential(plain, TestIssuer.personalClaims())))))
                .isEqualTo("issuer-binding");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 authentic")
    @Requirement("RFC 9901 §7.1 signature")
    void refuses_a_forged_signature() {
        TestKey thief =
                TestKey.create().withCertificate(ISSUER.key().certificates().getFirst());
        TestIssuer forger = new TestIssuer(QUEBEC, ISSUER.authorityKey(), ISSUER.authority(), thief);

        assertThat(stepOf(check(presentation(forger)))).isEqualTo("signature");
    }

    @Test
    @Requirement("RFC 9901 §7.1 time")
    @Requirement("Token Status List §7.1 token-first")
    void refuses_an_expired_credential() {
        ObjectNode plain = ISSUER.plainClaims(HOLDER, 1, NOW).put("exp", NOW.getEpochSecond());

        assertThat(stepOf(check(present(ISSUER.credential(plain, TestIssuer.personalClaims())))))
                .isEqualTo("validity");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 holder")
    @Requirement("RFC 9901 §7.3 kb-required")
    @Requirement("RFC 9901 §7.3 policy-first")
    void refuses_a_credential_without_the_holders_proof() {
        String bare =
                SdJwt.parse(ISSUER.credential(HOLDER, 1, NOW)).withOnly(CLAIMS).toString();

        assertThat(stepOf(check(bare))).isEqualTo("holder-key");
    }

    @Test
    @Requirement("OID4VP 1.0 §14.1.2 checked")
    @Requirement("OID4VP 1.0 §B.3.6 nonce-aud")
    void refuses_a_proof_for_another_request_or_verifier() {
        SdJwt chosen = chosen(ISSUER);

        assertThat(stepOf(check(chosen.present(HOLDER, CLIENT, "another", NOW))))
                .isEqualTo("nonce");
        assertThat(stepOf(check(chosen.present(HOLDER, "x509_hash:other", NONCE, NOW))))
                .isEqualTo("audience");
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-sd_hash")
    @Requirement("Security §4 holder-binding")
    void refuses_a_proof_that_covers_other_disclosures() {
        String proof = presentation(ISSUER).substring(presentation(ISSUER).lastIndexOf('~') + 1);
        String more = SdJwt.parse(ISSUER.credential(HOLDER, 1, NOW)).withOnly(CLAIMS) + proof;

        assertThat(stepOf(check(more))).isEqualTo("presentation-hash");
    }

    @Test
    @Requirement("RFC 9901 §7.3 kb-iat")
    void refuses_a_proof_of_another_time() {
        SdJwt chosen = chosen(ISSUER);

        assertThat(stepOf(check(chosen.present(HOLDER, CLIENT, NONCE, NOW.minus(Duration.ofDays(365))))))
                .isEqualTo("presentation-time");
        assertThat(stepOf(check(chosen.present(HOLDER, CLIENT, NONCE, NOW.plus(Duration.ofDays(365))))))
                .isEqualTo("presentation-time");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 criteria")
    @Requirement("OID4VP 1.0 §14.9 own-checks")
    void refuses_more_claims_than_were_asked_and_fewer() {
        SdJwt whole = SdJwt.parse(ISSUER.credential(HOLDER, 1, NOW));
        SdJwt less = whole.withOnly(List.of(ClaimPath.of("name")));

        assertThat(stepOf(check(whole.present(HOLDER, CLIENT, NONCE, NOW)))).isEqualTo("disclosed-claims");
        assertThat(stepOf(check(less.present(HOLDER, CLIENT, NONCE, NOW)))).isEqualTo("disclosed-claims");
    }

    @Test
    void refuses_a_personal_claim_that_the_issuer_left_in_the_clear() {
        ObjectNode plain = ISSUER.plainClaims(HOLDER, 1, NOW).put("email", "k@example.org");
        SdJwt chosen = SdJwt.parse(ISSUER.credential(plain, TestIssuer.personalClaims()))
                .withOnly(CLAIMS);

        assertThat(stepOf(check(chosen.present(HOLDER, CLIENT, NONCE, NOW)))).isEqualTo("disclosed-claims");
    }

    @Test
    void refuses_a_pseudonym_that_is_no_text_or_an_empty_one() {
        for (String pseudonym : List.of("null", "\"\"", "\" \"", "7", "true", "[\"a\"]", "{\"a\":\"b\"}")) {
            ObjectNode claims = TestIssuer.personalClaims();
            claims.withObject("pseudonyms").set("ca-bc-arrival", Json.parse(pseudonym));

            assertThat(stepOf(check(present(ISSUER.credential(ISSUER.plainClaims(HOLDER, 1, NOW), claims)))))
                    .as(pseudonym)
                    .isEqualTo("disclosed-claims");
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 policy")
    void refuses_what_the_entente_does_not_permit() {
        TestAgreements suspended =
                new TestAgreements(Map.of(QUEBEC, ISSUER.authority()), Optional.of(RulingStep.STANDING));

        assertThat(stepOf(check(suspended, mirror(), answer(presentation(ISSUER)))))
                .isEqualTo("standing");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 policy")
    void refuses_a_revoked_credential() {
        TestMirror revoked = new TestMirror().with(ISSUER.statusList(), ISSUER.statusListToken(NOW, 1), NOW);

        assertThat(stepOf(check(agreements(), revoked, answer(presentation(ISSUER)))))
                .isEqualTo("status");
    }

    @Test
    @Requirement("Token Status List §8.3 expired")
    @Requirement("Token Status List §8.3 refused")
    @Requirement("Token Status List §11.3 key-resolution")
    @Requirement("Security §5 bounds")
    void refuses_when_the_status_is_not_known_well_enough() {
        String genuine = ISSUER.statusListToken(NOW);
        String foreign = TestIssuer.at(QUEBEC, NOW).statusListToken(NOW);
        Instant long_ago = NOW.minus(TestAgreements.FRESHNESS).minusSeconds(1);

        assertThat(List.of(
                        new TestMirror(),
                        new TestMirror().with(ISSUER.statusList(), genuine, long_ago),
                        new TestMirror().with(ISSUER.statusList(), foreign, NOW),
                        new TestMirror().with(ISSUER.statusList(), "garbage", NOW),
                        new TestMirror()
                                .with(ISSUER.statusList(), ISSUER.statusListToken(NOW.minus(Duration.ofDays(2))), NOW)))
                .allSatisfy(mirror -> assertThat(stepOf(check(agreements(), mirror, answer(presentation(ISSUER)))))
                        .isEqualTo("status-list"));
    }

    @Test
    @Requirement("Token Status List §8.3 refused")
    @Requirement("Token Status List §8.3 within")
    @Requirement("Security §5 bounds")
    void refuses_a_status_elsewhere_or_beyond_the_list() {
        ObjectNode elsewhere = ISSUER.plainClaims(HOLDER, 1, NOW);
        elsewhere.withObject("status").withObject("status_list").put("uri", "https://elsewhere.example/status/1");
        ObjectNode none = ISSUER.plainClaims(HOLDER, 1, NOW);
        none.remove("status");

        for (ObjectNode plain : List.of(elsewhere, none, ISSUER.plainClaims(HOLDER, 5000, NOW))) {
            assertThat(stepOf(check(present(ISSUER.credential(plain, TestIssuer.personalClaims())))))
                    .isEqualTo("status-list");
        }
    }

    @Test
    void looks_no_further_than_the_first_step_that_failed() {
        var path = check("garbage").path();

        assertThat(path.steps().stream().filter(step -> step.outcome() instanceof ProofOutcome.NotReached))
                .hasSize(path.steps().size() - 3);
    }
}
