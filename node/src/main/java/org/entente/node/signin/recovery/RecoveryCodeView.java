package org.entente.node.signin.recovery;

import java.time.Instant;
import java.util.Optional;

/**
 * What the page on one's own recovery code shows.
 *
 * @param since when the one that counts was made
 * @param printed a code that was made just now, "" for none
 * @param at when the page was made
 * @param address of this node, to be printed with the code
 */
public record RecoveryCodeView(Optional<Instant> since, String printed, Instant at, String address) {
    /** Never the code. */
    @Override
    public String toString() {
        return "RecoveryCodeView";
    }
}
