package org.entente.node.wallet.showing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.ClaimView;
import org.entente.node.wallet.attestations.Copy;
import org.entente.node.wallet.attestations.Showing;
import org.entente.node.wallet.attestations.Showings;
import org.entente.protocols.oid4vp.DirectPost;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps request, copies and history in step: before anything leaves, one transaction closes the request to further
 * answers, takes a copy of each attestation for this verifier, writes the history, and keeps the answer.
 */
@Component
class AnswerBook {
    private final Requests requests;
    private final Attestations attestations;
    private final Showings showings;
    private final ComposeAnswer composeAnswer;
    private final TransactionOperations transaction;

    AnswerBook(
            Requests requests,
            Attestations attestations,
            Showings showings,
            ComposeAnswer composeAnswer,
            TransactionOperations transaction) {
        this.requests = requests;
        this.attestations = attestations;
        this.showings = showings;
        this.composeAnswer = composeAnswer;
        this.transaction = transaction;
    }

    /**
     * Opens an answer: a new one, or the one that may have left before.
     *
     * @param chosen what to show in a new one, by name of the question
     * @return what to send; empty, and nothing changed, when the request is not open or a copy is lacking
     */
    Optional<Outgoing> open(Answering answer, Map<String, Question.Option> chosen, Instant now) {
        Optional<Outgoing> outgoing = transaction.execute(status -> open(status, answer, chosen, now));
        return outgoing == null ? Optional.empty() : outgoing;
    }

    private Optional<Outgoing> open(
            TransactionStatus status, Answering answer, Map<String, Question.Option> chosen, Instant now) {
        if (!requests.begin(answer.person(), answer.id(), answer.attempt(), now)) {
            return Optional.empty();
        }
        Optional<DirectPost.Encrypted> before = requests.answer(answer.id());
        if (before.isPresent()) {
            return before.map(form -> new Outgoing(form, true));
        }
        List<Part> parts = take(answer, chosen, now);
        if (parts.isEmpty()) {
            status.setRollbackOnly();
            return Optional.empty();
        }
        DirectPost.Encrypted form = composeAnswer.compose(answer.request().object(), parts, now);
        requests.keep(answer.id(), form);
        return Optional.of(new Outgoing(form, false));
    }

    /** All that was chosen, or nothing. */
    private List<Part> take(Answering answer, Map<String, Question.Option> chosen, Instant now) {
        String verifier = answer.request().verifier().id();
        List<Part> parts = new ArrayList<>();
        for (var choice : chosen.entrySet()) {
            Question.Option option = choice.getValue();
            Optional<Copy> copy = attestations.take(option.attestation().id(), verifier, answer.id(), now);
            if (copy.isEmpty() || !isAsAgreed(copy.get(), option)) {
                return List.of();
            }
            showings.write(answer.person(), showing(answer, option, now));
            parts.add(new Part(choice.getKey(), option, copy.get()));
        }
        return parts;
    }

    /** Whether a copy says of names what was agreed to: another batch may have taken the place of the one that was read. */
    private static boolean isAsAgreed(Copy copy, Question.Option option) {
        return NamesToShow.said(copy.credential().withOnly(option.disclose()).claims())
                .equals(NamesToShow.said(option.shown()));
    }

    private static Showing showing(Answering answer, Question.Option option, Instant now) {
        Attestation attestation = option.attestation();
        return new Showing(
                answer.id(),
                attestation.id(),
                attestation.issuer(),
                attestation.type(),
                attestation.labels(),
                answer.request().verifier(),
                answer.request().reason(),
                ClaimView.paths(option.shown()),
                now,
                Showing.Result.SENT);
    }

    /** Closes an answer that the verifier took. That it did is so, whichever attempt is told of it. */
    void taken(Answering answer, Optional<URI> next) {
        transaction.executeWithoutResult(status -> {
            requests.finish(answer.id(), answer.attempt(), next);
            showings.conclude(answer.id(), Showing.Result.ACCEPTED);
        });
    }

    /** Closes an answer that the verifier refused, having had no other; another attempt may have had it take the same. */
    void refused(Answering answer) {
        transaction.executeWithoutResult(status -> {
            if (requests.stop(answer.id(), answer.attempt(), Fault.REJECTED)) {
                showings.conclude(answer.id(), Showing.Result.REJECTED);
            }
        });
    }

    /** Takes back an answer that never left, unless another attempt sends it: nobody has seen it, nor does the history say so. */
    void notSent(Answering answer, Fault fault) {
        transaction.executeWithoutResult(status -> {
            if (requests.stop(answer.id(), answer.attempt(), fault)) {
                showings.withdraw(answer.id());
            }
        });
    }

    /** Leaves open what became of an answer; its copies stay spent, and the history says that they were sent. */
    void uncertain(Answering answer, Fault fault) {
        requests.leaveOpen(answer.id(), answer.attempt(), fault);
    }
}
