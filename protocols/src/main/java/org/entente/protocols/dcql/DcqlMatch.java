package org.entente.protocols.dcql;

import java.util.List;
import java.util.stream.Stream;

/** Whether a holder can answer a query, and how (OID4VP 1.0 §6.4). */
public sealed interface DcqlMatch {
    /**
     * Every credential that must be shown can be.
     *
     * @param choices what must be shown
     * @param extras what the verifier does without
     */
    record Satisfied(List<Choice> choices, List<Extra> extras) implements DcqlMatch {
        public Satisfied {
            choices = List.copyOf(choices);
            extras = List.copyOf(extras);
        }

        /** Where nothing is asked that may be left out. */
        public Satisfied(List<Choice> choices) {
            this(choices, List.of());
        }

        /** All that may be shown. */
        public List<Choice> all() {
            return Stream.concat(choices.stream(), extras.stream().flatMap(extra -> extra.choices().stream()))
                    .distinct()
                    .toList();
        }
    }

    /**
     * A credential set that is not required and can be met: shown as a whole, or left out (OID4VP 1.0 §6.4.2).
     *
     * @param set its position in the query
     * @param choices what it asks for besides what must be shown; never empty
     */
    record Extra(int set, List<Choice> choices) {
        public Extra {
            choices = List.copyOf(choices);
        }
    }

    /** The holder lacks what is asked: nothing may be shown, not even in part. */
    record Unsatisfied(List<String> missing) implements DcqlMatch {
        public Unsatisfied {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The holder shows one of the candidates.
     *
     * @param queryId the name of the credential query
     */
    record Choice(String queryId, List<Candidate> candidates) {
        public Choice {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * A credential that serves, and all that may be disclosed from it.
     *
     * @param reference the holder's own name for the credential
     * @param disclose each claim by itself, elements of arrays by their positions
     */
    record Candidate(String reference, List<ClaimPath> disclose) {
        public Candidate {
            disclose = List.copyOf(disclose);
        }
    }
}
