package org.entente.node.names.search;

import java.time.Duration;
import org.entente.names.NameReading;

/** What became of a search. */
sealed interface SearchOutcome {
    /** It was made. */
    record Found(FoundPage page) implements SearchOutcome {}

    /** What was looked for is no name that a system could keep, and why. */
    record NoName(NameReading.Refused refused) implements SearchOutcome {}

    /** What was looked for is no number of a file. */
    record NoNumber() implements SearchOutcome {}

    /** The officer has searched too often. */
    record TooOften(Duration retryAfter) implements SearchOutcome {}
}
