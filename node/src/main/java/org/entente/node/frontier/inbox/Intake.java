package org.entente.node.frontier.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.entente.node.frontier.FrontierSettings;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.springframework.stereotype.Component;

/**
 * How much is taken of one government, over all processes: of its messages, and of its refused ones, since each costs a
 * leaf of the journal for ever. Counted only once the signature has shown whose message it is.
 */
@Component
class Intake {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Limits limits;
    private final Allowance perMinute;
    private final Allowance perHour;
    private final Allowance refusals;

    Intake(Limits limits, FrontierSettings settings) {
        this.limits = limits;
        FrontierSettings.Limits most = settings.limits();
        this.perMinute = new Allowance("frontier message", MINUTE, most.messagesPerMinute());
        this.perHour = new Allowance("frontier message", HOUR, most.messagesPerHour());
        this.refusals = new Allowance("frontier refusal", HOUR, most.refusalsPerHour());
    }

    /** Counts a message of a sender. */
    Use message(URI sender, Instant now) {
        return switch (limits.use(perMinute, sender.toString(), now)) {
            case Use.Within() -> limits.use(perHour, sender.toString(), now);
            case Use.Beyond beyond -> beyond;
        };
    }

    /** Counts a refused message of a sender. */
    Use refusal(URI sender, Instant now) {
        return limits.use(refusals, sender.toString(), now);
    }
}
