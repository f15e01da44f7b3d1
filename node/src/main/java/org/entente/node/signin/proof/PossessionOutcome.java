package org.entente.node.signin.proof;

/** What speaks against a proof of possession. */
public sealed interface PossessionOutcome {
    /** The proof would do but for its nonce, which is missing or no longer ours (RFC 9449 §8); it is not used up. */
    record NonceNeeded() implements PossessionOutcome, ExaminedProof {}

    /**
     * The proof is not taken.
     *
     * @param reason for the sender to read
     */
    record Refused(String reason) implements PossessionOutcome, ExaminedProof {}
}
