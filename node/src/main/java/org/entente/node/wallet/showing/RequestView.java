package org.entente.node.wallet.showing;

import java.util.List;
import java.util.Optional;
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
 * @param answerable whether there is a copy for each question
 * @param failure why the last answer did not arrive
 */
public record RequestView(
        UUID id,
        Label verifier,
        String host,
        Optional<Label> purpose,
        Reason reason,
        List<QuestionView> questions,
        boolean answerable,
        Optional<Fault> failure,
        FormErrors errors) {
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
                found.questions().stream()
                        .map(question -> question(question, choices, language))
                        .toList(),
                found.isAnswerable(),
                stored.failure(),
                errors);
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

    /** The form's field for a question. */
    static String field(String question) {
        return "choice-" + question;
    }
}
