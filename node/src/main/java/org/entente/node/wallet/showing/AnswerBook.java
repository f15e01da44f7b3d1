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
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps request, copies and history in step: before anything leaves, one transaction closes the request to further
 * answers, takes a copy of each attestation for this verifier, and writes the history.
 */
@Component
class AnswerBook {
    private final Requests requests;
    private final Attestations attestations;
    private final Showings showings;
    private final TransactionOperations transaction;

    AnswerBook(Requests requests, Attestations attestations, Showings showings, TransactionOperations transaction) {
        this.requests = requests;
        this.attestations = attestations;
        this.showings = showings;
        this.transaction = transaction;
    }

    /**
     * Opens an answer.
     *
     * @param chosen what to show, by name of the question
     * @return what to present; empty, and nothing changed, when the request is not open or a copy is lacking
     */
    List<Part> open(Answering answer, Map<String, Question.Option> chosen, Instant now) {
        List<Part> parts = transaction.execute(status -> open(status, answer, chosen, now));
        return parts == null ? List.of() : parts;
    }

    private List<Part> open(
            TransactionStatus status, Answering answer, Map<String, Question.Option> chosen, Instant now) {
        if (!requests.begin(answer.person(), answer.id(), answer.attempt(), now)) {
            return List.of();
        }
        String verifier = answer.request().verifier().id();
        List<Part> parts = new ArrayList<>();
        for (var choice : chosen.entrySet()) {
            Question.Option option = choice.getValue();
            Optional<Copy> copy = attestations.take(option.attestation().id(), verifier, answer.id(), now);
            if (copy.isEmpty()) {
                status.setRollbackOnly();
                return List.of();
            }
            showings.write(answer.person(), showing(answer, option, now));
            parts.add(new Part(choice.getKey(), option, copy.get()));
        }
        return parts;
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

    /** Closes an answer that the verifier took. */
    void taken(Answering answer, Optional<URI> next) {
        transaction.executeWithoutResult(status -> {
            requests.finish(answer.id(), answer.attempt(), next);
            showings.conclude(answer.id(), Showing.Result.ACCEPTED);
        });
    }

    /** Closes an answer that did not arrive, which may be sent again, or was not taken. */
    void notTaken(Answering answer, Fault fault) {
        transaction.executeWithoutResult(status -> {
            requests.stop(answer.id(), answer.attempt(), fault);
            if (!fault.trouble().again()) {
                showings.conclude(answer.id(), Showing.Result.REJECTED);
            }
        });
    }
}
