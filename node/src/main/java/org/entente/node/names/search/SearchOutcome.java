package org.entente.node.names.search;

import java.time.Duration;

/** What became of a search. */
sealed interface SearchOutcome {
    /** It was made. */
    record Found(FoundPage page) implements SearchOutcome {}

    /** What was looked for is no name that a system could keep. */
    record NoName() implements SearchOutcome {}

    /** What was looked for is no number of a file. */
    record NoNumber() implements SearchOutcome {}

    /** The officer has searched too often. */
    record TooOften(Duration retryAfter) implements SearchOutcome {}
}
