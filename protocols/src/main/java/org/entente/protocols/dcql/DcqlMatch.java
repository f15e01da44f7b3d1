package org.entente.protocols.dcql;

import java.util.List;

/** Whether a holder can answer a query, and how (OID4VP 1.0 §6.4). */
public sealed interface DcqlMatch {
    /** Every credential that must be shown can be. */
    record Satisfied(List<Choice> choices) implements DcqlMatch {
        public Satisfied {
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
