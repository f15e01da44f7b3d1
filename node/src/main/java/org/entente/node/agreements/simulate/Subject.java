package org.entente.node.agreements.simulate;

import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.kernel.Text;

/**
 * What is tried: a text, beside an entente as it stands.
 *
 * @param path of the page that it belongs to, without the language
 * @param title of that page
 * @param text that which would count; the entente's own where nothing else is proposed
 * @param table whether a text is on the table that may be chosen instead
 */
public record Subject(String path, Text title, EntenteState now, Entente text, boolean table) {
    /** A text that nothing stands beside yet, as if all of its parties had signed it. */
    public static Subject alone(String path, Text title, Entente text) {
        return new Subject(path, title, GoldenCases.asSigned(text), text, false);
    }

    /** A text beside what this node holds. */
    public static Subject beside(String path, Text title, Held held, Entente text) {
        return new Subject(path, title, standing(held), text, false);
    }

    /** An entente that this node holds, or the text on its table. */
    static Subject of(Held held, boolean table) {
        Entente entente = held.entente();
        Entente text = table ? held.talks().map(Talks::text).orElse(entente) : entente;
        return new Subject(
                "/ententes/" + entente.name(),
                entente.title(),
                standing(held),
                text,
                held.talks().isPresent());
    }

    private static EntenteState standing(Held held) {
        return held.chain().hasEntered() ? held.state() : GoldenCases.asSigned(held.entente());
    }

    /** Whether the text is another than the one that stands. */
    boolean differs() {
        return !text.hash().equals(now.entente().hash());
    }
}
