package org.entente.node.wallet.showing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.ClaimView;
import org.entente.node.wallet.attestations.Label;
import org.entente.node.wallet.attestations.Reason;
import org.entente.node.web.FormErrors;

/**
 * A request as its page puts it before the holder.
 *
 * @param host what is certain of the verifier
 * @param purpose in the verifier's words, if it says anything
 * @param questions that have to be answered
 * @param extras what the verifier does without
 * @param answerable whether there is a copy for each question that has to be answered
 * @param failure why the last answer did not arrive
 */
public record RequestView(
        UUID id,
        Label verifier,
        String host,
        Optional<Label> purpose,
        Reason reason,
        List<QuestionView> questions,
        List<ExtraView> extras,
        boolean answerable,
        Optional<Fault> failure,
        FormErrors errors) {
    /** The name of the part of the page on what the verifier does without. */
    static final String EXTRAS = "extras";

    /**
     * One attestation that is asked for.
     *
     * @param chosen what the holder chose before something else was wrong
     */
    public record QuestionView(String field, Optional<UUID> chosen, List<OptionView> options) {
        /** Whether the holder has to choose. */
        public boolean isChoice() {
            return options.stream().filter(OptionView::available).count() > 1;
        }
    }

    /**
     * What the verifier does without: shown as a whole, or not at all.
     *
     * @param ticked whether the holder shows it; not before they said so
     * @param available whether a copy of all of it is left
     * @param types all of it
     * @param questions those of it that stand nowhere before on the page
     */
    public record ExtraView(
            String field, boolean ticked, boolean available, List<Label> types, List<QuestionView> questions) {
        public ExtraView {
            types = List.copyOf(types);
            questions = List.copyOf(questions);
        }
    }

    /**
     * An attestation that serves, with all that would be read from it.
     *
     * @param claims what would be read in any case
     * @param names those among which the holder chooses
     * @param available whether a copy is left for this verifier
     */
    public record OptionView(
            UUID attestation,
            Label type,
            Label issuer,
            String issuerHost,
            List<ClaimView> claims,
            NamesView names,
            boolean available) {}

    static RequestView of(
            StoredRequest stored,
            KnownRequest request,
            Match.Found found,
            Choices choices,
            Language language,
            FormErrors errors) {
        return new RequestView(
                stored.id(),
                request.verifier().name(language),
                request.verifier().host(),
                Label.in(language, request.reason().purpose()),
                request.reason(),
                questions(found.questions(), choices, language),
                extras(found, choices, language),
                found.isAnswerable(),
                stored.failure(),
                errors);
    }

    private static List<ExtraView> extras(Match.Found found, Choices choices, Language language) {
        Set<String> before = new HashSet<>();
        List<ExtraView> extras = new ArrayList<>();
        for (Match.Extra extra : found.extras()) {
            List<Question> further = extra.questions().stream()
                    .filter(question -> before.add(question.id()))
                    .toList();
            extras.add(new ExtraView(
                    Choices.extraField(extra.set()),
                    choices.extras().contains(extra.set()),
                    extra.isAnswerable(),
                    extra.questions().stream()
                            .flatMap(question -> question.options().stream())
                            .map(option -> option.attestation().typeName(language))
                            .distinct()
                            .toList(),
                    questions(further, choices, language)));
        }
        return extras;
    }

    private static List<QuestionView> questions(List<Question> questions, Choices choices, Language language) {
        return questions.stream()
                .map(question -> question(question, choices, language))
                .toList();
    }

    private static QuestionView question(Question question, Choices choices, Language language) {
        return new QuestionView(
                field(question.id()),
                choices.attestation(question.id()),
                question.options().stream()
                        .map(option -> option(question.id(), option, choices, language))
                        .toList());
    }

    private static OptionView option(String question, Question.Option option, Choices choices, Language language) {
        Attestation attestation = option.attestation();
        List<ClaimView> claims = ClaimView.of(option.shown(), attestation.labels(), language);
        return new OptionView(
                attestation.id(),
                attestation.typeName(language),
                attestation.issuerName(language),
                attestation.issuer().getHost(),
                NamesView.without(option, claims),
                NamesView.of(question, option, claims, choices),
                option.available());
    }

    /** Whether the part of the page on what the verifier does without has something to say. */
    public boolean hasExtras() {
        return !extras.isEmpty() || errors.in(EXTRAS).isPresent();
    }

    /** The form's field for a question. */
    static String field(String question) {
        return "choice-" + question;
    }
}
