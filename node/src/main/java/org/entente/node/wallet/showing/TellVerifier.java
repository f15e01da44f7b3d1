package org.entente.node.wallet.showing;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;

/**
 * Tells a verifier, as its holder wants it to, that its request cannot be answered and why (OID4VP 1.0 §8.5), once. Nothing
 * about the holder is told, and nothing without the holder's wish (§15.1).
 */
@Component
class TellVerifier {
    private final Requests requests;
    private final FaultyRequests faultyRequests;
    private final JudgeRequest judgeRequest;
    private final SendAnswer sendAnswer;
    private final Secrets secrets;

    TellVerifier(
            Requests requests,
            FaultyRequests faultyRequests,
            JudgeRequest judgeRequest,
            SendAnswer sendAnswer,
            Secrets secrets) {
        this.requests = requests;
        this.faultyRequests = faultyRequests;
        this.judgeRequest = judgeRequest;
        this.sendAnswer = sendAnswer;
        this.secrets = secrets;
    }

    AnswerOutcome tell(PersonId person, UUID id, Instant now) {
        Optional<FetchedRequest> contents = requests.find(person, id).flatMap(StoredRequest::contents);
        UUID attempt = secrets.id();
        if (contents.isEmpty() || !faultyRequests.begin(person, id, attempt, now)) {
            return new AnswerOutcome.NotSent();
        }
        try {
            return switch (judgeRequest.examine(contents.get(), now)) {
                case Judgement.Faulty(Objection objection) -> tell(id, attempt, objection);
                case Judgement.Sound _ -> over(id, attempt, Fault.OVER);
            };
        } catch (Unacceptable e) {
            return over(id, attempt, e.fault());
        }
    }

    /** What was not heard of may go again: the same error again tells nothing new, and a verifier takes one answer only. */
    private AnswerOutcome tell(UUID id, UUID attempt, Objection objection) {
        return switch (sendAnswer.send(
                objection.request().responseUri(), objection.request().toPost())) {
            case Reaction.Taken(Optional<URI> next) -> {
                faultyRequests.told(id, attempt, next, Optional.empty());
                yield new AnswerOutcome.Taken(next);
            }
            case Reaction.Refused(Optional<URI> next) -> {
                faultyRequests.told(id, attempt, next, Optional.of(Fault.REJECTED));
                yield new AnswerOutcome.NotTaken(Fault.REJECTED, next);
            }
            case Reaction.NotReached(Fault fault) -> notTold(id, attempt, fault);
            case Reaction.Unheard(Fault fault) -> notTold(id, attempt, fault);
        };
    }

    private AnswerOutcome notTold(UUID id, UUID attempt, Fault fault) {
        faultyRequests.notTold(id, attempt, fault);
        return new AnswerOutcome.NotTaken(fault);
    }

    private AnswerOutcome over(UUID id, UUID attempt, Fault fault) {
        faultyRequests.over(id, attempt, fault);
        return new AnswerOutcome.NotTaken(fault);
    }
}
