package org.entente.node.verification.answer;

import java.net.URI;
import org.entente.node.agreements.ProofPath;
import org.entente.node.verification.WalletError;
import org.entente.node.verification.proof.Proof.Basis;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How an asking ends. */
sealed interface Ending {
    record Accepted(URI issuer, ObjectNode claims, Basis basis, ProofPath path) implements Ending {}

    /** @param claimedIssuer whom the credential names, as far as it could be read */
    record Refused(@Nullable URI claimedIssuer, ProofPath path) implements Ending {}

    record Declined() implements Ending {}

    /** The wallet could not answer, and said why. */
    record Unable(WalletError error) implements Ending {}
}
