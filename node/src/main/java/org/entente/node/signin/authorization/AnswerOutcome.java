package org.entente.node.signin.authorization;

import java.net.URI;

/** What a person's answer comes to. */
sealed interface AnswerOutcome {
    /** It was taken; the wallet hears it at this address. */
    record Answered(URI redirect) implements AnswerOutcome {
        /** Never the address, which carries the code. */
        @Override
        public String toString() {
            return "Answered";
        }
    }

    /** It cannot be a yes yet: the page shows what is to be done first, or why it never can. */
    record NotYet() implements AnswerOutcome {}

    /** There is nothing to answer: it was answered, is somebody else's or has expired. */
    record Gone() implements AnswerOutcome {}
}
