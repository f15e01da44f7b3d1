package org.entente.names.legacy;

import java.time.Instant;
import java.util.List;

/**
 * A form for another system, before the person has seen it.
 *
 * @param losses all that it does not say, in the order of the name; to be shown
 */
public record LegacyDraft(Channel channel, String value, Method method, List<Loss> losses) {
    public LegacyDraft {
        losses = List.copyOf(losses);
        LegacyForm.requireForm(channel, value);
    }

    /** Whether the name itself can be read from it. */
    public boolean isLossy() {
        return !losses.isEmpty();
    }

    /** What is recorded once the person has said yes. */
    public LegacyForm approve(Instant at) {
        return new LegacyForm(channel.id(), value, method, at, losses);
    }
}
