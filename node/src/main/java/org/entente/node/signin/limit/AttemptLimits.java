package org.entente.node.signin.limit;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.signin.SigninSettings;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try to sign in, whichever the way: tries for one account and from one network address are counted
 * over all ways and all processes. Counting comes before comparing, and what is counted stays counted when it succeeds.
 */
@Component
public class AttemptLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Limits limits;
    private final SigninSettings.Limits most;

    AttemptLimits(Limits limits, SigninSettings settings) {
        this.limits = limits;
        this.most = settings.limits();
    }

    /** Counts a try from a network; false when there was none left. */
    public boolean useOfNetwork(String network, Instant now) {
        return limits.use("attempt by network", network, HOUR, most.attemptsPerAddressAndHour(), now);
    }

    /**
     * Counts a try for an account; false when there was none left.
     *
     * @param account as {@code EmailAddress.account} writes it, whether anybody has it or not
     */
    public boolean useOfAccount(String account, Instant now) {
        return limits.use("attempt by account", account, HOUR, most.attemptsPerAccountAndHour(), now)
                && limits.use("attempt by account", account, DAY, most.attemptsPerAccountAndDay(), now);
    }
}
