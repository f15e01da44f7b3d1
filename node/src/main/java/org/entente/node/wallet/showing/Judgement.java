package org.entente.node.wallet.showing;

/** What a request turns out to be that its verifier signed. */
sealed interface Judgement {
    /** It is in order. */
    record Sound(KnownRequest request) implements Judgement {}

    /** It cannot be answered, and its verifier can be told. */
    record Faulty(Objection objection) implements Judgement {}
}
