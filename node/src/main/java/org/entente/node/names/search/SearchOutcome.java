package org.entente.node.names.search;

import java.time.Duration;
import java.util.List;

/** What became of a search. */
sealed interface SearchOutcome {
    /**
     * It was made.
     *
     * @param more whether there are more than are shown
     */
    record Found(List<Candidate> candidates, boolean more) implements SearchOutcome {
        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    /** What was looked for is no name that a system could keep. */
    record NoName() implements SearchOutcome {}

    /** The officer has searched too often. */
    record TooOften(Duration retryAfter) implements SearchOutcome {}
}
