package org.entente.checks.bench.functions;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.entente.checks.bench.BenchKey;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.DpopVerdict;
import org.entente.protocols.oid4vci.HolderProof;
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

/** Verifying what a wallet sends beside a request: DPoP (RFC 9449), a key proof (OID4VCI 1.0 App. F), an encrypted answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ProofFunctions {
    private static final URI TOKEN = URI.create("https://quebec.example/oauth/token");
    private static final URI ISSUER = URI.create("https://quebec.example/o/etat-civil");

    private final Instant now = Instant.now();
    private BenchKey key = BenchKey.make();
    private String dpop = "";
    private String proof = "";
    private String encrypted = "";

    /** Makes what is verified. */
    @Setup
    public void prepare() {
        AmazonCorrettoCryptoProvider.install();
        key = BenchKey.make();
        dpop = DpopProof.create(key, new DpopExpectation("POST", TOKEN, ""), "", "1", now);
        proof = HolderProof.create(key, ISSUER, "nonce", now);
        encrypted =
                CompactJwe.encrypt(key.publicKey(), "A128GCM", "x".repeat(4_000).getBytes(StandardCharsets.UTF_8));
        if (!(verifyDpop() instanceof DpopVerdict.Valid) || !(verifyKeyProof() instanceof HolderProof.Verdict.Valid)) {
            throw new IllegalStateException("what is measured does not verify");
        }
    }

    /** Parses and verifies a proof of possession. */
    @Benchmark
    public DpopVerdict verifyDpop() {
        return DpopProof.parse(dpop).verify(new DpopExpectation("POST", TOKEN, ""), now, Duration.ofMinutes(1));
    }

    /** Parses and verifies a key proof. */
    @Benchmark
    public HolderProof.Verdict verifyKeyProof() {
        return HolderProof.verify(proof, ISSUER, now);
    }

    /** Decrypts an answer of 4,000 bytes. */
    @Benchmark
    public byte[] decryptAnswer() {
        return CompactJwe.decrypt(encrypted, key.privateKey());
    }
}
