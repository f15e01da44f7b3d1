package org.entente.node.verification.presentation;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.keys.Keys;
import org.entente.node.verification.Collected;
import org.entente.node.verification.Failure;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.proof.Proof;
import org.entente.node.verification.proof.Proof.Basis;
import org.entente.node.verification.proof.Proofs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a result over to whoever started the presentation: once, and with it the claims leave this room. */
@Component
public class CollectResult {
    private final Presentations presentations;
    private final Proofs proofs;
    private final Keys keys;

    CollectResult(Presentations presentations, Proofs proofs, Keys keys) {
        this.presentations = presentations;
        this.proofs = proofs;
        this.keys = keys;
    }

    /**
     * How the presentation stands.
     *
     * @param starter the secret of whoever started it
     */
    @Transactional
    public Collected collect(PresentationId id, String starter, Instant now) {
        return presentations
                .findOf(starter, id, now)
                .map(presentation -> collect(presentation, now))
                .orElseGet(Collected.Gone::new);
    }

    private Collected collect(Presentation presentation, Instant now) {
        return switch (presentation.state()) {
            case ASKED -> new Collected.Waiting(presentation.expiresAt());
            case ACCEPTED ->
                presentation.released() ? take(presentation, now) : new Collected.Waiting(presentation.expiresAt());
            case COLLECTED -> new Collected.Gone();
            case REFUSED -> {
                Proof proof = proofs.find(presentation.proof()).orElseThrow();
                yield new Collected.Refused(Failure.of(proof.path()), proof.id());
            }
            case DECLINED -> new Collected.Declined();
        };
    }

    private Collected take(Presentation presentation, Instant now) {
        Optional<byte[]> taken = presentations.take(presentation.id(), now);
        if (taken.isEmpty()) {
            return new Collected.Gone();
        }
        Proof proof = proofs.find(presentation.proof()).orElseThrow();
        Basis basis = proof.basis().orElseThrow();
        return new Collected.Accepted(
                proof.issuer().orElseThrow(),
                new SealedClaims(taken.get()).open(keys),
                basis.entente(),
                basis.title(),
                basis.clause(),
                basis.retention(),
                proof.id(),
                proof.changedAt());
    }
}
