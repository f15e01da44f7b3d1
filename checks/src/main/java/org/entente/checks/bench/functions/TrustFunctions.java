package org.entente.checks.bench.functions;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.entente.checks.bench.BenchCertificates;
import org.entente.checks.bench.BenchKey;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.node.verification.chain.KnownChains;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.ChainVerdict;
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

/** A ruling under the demo's entente, and a chain of three certificates: followed, and known already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrustFunctions {
    private static final URI QUEBEC = URI.create("https://quebec.example");
    private static final URI COLUMBIA = URI.create("https://british-columbia.example");

    private final Instant now = Instant.now();
    private final KnownChains known = new KnownChains();
    private static final int MANY = 20;

    private List<HeldEntente> held = List.of();
    private List<HeldEntente> many = List.of();
    private List<X509Certificate> chain = List.of();
    private final Question question = new Question(
            URI.create(COLUMBIA + "/o/citizen-services"),
            "arrival",
            "urn:entente:ca:proof-of-identity:1",
            URI.create(QUEBEC + "/o/etat-civil"),
            Set.of(ClaimPath.of("name"), ClaimPath.of("birthdate"), ClaimPath.of("pseudonyms", "ca-bc-arrival")));

    private final Question stranger = new Question(
            question.verifier(),
            question.purpose(),
            question.credentialType(),
            URI.create("https://ontario.example/o/registrar"),
            question.claims());

    /** Makes the parties, puts the entente into force and follows the chain once. */
    @Setup
    public void prepare() {
        AmazonCorrettoCryptoProvider.install();
        Map<URI, PartyFacts> facts = Map.of(QUEBEC, facts("CA-QC"), COLUMBIA, facts("CA-BC"));
        held = List.of(held(draft(), facts));
        many = IntStream.range(0, MANY)
                .mapToObj(number -> held(draft().put("name", "entente-" + number), facts))
                .toList();
        chain = BenchCertificates.chain(now);
        if (!(rule() instanceof Ruling.Permitted) || !(followChain() instanceof ChainVerdict.Valid) || !knowChain()) {
            throw new IllegalStateException("what is measured does not hold");
        }
    }

    /** Whether a credential of Québec may be accepted by British Columbia's service. */
    @Benchmark
    public Ruling rule() {
        return Rulings.rule(question, held, now);
    }

    /** The same of a government that is bound by twenty ententes, each of which is examined. */
    @Benchmark
    public Ruling ruleAmongMany() {
        return Rulings.rule(question, many, now);
    }

    /** A credential whose issuer belongs to no party: refused near the end of the path. */
    @Benchmark
    public Ruling refuse() {
        return Rulings.rule(stranger, held, now);
    }

    /** Three certificates by RFC 5280. */
    @Benchmark
    public ChainVerdict followChain() {
        return CertificateChain.verify(chain, List.of(chain.getLast()), now);
    }

    /** The same three, as a node asks that has followed them before. */
    @Benchmark
    public boolean knowChain() {
        return known.leads(chain, chain.getLast(), now);
    }

    private PartyFacts facts(String code) {
        BenchKey key = BenchKey.make();
        return new PartyFacts(
                new Jurisdiction(code, new Text(code, code), Jurisdiction.Kind.PROVINCE),
                Jwks.of(key.publicKey()),
                BenchCertificates.authority(key, code, now));
    }

    private static HeldEntente held(ObjectNode draft, Map<URI, PartyFacts> facts) {
        return HeldEntente.known(GoldenCases.asSigned(Draft.complete(draft, QUEBEC, facts)));
    }

    private static ObjectNode draft() {
        try (InputStream file = TrustFunctions.class.getResourceAsStream("/demo/entente.json")) {
            if (file == null) {
                throw new IllegalStateException("the demo's entente does not come with the program");
            }
            return Json.object(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the demo's entente could not be read", e);
        }
    }
}
