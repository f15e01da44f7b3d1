package org.entente.node.wallet.showing;

import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * Delivers an answer, and writes down what is known of its fate. One whose reply was lost is sent once more at once, the same
 * to the letter: a verifier that had not had it takes it then, and no verifier takes it twice, as its nonce is used once
 * (OID4VP 1.0 §14.1.2).
 */
@Component
class DeliverAnswer {
    private final SendAnswer sendAnswer;
    private final AnswerBook book;

    DeliverAnswer(SendAnswer sendAnswer, AnswerBook book) {
        this.sendAnswer = sendAnswer;
        this.book = book;
    }

    AnswerOutcome deliver(Answering answer, Outgoing outgoing) {
        URI responseUri = answer.request().object().responseUri();
        Reaction reaction = sendAnswer.send(responseUri, outgoing.form());
        boolean again = reaction instanceof Reaction.Unheard(Fault fault)
                && fault.trouble().again();
        return again
                ? conclude(answer, sendAnswer.send(responseUri, outgoing.form()), true)
                : conclude(answer, reaction, outgoing.sentBefore());
    }

    /** A refusal of what may have been taken before says nothing about that. */
    private AnswerOutcome conclude(Answering answer, Reaction reaction, boolean sentBefore) {
        return switch (reaction) {
            case Reaction.Taken(var next) -> {
                book.taken(answer, next);
                yield new AnswerOutcome.Taken(next);
            }
            case Reaction.Refused(var next)
            when sentBefore -> {
                book.uncertain(answer, Fault.REPEAT_REFUSED);
                yield new AnswerOutcome.Uncertain(next);
            }
            case Reaction.Refused(var next) -> {
                book.refused(answer);
                yield new AnswerOutcome.NotTaken(Fault.REJECTED, next);
            }
            case Reaction.NotReached(Fault fault)
            when !sentBefore -> {
                book.notSent(answer, fault);
                yield new AnswerOutcome.NotTaken(fault);
            }
            case Reaction.NotReached(Fault fault) -> uncertain(answer, fault);
            case Reaction.Unheard(Fault fault) -> uncertain(answer, fault);
        };
    }

    private AnswerOutcome uncertain(Answering answer, Fault fault) {
        book.uncertain(answer, fault);
        return new AnswerOutcome.Uncertain();
    }
}
