package org.entente.node.verification.check;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.verification.Failure;
import org.entente.node.verification.TestAgreements;
import org.entente.node.verification.TestIssuer;
import org.entente.node.verification.TestKey;
import org.entente.node.verification.VerificationSettings;
import org.entente.node.verification.chain.KnownChains;
import org.entente.node.verification.status.TestMirror;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.oid4vp.ClientMetadata;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer.Presented;
import org.entente.protocols.sdjwt.SdJwt;

/** A request of British Columbia, a credential of Québec, and what the check says of an answer. */
final class TestChecks {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final String CLIENT = "x509_hash:verifier";
    static final String NONCE = "nonce-of-this-request";
    static final URI QUEBEC = URI.create("https://quebec.example/o/etat-civil");
    static final TestIssuer ISSUER = TestIssuer.at(QUEBEC, NOW);
    static final TestKey HOLDER = TestKey.create();
    static final TestKey RESPONSE_KEY = TestKey.create();
    static final List<ClaimPath> CLAIMS =
            List.of(ClaimPath.of("name"), ClaimPath.of("birthdate"), ClaimPath.of("pseudonyms", "ca-bc-arrival"));

    private TestChecks() {}

    static String presentation(TestIssuer issuer) {
        return chosen(issuer).present(HOLDER, CLIENT, NONCE, NOW);
    }

    static SdJwt chosen(TestIssuer issuer) {
        return SdJwt.parse(issuer.credential(HOLDER, 1, NOW)).withOnly(CLAIMS);
    }

    static String present(String credential) {
        return SdJwt.parse(credential).withOnly(CLAIMS).present(HOLDER, CLIENT, NONCE, NOW);
    }

    static Presented answer(String presentation) {
        return new Presented(Map.of("attestation", List.of(presentation)), "");
    }

    static Checked check(String presentation) {
        return check(answer(presentation));
    }

    static Checked check(Presented answer) {
        return check(agreements(), mirror(), answer);
    }

    static Checked check(TestAgreements agreements, TestMirror mirror, Presented answer) {
        VerificationSettings settings = new VerificationSettings(
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Duration.ofHours(1),
                600);
        RequestObject request = new RequestObject(
                CLIENT,
                URI.create("https://bc.example/o/citizen-services/responses/1"),
                NONCE,
                "",
                DcqlQuery.of(CredentialQuery.of("attestation", "dc+sd-jwt", TestIssuer.TYPE, List.of(), CLAIMS)),
                ClientMetadata.ofEphemeralKey(RESPONSE_KEY.publicKey()),
                null,
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(300)));
        Asked asked = new Asked(URI.create("https://bc.example/o/citizen-services"), "arrival", request);
        return new CheckAnswer(agreements, new KnownChains(), mirror.status(), settings).check(asked, answer, NOW);
    }

    static TestAgreements agreements() {
        return new TestAgreements(Map.of(QUEBEC, ISSUER.authority()), Optional.empty());
    }

    static TestMirror mirror() {
        return new TestMirror().with(ISSUER.statusList(), ISSUER.statusListToken(NOW), NOW);
    }

    static String stepOf(Checked checked) {
        return Failure.of(checked.path()).step();
    }
}
