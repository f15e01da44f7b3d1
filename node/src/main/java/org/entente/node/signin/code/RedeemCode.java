package org.entente.node.signin.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.people.People;
import org.entente.node.people.Person;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.limit.Limits;
import org.entente.node.signin.session.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs a browser in with the code that was sent for it: once, and into a new session. */
@Component
class RedeemCode {
    private final SignInCodes codes;
    private final Sessions sessions;
    private final People people;
    private final Limits limits;
    private final SigninSettings.Limits most;

    RedeemCode(SignInCodes codes, Sessions sessions, People people, Limits limits, SigninSettings settings) {
        this.codes = codes;
        this.sessions = sessions;
        this.people = people;
        this.limits = limits;
        this.most = settings.limits();
    }

    @Transactional
    public RedeemCodeOutcome redeem(UUID session, String code, Language language, String network, Instant now) {
        int mostAttempts = most.attemptsPerAddressAndHour();
        if (!limits.use("attempt by network", network, Duration.ofHours(1), mostAttempts, now)) {
            return new RedeemCodeOutcome.TooMany();
        }
        Optional<SignInCodes.Attempt> attempt = codes.attempt(session, code, now);
        if (attempt.isEmpty()) {
            return new RedeemCodeOutcome.Gone();
        }
        return attempt.get().right()
                ? signIn(session, attempt.get().pending(), language, now)
                : wrong(attempt.get().left());
    }

    private RedeemCodeOutcome signIn(UUID session, SignInCodes.Pending pending, Language language, Instant now) {
        Person person = people.enter(pending.email(), language, now);
        String token = sessions.signIn(session, person.id(), now);
        return new RedeemCodeOutcome.SignedIn(token, pending.returnPath());
    }

    private static RedeemCodeOutcome wrong(int left) {
        return left > 0 ? new RedeemCodeOutcome.Wrong(left) : new RedeemCodeOutcome.Gone();
    }
}
