package org.entente.node.wallet.showing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;

/** Carries out a holder's yes to a request, once. */
@Component
class AgreeToShow {
    private final Requests requests;
    private final JudgeRequest judgeRequest;
    private final MatchRequest matchRequest;
    private final AnswerBook book;
    private final DeliverAnswer deliverAnswer;
    private final Secrets secrets;

    AgreeToShow(
            Requests requests,
            JudgeRequest judgeRequest,
            MatchRequest matchRequest,
            AnswerBook book,
            DeliverAnswer deliverAnswer,
            Secrets secrets) {
        this.requests = requests;
        this.judgeRequest = judgeRequest;
        this.matchRequest = matchRequest;
        this.book = book;
        this.deliverAnswer = deliverAnswer;
        this.secrets = secrets;
    }

    /**
     * What may have left before is sent again as it was, whatever is chosen now.
     *
     * @param choices which attestation, where several serve, which of its names, and what the verifier does without
     */
    AnswerOutcome agree(PersonId person, UUID id, Choices choices, Instant now) {
        Optional<StoredRequest> stored = requests.find(person, id);
        Optional<FetchedRequest> contents = stored.flatMap(StoredRequest::contents);
        if (contents.isEmpty()) {
            return new AnswerOutcome.NotSent();
        }
        try {
            KnownRequest request = judgeRequest.judge(contents.get(), now);
            Answering answer = new Answering(person, id, secrets.id(), request);
            if (stored.get().answerKept()) {
                return open(answer, Map.of(), now);
            }
            return switch (matchRequest.match(person, request, now)) {
                case Match.Found found -> agree(answer, found, choices, now);
                case Match.Lacking _ -> new AnswerOutcome.NotSent();
            };
        } catch (Unacceptable e) {
            return new AnswerOutcome.NotSent();
        }
    }

    private AnswerOutcome agree(Answering answer, Match.Found found, Choices choices, Instant now) {
        if (!found.impossible(choices.extras()).isEmpty()) {
            return new AnswerOutcome.ExtraGone();
        }
        List<Question> questions = found.with(choices.extras());
        if (questions.isEmpty()) {
            return found.isAnswerable() ? new AnswerOutcome.ExtraMissing() : new AnswerOutcome.NotSent();
        }
        return agree(answer, questions, choices, now);
    }

    private AnswerOutcome agree(Answering answer, List<Question> questions, Choices choices, Instant now) {
        Map<String, Question.Option> chosen = new LinkedHashMap<>();
        for (Question question : questions) {
            if (!question.isAnswerable()) {
                return new AnswerOutcome.NotSent();
            }
            Optional<Question.Option> option = question.chosen(choices.attestation(question.id()));
            if (option.isEmpty()) {
                return new AnswerOutcome.ChoiceMissing(question.id());
            }
            if (!choices.saw(question.id(), option.get())) {
                return new AnswerOutcome.Changed(question.id());
            }
            if (!choices.sawNames(question.id(), option.get())) {
                return new AnswerOutcome.NamesChanged(question.id());
            }
            Optional<Question.Option> shown = shown(question, option.get(), choices);
            if (shown.isEmpty()) {
                return new AnswerOutcome.NameMissing(question.id());
            }
            chosen.put(question.id(), shown.get());
        }
        return open(answer, chosen, now);
    }

    /** With the names that were chosen; empty where there is a choice and nobody made it. */
    private static Optional<Question.Option> shown(Question question, Question.Option option, Choices choices) {
        return option.names().isEmpty()
                ? Optional.of(option)
                : choices.names(question.id(), option.attestation().id()).flatMap(option::showing);
    }

    private AnswerOutcome open(Answering answer, Map<String, Question.Option> chosen, Instant now) {
        return book.open(answer, chosen, now)
                .map(outgoing -> deliverAnswer.deliver(answer, outgoing))
                .orElseGet(AnswerOutcome.NotSent::new);
    }
}
