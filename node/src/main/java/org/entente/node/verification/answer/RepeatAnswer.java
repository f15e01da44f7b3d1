package org.entente.node.verification.answer;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.keys.Keys;
import org.entente.node.verification.Failure;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.answer.AnswerOutcome.NotAsked;
import org.entente.node.verification.answer.AnswerOutcome.Refused;
import org.entente.node.verification.answer.AnswerOutcome.TakenBefore;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.PresentationState;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.verification.presentation.Reply;
import org.entente.node.verification.proof.Proof;
import org.entente.node.verification.proof.Proofs;
import org.entente.protocols.oid4vp.DirectPost;
import org.springframework.stereotype.Component;

/**
 * Tells a wallet that did not hear the reply to its answer, and posts the same again, what became of it. Reads only: the
 * answer is neither judged nor taken a second time.
 */
@Component
class RepeatAnswer {
    private final Presentations presentations;
    private final Proofs proofs;
    private final Keys keys;

    RepeatAnswer(Presentations presentations, Proofs proofs, Keys keys) {
        this.presentations = presentations;
        this.proofs = proofs;
        this.keys = keys;
    }

    AnswerOutcome repeat(PresentationId id, DirectPost post, Instant now) {
        return switch (post) {
            case DirectPost.Encrypted(String jwe) ->
                presentations
                        .replyTo(id, Reply.digest(jwe), now)
                        .flatMap(reply -> presentations.find(id, now).map(ended -> again(ended, reply)))
                        .orElseGet(NotAsked::new);
            case DirectPost.Failed _ -> new NotAsked();
        };
    }

    private AnswerOutcome again(Presentation ended, Reply reply) {
        URI redirect = ended.leadingBack(reply.responseCode(keys));
        Optional<Proof> refusal =
                ended.state() == PresentationState.REFUSED ? proofs.find(ended.proof()) : Optional.empty();
        return refusal.<AnswerOutcome>map(proof -> new Refused(Failure.of(proof.path()), redirect))
                .orElseGet(() -> new TakenBefore(redirect));
    }
}
