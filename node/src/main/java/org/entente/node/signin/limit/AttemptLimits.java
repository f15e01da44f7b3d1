package org.entente.node.signin.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.device.Devices;
import org.entente.node.signin.device.Visitor;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try to sign in, counted over all processes. Counting comes before comparing, and what is counted
 * stays counted when it succeeds.
 *
 * <p>What is tried for an account is counted for where it comes from: a browser in which the account was used before, or a
 * network. So nobody uses up what its owner has. All networks together are limited only where guessing, or being written
 * to, would otherwise have no end; browsers that are known to the account have no part in that.
 */
@Component
public class AttemptLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Limits limits;
    private final Devices devices;
    private final People people;
    private final SigninSettings.Limits most;

    AttemptLimits(Limits limits, Devices devices, People people, SigninSettings settings) {
        this.limits = limits;
        this.devices = devices;
        this.people = people;
        this.most = settings.limits();
    }

    /** Counts a try from a network; false when there was none left. */
    public boolean useOfNetwork(String network, Instant now) {
        return use("attempt by network", network, HOUR, most.attemptsPerAddressAndHour(), now);
    }

    /** Counts a try for an account, whether anybody has it or not; false when there was none left. */
    public boolean useOfAccount(EmailAddress email, Visitor visitor, Instant now) {
        return attempt(place(email, visitor, now), now);
    }

    /** Counts a try of a code by mail for an account; false when there was none left. */
    public boolean guess(EmailAddress email, Visitor visitor, Instant now) {
        Place place = place(email, visitor, now);
        return attempt(place, now)
                && (place.known() || use("guess at account", email.account(), DAY, most.guessesAtAccountPerDay(), now));
    }

    /** Counts a mail with a code; false when there was none left. */
    public boolean mail(EmailAddress email, Visitor visitor, Instant now) {
        Place place = place(email, visitor, now);
        return use("code by network", visitor.network(), HOUR, most.codesPerAddressAndHour(), now)
                && use("code by place", place.name(), HOUR, most.codesPerAccountAndHour(), now)
                && use("code by place", place.name(), DAY, most.codesPerAccountAndDay(), now)
                && (place.known() || use("code to account", email.account(), DAY, most.codesToAccountPerDay(), now));
    }

    private boolean use(String what, String who, Duration period, int most, Instant now) {
        return limits.use(new Allowance(what, period, most), who, now) instanceof Use.Within;
    }

    /** Where a try for an account comes from. */
    private record Place(String name, boolean known) {}

    private boolean attempt(Place place, Instant now) {
        return use("attempt by place", place.name(), HOUR, most.attemptsPerAccountAndHour(), now)
                && use("attempt by place", place.name(), DAY, most.attemptsPerAccountAndDay(), now);
    }

    private Place place(EmailAddress email, Visitor visitor, Instant now) {
        Optional<byte[]> device = people.person(email).flatMap(person -> devices.known(person.id(), visitor, now));
        return device.map(mac -> new Place("browser " + HexFormat.of().formatHex(mac), true))
                .orElseGet(() -> new Place("network " + visitor.network() + " " + email.account(), false));
    }
}
