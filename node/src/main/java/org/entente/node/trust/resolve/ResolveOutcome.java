package org.entente.node.trust.resolve;

import java.util.Locale;
import org.entente.protocols.federation.ChainVerdict;
import org.entente.protocols.federation.ResolveResponse;
import org.entente.protocols.federation.SearchOutcome;

/** What became of resolving an entity. */
public sealed interface ResolveOutcome {
    /** A chain leads from it to the anchor. */
    record Resolved(ResolveResponse response) implements ResolveOutcome {}

    /** The anchor's keys are not known here. */
    record UnknownAnchor() implements ResolveOutcome {}

    /** Nothing of the entity is known here. */
    record UnknownSubject() implements ResolveOutcome {}

    /** No chain holds. */
    record NotTrusted(SearchOutcome.NotFound search) implements ResolveOutcome {
        /** Why, for instance {@code broken: expired at 1}. */
        public String reason() {
            return search.broken().stream()
                    .findFirst()
                    .map(broken -> search.reason().word() + ": "
                            + broken.step().name().toLowerCase(Locale.ROOT).replace('_', '-') + " at "
                            + broken.index())
                    .orElseGet(() -> search.reason().word());
        }

        /** Whether its superiors demand of its metadata what they are not, or contradict each other. */
        public boolean isAboutMetadata() {
            return search.broken().stream()
                    .findFirst()
                    .filter(broken -> broken.step() == ChainVerdict.Step.POLICY)
                    .isPresent();
        }
    }
}
