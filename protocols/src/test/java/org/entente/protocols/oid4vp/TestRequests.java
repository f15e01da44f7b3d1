package org.entente.protocols.oid4vp;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.jose.TestSigner;

/** Requests of a fictional verifier. */
final class TestRequests {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final TestSigner VERIFIER = verifier();
    static final TestSigner RESPONSE_KEY = TestSigner.create();

    private TestRequests() {}

    static RequestObject request() {
        return new RequestObject(
                RequestObject.clientId(VERIFIER),
                URI.create("https://bc.example/o/citizen-services/responses/1"),
                "n-0S6_WzA2Mj",
                "af0ifjsldkj",
                DcqlQuery.of(CredentialQuery.of(
                        "identity", "dc+sd-jwt", "urn:example:identity", List.of(), List.of(ClaimPath.of("name")))),
                ClientMetadata.ofEphemeralKey(RESPONSE_KEY.publicKey()),
                new StatedPurpose(
                        Map.of("fr", "Services aux citoyens", "en", "Citizen services"),
                        Map.of("fr", "Signaler une arrivée", "en", "Report an arrival"),
                        "https://qc.example/ententes/1",
                        "3.1"),
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(300)));
    }

    static TestSigner verifier() {
        TestSigner signer = TestSigner.create();
        X500Principal name = new X500Principal("CN=verifier");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.TEN,
                Date.from(NOW.minusSeconds(3600)),
                Date.from(NOW.plusSeconds(86_400)),
                name,
                signer.publicKey().toKey());
        try {
            var content = new JcaContentSignerBuilder("SHA256withECDSA").build(signer.privateKey());
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(builder.build(content));
            return signer.withCertificates(certificate);
        } catch (OperatorCreationException | CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
