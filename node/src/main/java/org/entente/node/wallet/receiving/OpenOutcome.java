package org.entente.node.wallet.receiving;

import java.util.UUID;

/** What became of a link to an offer. */
sealed interface OpenOutcome {
    /** The offer is kept for the holder to decide on. */
    record Opened(UUID offer) implements OpenOutcome {}

    /** It cannot be judged, or there is no room for it, and nothing is kept. */
    record NotReadable(Step step, Problem problem) implements OpenOutcome {}
}
