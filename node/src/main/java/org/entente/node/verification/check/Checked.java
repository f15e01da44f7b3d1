package org.entente.node.verification.check;

import java.net.URI;
import java.util.Optional;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.Ruling;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The judgement on an answer. */
public sealed interface Checked {
    /** Every step, in order. */
    ProofPath path();

    /**
     * It holds.
     *
     * @param claims those asked, with their values
     */
    record Holds(URI issuer, ObjectNode claims, Ruling.Permitted ruling, ProofPath path) implements Checked {}

    /**
     * A step failed; no claim is handed on.
     *
     * @param claimedIssuer whom the credential names, as far as it could be read; not verified
     */
    record Fails(@Nullable URI claimedIssuer, ProofPath path) implements Checked {
        /** Whom the credential names, as far as it could be read. */
        public Optional<URI> issuer() {
            return Optional.ofNullable(claimedIssuer);
        }
    }
}
