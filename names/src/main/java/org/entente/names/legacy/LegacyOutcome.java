package org.entente.names.legacy;

import java.util.List;

/** What there is to give to a channel. */
public sealed interface LegacyOutcome {
    /** The form that the person approved before. */
    record Recorded(LegacyForm form) implements LegacyOutcome {}

    /** A draft for the person to approve, to change, or to refuse. */
    record Drafted(LegacyDraft draft) implements LegacyOutcome {}

    /**
     * No draft can be made without leaving something out that nobody decided about: a person writes the form.
     *
     * @param unknown the signs for which there is no rule; empty when nothing at all would be left of the name
     */
    record ByHand(Channel channel, List<String> unknown) implements LegacyOutcome {
        public ByHand {
            unknown = List.copyOf(unknown);
        }
    }
}
