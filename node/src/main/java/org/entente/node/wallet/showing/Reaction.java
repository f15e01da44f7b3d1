package org.entente.node.wallet.showing;

import java.net.URI;
import java.util.Optional;

/** What a verifier made of an answer, as far as it is known. */
sealed interface Reaction {
    /** It took the answer, now or when the same was sent before, and leads the holder on, or not. */
    record Taken(Optional<URI> next) implements Reaction {}

    /** It refused what came, and may lead the holder to where it says why. */
    record Refused(Optional<URI> next) implements Reaction {}

    /** Nobody was reached: nothing left. */
    record NotReached(Fault fault) implements Reaction {}

    /** The answer left, and no reply came from which its fate is known. */
    record Unheard(Fault fault) implements Reaction {}
}
