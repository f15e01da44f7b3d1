package org.entente.node.signin.code;

import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Text;
import org.entente.node.people.Notice;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/** The mail that answers somebody who asked for a code. */
@Component
class CodeMail {
    private final Messages messages;
    private final NodeIdentity node;

    CodeMail(Messages messages, NodeIdentity node) {
        this.messages = messages;
        this.node = node;
    }

    /** With the code. */
    Notice with(SignInCode code) {
        return new Notice(
                new Text(subject(Language.FR, code), subject(Language.EN, code)),
                new Text(body(Language.FR, code), body(Language.EN, code)));
    }

    /** Without one, as the account's owner stopped codes by mail. */
    Notice stopped() {
        return new Notice(
                new Text(stoppedSubject(Language.FR), stoppedSubject(Language.EN)),
                new Text(stoppedBody(Language.FR), stoppedBody(Language.EN)));
    }

    private String subject(Language language, SignInCode code) {
        return messages.say(language, "signin.mail.subject", code.grouped());
    }

    private String body(Language language, SignInCode code) {
        return messages.say(
                language,
                "signin.mail.body",
                code.grouped(),
                SignInCodes.LIFETIME.toMinutes(),
                node.name().in(language),
                node.origin().toString());
    }

    private String stoppedSubject(Language language) {
        return messages.say(language, "signin.mail.stopped.subject", node.name().in(language));
    }

    private String stoppedBody(Language language) {
        return messages.say(
                language,
                "signin.mail.stopped.body",
                node.name().in(language),
                node.origin() + "/" + language.code() + "/sign-in");
    }
}
