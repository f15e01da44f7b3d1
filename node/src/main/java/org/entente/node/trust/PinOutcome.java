package org.entente.node.trust;

/** What became of a pin. */
public sealed interface PinOutcome {
    /** The keys are among those pinned for the entity, now or before. */
    record Pinned() implements PinOutcome {}

    /** Others are pinned, and the entity has not named these in a statement signed by one of them. Nothing changed. */
    record Contradicts() implements PinOutcome {}
}
