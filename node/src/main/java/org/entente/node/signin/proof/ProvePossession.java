package org.entente.node.signin.proof;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.signin.ProofNonces;
import org.entente.node.signin.SigninSettings;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.DpopVerdict;
import org.springframework.stereotype.Component;

/** Verifies a proof of possession and uses it up (RFC 9449 §4.3, §11.1). */
@Component
public class ProvePossession {
    /** The answer to a proof that somebody has used. */
    public static final PossessionOutcome.Refused SPENT = new PossessionOutcome.Refused("the proof was already used");

    private final SpentProofs spent;
    private final ProofNonces nonces;
    private final Duration maxAge;

    ProvePossession(SpentProofs spent, ProofNonces nonces, SigninSettings settings) {
        this.spent = spent;
        this.nonces = nonces;
        this.maxAge = settings.proofLifetime();
    }

    /**
     * Uses up a proof, in the caller's transaction, with what it obtains: what is refused writes nothing.
     *
     * @return whether nobody did so before
     */
    public boolean spend(GenuineProof proof) {
        return spent.spend(proof);
    }

    /** Whether a proof was used up by what has been committed. */
    public boolean isSpent(GenuineProof proof) {
        return spent.isSpent(proof);
    }

    /** Checks everything but whether it was used, for whoever spends the proof in the statement that needs it. */
    public ExaminedProof examine(String proof, DpopExpectation request, Instant now) {
        try {
            DpopProof parsed = DpopProof.parse(proof);
            return switch (parsed.verify(request, now, maxAge)) {
                case DpopVerdict.Invalid invalid -> new PossessionOutcome.Refused(invalid.reason());
                case DpopVerdict.Valid valid ->
                    nonces.accepts(parsed.nonce(), now) ? genuine(valid) : new PossessionOutcome.NonceNeeded();
            };
        } catch (ProtocolError malformed) {
            return new PossessionOutcome.Refused(malformed.publicText());
        }
    }

    private GenuineProof genuine(DpopVerdict.Valid proof) {
        Instant forgettableAt = proof.issuedAt().plus(maxAge).plus(DpopProof.MAX_CLOCK_SKEW);
        return new GenuineProof(proof.thumbprint(), proof.jti(), forgettableAt);
    }
}
