package org.entente.node.wallet.showing;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer.Declined;
import org.springframework.stereotype.Component;

/**
 * Carries out a holder's no, once. The verifier is told that much (OID4VP 1.0 §8.5), encrypted as it asked (§8.3.1); it is not
 * told whether the holder has what it asked for.
 */
@Component
class RefuseToShow {
    private final Requests requests;
    private final JudgeRequest judgeRequest;
    private final SendAnswer sendAnswer;

    RefuseToShow(Requests requests, JudgeRequest judgeRequest, SendAnswer sendAnswer) {
        this.requests = requests;
        this.judgeRequest = judgeRequest;
        this.sendAnswer = sendAnswer;
    }

    AnswerOutcome refuse(PersonId person, UUID id, Instant now) {
        Optional<FetchedRequest> contents = requests.find(person, id).flatMap(StoredRequest::contents);
        if (contents.isEmpty() || !requests.decline(person, id, now)) {
            return new AnswerOutcome.NotSent();
        }
        try {
            KnownRequest request = judgeRequest.judge(contents.get(), now);
            RequestObject object = request.object();
            var declined = new Declined(Declined.ACCESS_DENIED, object.state());
            var form = new DirectPost.Encrypted(declined.encrypt(object.metadata()));
            return switch (sendAnswer.send(object.responseUri(), form)) {
                case Reaction.Taken(Optional<URI> next) -> {
                    next.ifPresent(address -> requests.lead(id, address));
                    yield new AnswerOutcome.Taken(next);
                }
                case Reaction.Refused(Optional<URI> next) -> new AnswerOutcome.NotTaken(Fault.REJECTED, next);
                case Reaction.NotReached(Fault fault) -> new AnswerOutcome.NotTaken(fault);
                case Reaction.Unheard(Fault fault) -> new AnswerOutcome.NotTaken(fault);
            };
        } catch (Unacceptable e) {
            return new AnswerOutcome.NotTaken(e.fault());
        }
    }
}
