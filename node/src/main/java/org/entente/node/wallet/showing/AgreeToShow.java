package org.entente.node.wallet.showing;

import java.net.URI;
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
    private final ComposeAnswer composeAnswer;
    private final SendAnswer sendAnswer;
    private final Secrets secrets;

    AgreeToShow(
            Requests requests,
            JudgeRequest judgeRequest,
            MatchRequest matchRequest,
            AnswerBook book,
            ComposeAnswer composeAnswer,
            SendAnswer sendAnswer,
            Secrets secrets) {
        this.requests = requests;
        this.judgeRequest = judgeRequest;
        this.matchRequest = matchRequest;
        this.book = book;
        this.composeAnswer = composeAnswer;
        this.sendAnswer = sendAnswer;
        this.secrets = secrets;
    }

    /** @param choices attestations by name of the question, where several serve */
    AnswerOutcome agree(PersonId person, UUID id, Map<String, UUID> choices, Instant now) {
        Optional<FetchedRequest> contents = requests.find(person, id).flatMap(StoredRequest::contents);
        if (contents.isEmpty()) {
            return new AnswerOutcome.NotSent();
        }
        try {
            KnownRequest request = judgeRequest.judge(contents.get(), now);
            Answering answer = new Answering(person, id, secrets.id(), request);
            return switch (matchRequest.match(person, request, now)) {
                case Match.Found(List<Question> questions) -> agree(answer, questions, choices, now);
                case Match.Lacking _ -> new AnswerOutcome.NotSent();
            };
        } catch (Unacceptable e) {
            return new AnswerOutcome.NotSent();
        }
    }

    private AnswerOutcome agree(Answering answer, List<Question> questions, Map<String, UUID> choices, Instant now) {
        Map<String, Question.Option> chosen = new LinkedHashMap<>();
        for (Question question : questions) {
            Optional<Question.Option> option = question.chosen(Optional.ofNullable(choices.get(question.id())));
            if (option.isEmpty()) {
                return question.isAnswerable()
                        ? new AnswerOutcome.ChoiceMissing(question.id())
                        : new AnswerOutcome.NotSent();
            }
            chosen.put(question.id(), option.get());
        }
        List<Part> parts = book.open(answer, chosen, now);
        return parts.isEmpty() ? new AnswerOutcome.NotSent() : send(answer, parts, now);
    }

    private AnswerOutcome send(Answering answer, List<Part> parts, Instant now) {
        try {
            Optional<URI> next = sendAnswer.send(
                    answer.request(), composeAnswer.compose(answer.request().object(), parts, now));
            book.taken(answer, next);
            return new AnswerOutcome.Taken(next);
        } catch (Unacceptable e) {
            book.notTaken(answer, e.fault());
            return new AnswerOutcome.NotTaken(e.fault(), e.next());
        }
    }
}
