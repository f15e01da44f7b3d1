package org.entente.node.wallet.showing;

import java.util.List;

/** What a holder has for a request. */
sealed interface Match {
    /** Something for each question. */
    record Found(List<Question> questions) implements Match {
        public Found {
            questions = List.copyOf(questions);
        }

        boolean isAnswerable() {
            return questions.stream().allMatch(Question::isAnswerable);
        }
    }

    /**
     * Something is lacking: nothing may be shown, not even in part (OID4VP 1.0 §6.4.2).
     *
     * @param types identifiers of the types of attestation that would serve
     */
    record Lacking(List<String> types) implements Match {
        public Lacking {
            types = List.copyOf(types);
        }
    }
}
