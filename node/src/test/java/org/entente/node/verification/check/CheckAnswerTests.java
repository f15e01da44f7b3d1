package org.entente.node.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.RulingStep;
import org.entente.node.verification.Failure;
import org.entente.node.verification.TestAgreements;
import org.entente.node.verification.TestIssuer;
import org.entente.node.verification.TestKey;
import org.entente.node.verification.VerificationSettings;
import org.entente.node.verification.check.Checked.Fails;
import org.entente.node.verification.check.Checked.Holds;
import org.entente.node.verification.status.TestMirror;
import org.entente.protocols.Base64Url;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.ClientMetadata;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer.Presented;
import org.entente.protocols.sdjwt.SdJwt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CheckAnswerTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String CLIENT = "x509_hash:verifier";
    private static final String NONCE = "nonce-of-this-request";
    private static final URI QUEBEC = URI.create("https://quebec.example/o/etat-civil");
    private static final TestIssuer ISSUER = TestIssuer.at(QUEBEC, NOW);
    private static final TestKey HOLDER = TestKey.create();
    private static final TestKey RESPONSE_KEY = TestKey.create();
    private static final List<ClaimPath> CLAIMS =
            List.of(ClaimPath.of("name"), ClaimPath.of("birthdate"), ClaimPath.of("pseudonyms", "ca-bc-arrival"));

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
    void refuses_an_answer_of_another_shape() {
        assertThat(stepOf(check(new Presented(Map.of("other", List.of(presentation(ISSUER))), ""))))
                .isEqualTo("answer");
        assertThat(stepOf(check(
                        new Presented(Map.of("attestation", List.of(presentation(ISSUER), presentation(ISSUER))), ""))))
                .isEqualTo("answer");
    }

    @Test
    void refuses_what_is_no_credential_of_the_type() {
        ObjectNode plain = ISSUER.plainClaims(HOLDER, 1, NOW).put("vct", "urn:entente:ca:proof-of-residence:1");

        assertThat(stepOf(check(present(ISSUER.credential(plain, TestIssuer.personalClaims())))))
                .isEqualTo("format");
        assertThat(stepOf(check("garbage"))).isEqualTo("format");
    }

    @Test
    void refuses_an_unsigned_credential() {
        String[] parts = presentation(ISSUER).split("\\.", 2);
        String unsigned = Base64Url.encode("{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\"}") + "." + parts[1];

        assertThat(stepOf(check(unsigned))).isEqualTo("format");
    }

    @Test
    void refuses_an_issuer_outside_the_entente_as_the_ruling_says() {
        TestIssuer stranger = TestIssuer.at(URI.create("https://elsewhere.example/o/registry"), NOW);

        Fails fails = (Fails) check(presentation(stranger));

        assertThat(stepOf(fails)).isEqualTo("issuer");
        assertThat(fails.issuer()).contains(stranger.issuer());
    }

    @Test
    void refuses_a_chain_to_any_other_authority() {
        TestIssuer impostor = TestIssuer.at(QUEBEC, NOW);

        assertThat(stepOf(check(presentation(impostor)))).isEqualTo("certificate");
    }

    @Test
    void refuses_an_issuer_that_mints_for_another() {
        TestIssuer colleague = ISSUER.colleague(URI.create("https://quebec.example/o/sante"), NOW);
        ObjectNode plain = colleague.plainClaims(HOLDER, 1, NOW).put("iss", QUEBEC.toString());

        assertThat(stepOf(check(present(colleague.credential(plain, TestIssuer.personalClaims())))))
                .isEqualTo("issuer-binding");
    }

    @Test
    void refuses_a_forged_signature() {
        TestKey thief =
                TestKey.create().withCertificate(ISSUER.key().certificates().getFirst());
        TestIssuer forger = new TestIssuer(QUEBEC, ISSUER.authorityKey(), ISSUER.authority(), thief);

        assertThat(stepOf(check(presentation(forger)))).isEqualTo("signature");
    }

    @Test
    void refuses_an_expired_credential() {
        ObjectNode plain = ISSUER.plainClaims(HOLDER, 1, NOW).put("exp", NOW.getEpochSecond());

        assertThat(stepOf(check(present(ISSUER.credential(plain, TestIssuer.personalClaims())))))
                .isEqualTo("validity");
    }

    @Test
    void refuses_a_credential_without_the_holders_proof() {
        String bare =
                SdJwt.parse(ISSUER.credential(HOLDER, 1, NOW)).withOnly(CLAIMS).toString();

        assertThat(stepOf(check(bare))).isEqualTo("holder-key");
    }

    @Test
    void refuses_a_proof_for_another_request_or_verifier() {
        SdJwt chosen = chosen(ISSUER);

        assertThat(stepOf(check(chosen.present(HOLDER, CLIENT, "another", NOW))))
                .isEqualTo("nonce");
        assertThat(stepOf(check(chosen.present(HOLDER, "x509_hash:other", NONCE, NOW))))
                .isEqualTo("audience");
    }

    @Test
    void refuses_a_proof_that_covers_other_disclosures() {
        String proof = presentation(ISSUER).substring(presentation(ISSUER).lastIndexOf('~') + 1);
        String more = SdJwt.parse(ISSUER.credential(HOLDER, 1, NOW)).withOnly(CLAIMS) + proof;

        assertThat(stepOf(check(more))).isEqualTo("presentation-hash");
    }

    @Test
    void refuses_a_proof_of_another_time() {
        SdJwt chosen = chosen(ISSUER);

        assertThat(stepOf(check(chosen.present(HOLDER, CLIENT, NONCE, NOW.minus(Duration.ofDays(365))))))
                .isEqualTo("presentation-time");
        assertThat(stepOf(check(chosen.present(HOLDER, CLIENT, NONCE, NOW.plus(Duration.ofDays(365))))))
                .isEqualTo("presentation-time");
    }

    @Test
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
    void refuses_what_the_entente_does_not_permit() {
        TestAgreements suspended =
                new TestAgreements(Map.of(QUEBEC, ISSUER.authority()), Optional.of(RulingStep.STANDING));

        assertThat(stepOf(check(suspended, mirror(), answer(presentation(ISSUER)))))
                .isEqualTo("standing");
    }

    @Test
    void refuses_a_revoked_credential() {
        TestMirror revoked = new TestMirror().with(ISSUER.statusList(), ISSUER.statusListToken(NOW, 1), NOW);

        assertThat(stepOf(check(agreements(), revoked, answer(presentation(ISSUER)))))
                .isEqualTo("status");
    }

    @Test
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

    private static String presentation(TestIssuer issuer) {
        return chosen(issuer).present(HOLDER, CLIENT, NONCE, NOW);
    }

    private static SdJwt chosen(TestIssuer issuer) {
        return SdJwt.parse(issuer.credential(HOLDER, 1, NOW)).withOnly(CLAIMS);
    }

    private static String present(String credential) {
        return SdJwt.parse(credential).withOnly(CLAIMS).present(HOLDER, CLIENT, NONCE, NOW);
    }

    private static Presented answer(String presentation) {
        return new Presented(Map.of("attestation", List.of(presentation)), "");
    }

    private static Checked check(String presentation) {
        return check(answer(presentation));
    }

    private static Checked check(Presented answer) {
        return check(agreements(), mirror(), answer);
    }

    private static Checked check(TestAgreements agreements, TestMirror mirror, Presented answer) {
        VerificationSettings settings = new VerificationSettings(
                Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofDays(1));
        RequestObject request = new RequestObject(
                CLIENT,
                URI.create("https://bc.example/o/citizen-services/responses/1"),
                NONCE,
                "",
                DcqlQuery.of(CredentialQuery.of("attestation", "dc+sd-jwt", TestIssuer.TYPE, List.of(), CLAIMS)),
                ClientMetadata.ofEphemeralKey(RESPONSE_KEY.publicKey()),
                null,
                NOW,
                NOW.plusSeconds(300));
        Asked asked = new Asked(URI.create("https://bc.example/o/citizen-services"), "arrival", request);
        return new CheckAnswer(agreements, mirror.status(), settings).check(asked, answer, NOW);
    }

    private static TestAgreements agreements() {
        return new TestAgreements(Map.of(QUEBEC, ISSUER.authority()), Optional.empty());
    }

    private static TestMirror mirror() {
        return new TestMirror().with(ISSUER.statusList(), ISSUER.statusListToken(NOW), NOW);
    }

    private static String stepOf(Checked checked) {
        return Failure.of(checked.path()).step();
    }
}
