package org.entente.node.verification;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Obligations;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.Serving;
import org.entente.node.kernel.Text;

/** One entente that permits everything of the issuers it knows, unless it refuses at a given step. */
public final class TestAgreements implements Agreements {
    public static final Duration FRESHNESS = Duration.ofHours(1);
    private static final Text TEXT = new Text("texte", "text");

    private final Map<URI, X509Certificate> authorities;
    private final Optional<RulingStep> refusal;

    public TestAgreements(Map<URI, X509Certificate> authorities, Optional<RulingStep> refusal) {
        this.authorities = authorities;
        this.refusal = refusal;
    }

    @Override
    public Ruling rule(Question question, Instant now) {
        boolean known = authorities.containsKey(question.issuer());
        return rule(known ? refusal : Optional.of(RulingStep.ISSUER));
    }

    @Override
    public Ruling rule(Asking asking, Instant now) {
        return rule(refusal);
    }

    private static Ruling rule(Optional<RulingStep> refusal) {
        int end = refusal.map(RulingStep::ordinal).orElse(RulingStep.values().length);
        ProofPath path = new ProofPath(
                Arrays.stream(RulingStep.values()).map(step -> step(step, end)).toList());
        return refusal.<Ruling>map(step -> new Ruling.Refused(step, TEXT, TEXT, path))
                .orElseGet(() -> new Ruling.Permitted(
                        URI.create("https://quebec.example/ententes/1"),
                        TEXT,
                        "hash",
                        "3.1",
                        TEXT,
                        new Obligations(Duration.ofDays(30), FRESHNESS),
                        path));
    }

    private static ProofStep step(RulingStep step, int end) {
        if (step.ordinal() < end) {
            return ProofStep.passed(step.id(), step.checked(), TEXT);
        }
        return step.ordinal() == end
                ? ProofStep.failed(step.id(), step.checked(), TEXT, TEXT)
                : ProofStep.notReached(step.id(), step.checked());
    }

    @Override
    public List<RecognisedIssuers> recognised(URI verifier, String credentialType, Instant now) {
        return List.of();
    }

    @Override
    public Serving serving(Asking asking, Instant now) {
        return new Serving(List.of(), Map.of());
    }

    @Override
    public Set<URI> issuers(Instant now) {
        return authorities.keySet();
    }

    @Override
    public Set<String> sectors(Instant now) {
        return Set.of("arrivals");
    }

    @Override
    public List<X509Certificate> authoritiesOf(URI issuer, Instant now) {
        return Optional.ofNullable(authorities.get(issuer)).map(List::of).orElseGet(List::of);
    }

    @Override
    public Ruling rule(Question question, X509Certificate authority, Instant now) {
        return rule(question, now);
    }
}
