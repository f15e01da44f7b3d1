package org.entente.node.issuance.credential;

import java.time.Instant;
import java.util.function.Function;
import org.entente.node.issuance.CredentialType;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;
import org.entente.node.people.Notice;
import org.entente.node.people.People;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/** Tells a record's holder of every issuance, so that nobody else's goes unnoticed. */
@Component
class IssuanceNotice {
    private final People people;
    private final Messages messages;
    private final NodeIdentity node;

    IssuanceNotice(People people, Messages messages, NodeIdentity node) {
        this.people = people;
        this.messages = messages;
        this.node = node;
    }

    /** Joins the caller's transaction. */
    void send(CredentialType type, PersonId holder, Instant now) {
        people.notify(holder, notice(type), now);
    }

    private Notice notice(CredentialType type) {
        return new Notice(
                text(language -> messages.say(
                        language, "issuance.notice.subject", type.name().in(language))),
                text(language -> messages.say(
                        language,
                        "issuance.notice.body",
                        type.name().in(language),
                        type.organisation().name().in(language),
                        node.origin() + "/" + language.code() + "/attestations")));
    }

    private static Text text(Function<Language, String> inLanguage) {
        return new Text(inLanguage.apply(Language.FR), inLanguage.apply(Language.EN));
    }
}
