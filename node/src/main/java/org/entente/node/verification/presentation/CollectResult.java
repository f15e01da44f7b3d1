package org.entente.node.verification.presentation;

import java.time.Instant;
import org.entente.node.keys.Keys;
import org.entente.node.verification.Collected;
import org.entente.node.verification.Failure;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.WalletError;
import org.entente.node.verification.proof.Proof;
import org.entente.node.verification.proof.Proof.Basis;
import org.entente.node.verification.proof.Proofs;
import org.springframework.stereotype.Component;

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
    public Collected collect(PresentationId id, String starter, Instant now) {
        return presentations
                .findOf(starter, id, now)
                .map(presentation -> collect(presentation, now))
                .orElseGet(Collected.Gone::new);
    }

    /**
     * Hands the result over at once, since whoever started it brings the response code of the holder's browser too.
     *
     * @param starter the secret of whoever started it
     */
    public Collected collect(PresentationId id, String starter, String responseCode, Instant now) {
        return presentations
                .take(id, starter, responseCode, now)
                .map(this::accepted)
                .orElseGet(() -> presentations
                        .findBy(responseCode, id, now)
                        .map(ended -> collect(id, starter, now))
                        .orElseGet(Collected.Gone::new));
    }

    private Collected collect(Presentation presentation, Instant now) {
        return switch (presentation.state()) {
            case ASKED -> new Collected.Waiting(presentation.expiresAt());
            case ACCEPTED ->
                presentation.released()
                        ? presentations
                                .take(presentation.id(), now)
                                .map(this::accepted)
                                .orElseGet(Collected.Gone::new)
                        : new Collected.Waiting(presentation.expiresAt());
            case COLLECTED -> new Collected.Gone();
            case REFUSED -> {
                Proof proof = proofs.find(presentation.proof()).orElseThrow();
                yield new Collected.Refused(Failure.of(proof.path()), proof.id());
            }
            case DECLINED -> new Collected.Declined();
            case UNABLE -> {
                Proof proof = proofs.find(presentation.proof()).orElseThrow();
                yield new Collected.Unable(proof.error().orElse(WalletError.OTHER), proof.id());
            }
        };
    }

    private Collected accepted(Presentations.Result result) {
        Basis basis = result.basis();
        return new Collected.Accepted(
                result.issuer(),
                result.claims().open(keys),
                basis.entente(),
                basis.title(),
                basis.clause(),
                basis.retention(),
                result.proof(),
                result.acceptedAt());
    }
}
