package org.entente.node.signin.authorization;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.entente.node.kernel.Text;
import org.entente.node.signin.ConsentOutcome;

/**
 * What the question shows.
 *
 * @param email of whoever is signed in and asked
 * @param wallet its name, "" when nobody here knows it
 * @param answersTo where the answer goes
 * @param items what is asked for
 * @param renewableUntil how long the wallet may fetch fresh copies
 */
public record ConsentView(
        UUID request,
        String email,
        String wallet,
        URI answersTo,
        List<ConsentOutcome.Item> items,
        LocalDate renewableUntil) {
    public ConsentView {
        items = List.copyOf(items);
    }

    /** Whether the answer goes to an address on the web, and not to an application. */
    public boolean onTheWeb() {
        return answersTo.getHost() != null;
    }

    /** What identifies the receiver: a host, or an application's own scheme. */
    public String receiver() {
        return onTheWeb() ? answersTo.getHost() : answersTo.getScheme();
    }

    /** The wallet's name, or what identifies it. */
    public String called() {
        return wallet.isEmpty() ? receiver() : wallet;
    }

    /** Whether this node's operator knows the wallet. */
    public boolean known() {
        return !wallet.isEmpty();
    }

    /**
     * What a page shows instead of the question, when the question cannot be put.
     *
     * @param email of whoever is signed in
     * @param wallet what it is called
     */
    public record Impossible(UUID request, String email, String wallet, Text why, Text next) {}
}
