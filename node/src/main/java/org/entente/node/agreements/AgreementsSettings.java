package org.entente.node.agreements;

import java.util.List;
import org.entente.node.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this government concludes ententes.
 *
 * @param approval the steps by which it approves every text, in order; empty where each entente states them
 */
@ConfigurationProperties("entente.agreements")
public record AgreementsSettings(@DefaultValue List<Step> approval) {
    /** The most steps, as in a document. */
    public static final int MAX_STEPS = 10;

    /**
     * A step and who takes it.
     *
     * @param byAnother whether it is for an officer who has taken none of the steps before
     */
    public record Step(
            @Nullable Text step,
            @Nullable Text office,
            @DefaultValue("false") boolean byAnother) {}

    /** @throws IllegalArgumentException when there are too many, or one says nothing in one of the languages */
    public AgreementsSettings {
        approval = List.copyOf(approval);
        if (approval.size() > MAX_STEPS) {
            throw new IllegalArgumentException("entente.agreements.approval has at most " + MAX_STEPS + " steps");
        }
        if (approval.stream().anyMatch(one -> one.step() == null || one.office() == null)) {
            throw new IllegalArgumentException(
                    "each step of entente.agreements.approval has step.fr, step.en, office.fr and office.en");
        }
    }
}
