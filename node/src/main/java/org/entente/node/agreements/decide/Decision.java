package org.entente.node.agreements.decide;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.SignedAct;
import org.entente.protocols.json.Json;
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
        WITHDRAW,
        SUSPEND,
        LIFT,
        ENTRUST;

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

    /** To suspend what is another party's, or to end that. */
    static Decision about(String entente, ActJson.Written act) {
        ObjectNode members = act.members();
        boolean suspends = members.path("target").isObject();
        String what = suspends
                ? members.at("/target/party").asString("")
                : members.path("suspension").asString("");
        return new Decision(
                suspends ? Kind.SUSPEND : Kind.LIFT,
                entente + "/" + what,
                new String(Json.canonical(members), StandardCharsets.UTF_8));
    }

    /** To have another party order. */
    static Decision entrust(String entente, String successor) {
        return new Decision(Kind.ENTRUST, entente, successor);
    }

    /**
     * Whether what is decided here leaves nothing of another decision of the same kind and subject that waits: that one is about
     * a text that is not in force any more, or an instrument in whose place another came. What only says something else does
     * not: it would undo another officer's word unseen.
     */
    boolean outdates(Decision other) {
        return switch (kind) {
            case JOIN -> !Joining.of(this).document().equals(Joining.of(other).document());
            case ADMIT, WITHDRAW -> true;
            case SUSPEND, LIFT, ENTRUST -> false;
        };
    }

    /** Whether it is about the entente of that name; one that is joined has none here. */
    public boolean isAbout(String entente) {
        return kind != Kind.JOIN && (subject.equals(entente) || subject.startsWith(entente + "/"));
    }

    /** The act of a suspension or of its end. */
    public ActJson.Written act() {
        return new ActJson.Written(Json.object(content));
    }

    /** The key of the party that is to order. */
    public String successor() {
        return content;
    }

    /** To leave an entente, by the text in force. */
    public static Decision withdraw(Entente text) {
        return new Decision(Kind.WITHDRAW, text.name(), text.hash());
    }
}
