package org.entente.node.web.problem;

import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.web.Messages;
import org.entente.node.web.Problems;
import org.springframework.stereotype.Component;

/** Explains problems in plain words. */
@Component
final class ProblemViews {
    private final Problems problems;
    private final Messages messages;

    ProblemViews(Problems problems, Messages messages) {
        this.problems = problems;
        this.messages = messages;
    }

    /** The problem of that name, as in its page's address. */
    Optional<ProblemView> named(String page, Language language, String incident) {
        return problems.texts(page)
                .map(texts -> new ProblemView(
                        messages.say(language, texts + ".title"),
                        messages.say(language, texts + ".what"),
                        messages.say(language, texts + ".next"),
                        incident));
    }

    ProblemView of(Failure failure, Language language) {
        return named(problems.explained(failure.code()), language, failure.incident())
                .orElseThrow();
    }
}
