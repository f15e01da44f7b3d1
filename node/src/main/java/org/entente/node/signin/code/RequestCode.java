package org.entente.node.signin.code;

import java.time.Instant;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Secrets;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.Mail;
import org.entente.node.people.Notice;
import org.entente.node.people.People;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.limit.AttemptLimits;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;

/** Sends a new code to an address, in the language of the page where it was asked for. */
@Component
class RequestCode {
    private final SignInCodes codes;
    private final AttemptLimits limits;
    private final Mail mail;
    private final CodeMail codeMail;
    private final People people;
    private final Accounts accounts;
    private final Secrets secrets;

    RequestCode(
            SignInCodes codes,
            AttemptLimits limits,
            Mail mail,
            CodeMail codeMail,
            People people,
            Accounts accounts,
            Secrets secrets) {
        this.codes = codes;
        this.limits = limits;
        this.mail = mail;
        this.codeMail = codeMail;
        this.people = people;
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /**
     * Outside of a transaction: no database connection is held while the mail server is spoken to. For an account whose
     * owner stopped codes all goes the same way, but the mail has none.
     */
    RequestCodeOutcome request(
            UUID session, SignInCodes.Pending pending, Language language, Visitor visitor, Instant now) {
        if (!limits.mail(pending.email(), visitor, now)) {
            return new RequestCodeOutcome.TooMany();
        }
        SignInCode code = SignInCode.random(secrets);
        codes.put(session, pending, code, now);
        Notice notice = isStopped(pending.email()) ? codeMail.stopped() : codeMail.with(code);
        return mail.send(pending.email(), language, notice, now)
                ? new RequestCodeOutcome.Sent()
                : new RequestCodeOutcome.NotSent();
    }

    private boolean isStopped(EmailAddress email) {
        return people.person(email)
                .filter(person -> !accounts.waysIn(person.id()).mailCodes())
                .isPresent();
    }
}
