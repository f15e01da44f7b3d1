package org.entente.checks.bench.functions;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.checks.bench.BenchKey;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.Expectation;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.sdjwt.SdJwtVerdict;
import org.entente.protocols.sdjwt.SdJwtVerification;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.ObjectNode;

/** Signing one copy of a credential, and verifying a presentation of it with five claims disclosed (RFC 9901). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CredentialFunctions {
    private static final String AUDIENCE = "x509_hash:verifier";
    private static final String NONCE = "n-0S6_WzA2Mj";

    private final SecureRandom random = new SecureRandom();
    private final Instant now = Instant.now();
    private BenchKey issuer = BenchKey.make();
    private BenchKey holder = BenchKey.make();
    private String presentation = "";

    /** Makes the keys and the presentation that is verified. */
    @Setup
    public void prepare() {
        AmazonCorrettoCryptoProvider.install();
        issuer = BenchKey.make();
        holder = BenchKey.make();
        List<ClaimPath> five = List.of(
                ClaimPath.of("name"),
                ClaimPath.of("given_name"),
                ClaimPath.of("family_name"),
                ClaimPath.of("birthdate"),
                ClaimPath.of("pseudonyms", "ca-bc-arrival"));
        presentation = SdJwt.parse(issueCredential()).withOnly(five).present(holder, AUDIENCE, NONCE, now);
        if (!(verifyPresentation() instanceof SdJwtVerdict.Valid)) {
            throw new IllegalStateException("what is measured does not verify");
        }
    }

    /** One copy, signed: eight disclosable claims, two decoys in each list. */
    @Benchmark
    public String issueCredential() {
        ObjectNode plain = Json.newObject()
                .put("iss", "https://quebec.example/o/etat-civil")
                .put("vct", "urn:entente:ca:proof-of-identity:1")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(Duration.ofDays(180)).getEpochSecond());
        plain.putObject("cnf").set("jwk", holder.publicKey().toJson());
        plain.putObject("status")
                .putObject("status_list")
                .put("idx", 417_331)
                .put("uri", "https://quebec.example/o/etat-civil/status/1");
        ObjectNode claims = Json.newObject()
                .put("name", "Place Tadoussac")
                .put("given_name", "Place")
                .put("family_name", "Tadoussac")
                .put("birthdate", "1990-04-12");
        claims.putObject("place_of_birth").put("locality", "Tadoussac").put("region", "CA-QC");
        claims.putObject("pseudonyms")
                .put("ca-bc-arrival", "2uPBpS0cPWLbJvGmfWmDFYZ2xuQ6m6i8r3QGm0v1wQk")
                .put("ca-qc-certificate", "kQw1v0mGQ3r8i6m6Qux2ZYFDmWfmGvJbLWPc0SpBPu2");
        return SdJwtIssuance.issue(issuer, plain, claims, 2, random);
    }

    /** Two signatures, the digests of five claims, nonce, audience and times. */
    @Benchmark
    public SdJwtVerdict verifyPresentation() {
        return SdJwtVerification.verify(
                presentation, issuer.publicKey(), new Expectation(AUDIENCE, NONCE, now, Duration.ofMinutes(5)));
    }
}
