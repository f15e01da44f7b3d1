package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.wallet.attestations.Label;
import org.entente.node.wallet.attestations.Labels;
import org.entente.node.web.FormErrors;
import org.entente.protocols.oid4vci.TransactionCode;

/**
 * An offer as its page shows it.
 *
 * @param host whose certificate the issuer's address is under: what the holder can recognise
 * @param types what is offered; empty when the offer is at its end
 * @param code the transaction code to ask for, if any is still needed
 * @param takesCode whether the offer's own code redeems it here
 * @param canAsk whether the holder can be led to the issuer to allow it there
 * @param steps how far the last attempt came; empty when there was none
 * @param again from when on the issuer says that it would issue what it does not now
 */
public record OfferView(
        UUID id,
        Label issuer,
        String host,
        List<Type> types,
        Optional<TransactionCode> code,
        boolean permitted,
        boolean takesCode,
        boolean canAsk,
        List<StepView> steps,
        Optional<Problem> problem,
        Optional<Instant> again,
        FormErrors errors) {
    private static final String CODE_FIELD = "tx_code";

    /** One offered type with the names of its claims. */
    public record Type(Label name, List<Label> claims) {}

    /** A step and whether the attempt came past it. */
    public record StepView(String messageKey, Progress progress) {}

    /** How far a step is. */
    public enum Progress {
        DONE("wallet.progress.done"),
        STOPPED("wallet.progress.stopped"),
        AHEAD("wallet.progress.ahead");

        private final String messageKey;

        Progress(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    static OfferView of(StoredOffer offer, Language language, FormErrors errors) {
        Optional<Problem> problem = offer.failure().map(StoredOffer.Failure::problem);
        boolean codeRefused = problem.filter(Problem.CODE_REFUSED::equals).isPresent();
        return new OfferView(
                offer.id(),
                offer.contents()
                        .flatMap(contents ->
                                Label.in(language, labels(contents).getFirst().issuer()))
                        .orElseGet(() -> new Label(offer.issuer().getHost(), "")),
                offer.issuer().getHost(),
                offer.contents().map(contents -> types(contents, language)).orElse(List.of()),
                offer.permitted() ? Optional.empty() : offer.contents().flatMap(KnownOffer::transactionCode),
                offer.permitted(),
                offer.takesCode(),
                offer.canAsk(),
                offer.failure().map(failure -> steps(failure.step())).orElse(List.of()),
                problem,
                offer.failure().flatMap(StoredOffer.Failure::again),
                codeRefused && errors.isEmpty()
                        ? FormErrors.of(
                                CODE_FIELD, Problem.CODE_REFUSED.trouble().messageKey())
                        : errors);
    }

    private static List<Labels> labels(KnownOffer offer) {
        return offer.configurations().stream()
                .map(configuration -> Labels.of(offer.issuer(), configuration))
                .toList();
    }

    private static List<Type> types(KnownOffer offer, Language language) {
        return offer.configurations().stream()
                .map(configuration -> {
                    Labels labels = Labels.of(offer.issuer(), configuration);
                    return new Type(
                            labels.type(language, configuration.vct()),
                            labels.claims().stream()
                                    .flatMap(claim -> Label.in(language, claim.names()).stream())
                                    .toList());
                })
                .toList();
    }

    /** The steps up to the one where it stopped are done. */
    static List<StepView> steps(Step stopped) {
        return Arrays.stream(Step.values())
                .map(step -> new StepView(
                        step.messageKey(),
                        switch (Integer.signum(step.compareTo(stopped))) {
                            case -1 -> Progress.DONE;
                            case 0 -> Progress.STOPPED;
                            default -> Progress.AHEAD;
                        }))
                .toList();
    }
}
