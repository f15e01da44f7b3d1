package org.entente.node.signin.code;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Secrets;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.Mail;
import org.entente.node.people.Notice;
import org.entente.node.people.People;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.limit.Limits;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;

/** Sends a new code to an address, in the language of the page where it was asked for. */
@Component
class RequestCode {
    private static final int DIGITS = 6;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SignInCodes codes;
    private final Limits limits;
    private final Mail mail;
    private final CodeMail codeMail;
    private final People people;
    private final Accounts accounts;
    private final Secrets secrets;
    private final SigninSettings.Limits most;

    RequestCode(
            SignInCodes codes,
            Limits limits,
            Mail mail,
            CodeMail codeMail,
            People people,
            Accounts accounts,
            Secrets secrets,
            SigninSettings settings) {
        this.codes = codes;
        this.limits = limits;
        this.mail = mail;
        this.codeMail = codeMail;
        this.people = people;
        this.accounts = accounts;
        this.secrets = secrets;
        this.most = settings.limits();
    }

    /**
     * Outside of a transaction: no database connection is held while the mail server is spoken to. For an account whose
     * owner stopped codes all goes the same way, but the mail has none.
     *
     * @param network from which it is asked for
     */
    RequestCodeOutcome request(
            UUID session, SignInCodes.Pending pending, Language language, String network, Instant now) {
        if (!mayAsk(pending.email(), network, now)) {
            return new RequestCodeOutcome.TooMany();
        }
        String code = secrets.digits(DIGITS);
        codes.put(session, pending, code, now);
        Notice notice = isStopped(pending.email()) ? codeMail.stopped() : codeMail.with(code);
        return mail.send(pending.email(), language, notice, now)
                ? new RequestCodeOutcome.Sent()
                : new RequestCodeOutcome.NotSent();
    }

    private boolean mayAsk(EmailAddress email, String network, Instant now) {
        String account = email.account();
        return limits.use("code by network", network, HOUR, most.codesPerAddressAndHour(), now)
                && limits.use("code by account", account, HOUR, most.codesPerAccountAndHour(), now)
                && limits.use("code by account", account, DAY, most.codesPerAccountAndDay(), now);
    }

    private boolean isStopped(EmailAddress email) {
        return people.person(email)
                .filter(person -> !accounts.waysIn(person.id()).mailCodes())
                .isPresent();
    }
}
