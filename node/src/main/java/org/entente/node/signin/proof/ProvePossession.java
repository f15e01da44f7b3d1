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
    private final SpentProofs spent;
    private final ProofNonces nonces;
    private final Duration maxAge;

    ProvePossession(SpentProofs spent, ProofNonces nonces, SigninSettings settings) {
        this.spent = spent;
        this.nonces = nonces;
        this.maxAge = settings.proofLifetime();
    }

    /** Checks everything first and spends the proof then, in the caller's transaction if there is one. */
    public PossessionOutcome prove(String proof, DpopExpectation request, Instant now) {
        try {
            DpopProof parsed = DpopProof.parse(proof);
            return switch (parsed.verify(request, now, maxAge)) {
                case DpopVerdict.Invalid invalid -> new PossessionOutcome.Refused(invalid.reason());
                case DpopVerdict.Valid valid ->
                    nonces.accepts(parsed.nonce(), now) ? spend(valid) : new PossessionOutcome.NonceNeeded();
            };
        } catch (ProtocolError malformed) {
            return new PossessionOutcome.Refused(malformed.publicText());
        }
    }

    private PossessionOutcome spend(DpopVerdict.Valid proof) {
        return spent.spend(proof.thumbprint(), proof.jti(), forgettableAt(proof.issuedAt()))
                ? new PossessionOutcome.Proven(proof.thumbprint())
                : new PossessionOutcome.Refused("the proof was already used");
    }

    /** From then on the proof is refused for its age on every process, clocks a little apart included. */
    private Instant forgettableAt(Instant issuedAt) {
        return issuedAt.plus(maxAge).plus(DpopProof.MAX_CLOCK_SKEW);
    }
}
