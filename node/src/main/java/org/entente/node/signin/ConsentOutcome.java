package org.entente.node.signin;

import java.util.List;
import org.entente.node.kernel.Text;

/** Whether a person can be asked to permit something. */
public sealed interface ConsentOutcome {
    /** The person can be asked, and this is what is shown. */
    record Question(List<Item> items) implements ConsentOutcome {
        public Question {
            items = List.copyOf(items);
        }
    }

    /**
     * The person has something to do first.
     *
     * @param path the page, without the language; it leads back afterwards
     */
    record First(String path) implements ConsentOutcome {}

    /**
     * It cannot be permitted, whatever the person says.
     *
     * @param why in plain words
     * @param next what to do instead
     */
    record Impossible(Text why, Text next) implements ConsentOutcome {}

    /**
     * One thing that is asked for.
     *
     * @param name what it is called
     * @param provider whose it is
     * @param parts what it can say
     * @param validDays how long what the client receives is valid
     */
    record Item(Text name, Text provider, List<Text> parts, int validDays) {
        public Item {
            parts = List.copyOf(parts);
        }
    }
}
