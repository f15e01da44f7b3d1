package org.entente.node.agreements.decide;

import java.net.URI;
import java.util.Locale;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.SignedAct;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that binds or unbinds this government. Two officers decide the same when all of it is equal.
 *
 * @param subject what it is about; one decision of a kind about it waits at a time
 * @param content what exactly is decided, so that nobody confirms another thing than was read
 */
public record Decision(Kind kind, String subject, String content) {
    /** What there is to decide. */
    public enum Kind {
        JOIN,
        ADMIT,
        WITHDRAW;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** To join an entente by the text in force, with a statement of ourselves. */
    static Decision join(URI entente, Entente text, ObjectNode statement) {
        return new Decision(
                Kind.JOIN, entente.toString(), Joining.of(text, statement).content());
    }

    /** To approve a newcomer's instrument. */
    public static Decision admit(String entente, SignedAct instrument) {
        return new Decision(Kind.ADMIT, entente + "/" + instrument.party(), instrument.hash());
    }

    /** To leave an entente, by the text in force. */
    public static Decision withdraw(Entente text) {
        return new Decision(Kind.WITHDRAW, text.name(), text.hash());
    }
}
