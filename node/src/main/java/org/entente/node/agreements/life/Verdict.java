package org.entente.node.agreements.life;

/** What became of a transition. */
public sealed interface Verdict {
    /** It holds: this is the state after it. */
    record Applied(EntenteState state) implements Verdict {}

    /** It changes nothing. */
    record Rejected(Rejection reason) implements Verdict {}
}
