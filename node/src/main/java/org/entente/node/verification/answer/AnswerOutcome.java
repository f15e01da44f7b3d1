package org.entente.node.verification.answer;

import java.net.URI;
import org.entente.node.verification.Failure;

/** How a wallet's answer was taken. */
sealed interface AnswerOutcome {
    /** The holder presented, and it was accepted; or the wallet declined or could not, which is an answer too. */
    record Taken(URI redirect) implements AnswerOutcome {}

    /** It came in time and was refused at the first step that failed; no second answer is taken. */
    record Refused(Failure failure, URI redirect) implements AnswerOutcome {}

    /** This very answer was taken before, and its wallet did not hear of it; nothing is taken now. */
    record TakenBefore(URI redirect) implements AnswerOutcome {}

    /** Nothing waits for an answer here: unknown, expired, or answered before. */
    record NotAsked() implements AnswerOutcome {}
}
