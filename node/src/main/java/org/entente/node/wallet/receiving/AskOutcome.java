package org.entente.node.wallet.receiving;

import java.net.URI;

/** What became of a holder's wish to be led to the issuer. */
sealed interface AskOutcome {
    /** The issuer waits at this address. */
    record Leads(URI page) implements AskOutcome {}

    /** An attempt is under way already, the offer is at its end, or the issuer did not take the request: the page tells. */
    record NotOpen() implements AskOutcome {}
}
