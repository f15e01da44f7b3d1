package org.entente.node.wallet.showing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a holder has for a request. */
sealed interface Match {
    /**
     * Something for each question that has to be answered.
     *
     * @param questions that have to be
     * @param extras that may be: what the verifier does without; there is one where nothing has to be
     */
    record Found(List<Question> questions, List<Extra> extras) implements Match {
        public Found {
            questions = List.copyOf(questions);
            extras = List.copyOf(extras);
        }

        /** An extra of which no copy is left is in nobody's way. */
        boolean isAnswerable() {
            return questions.stream().allMatch(Question::isAnswerable)
                    && (!questions.isEmpty() || extras.stream().anyMatch(Extra::isAnswerable));
        }

        /** Those of these sets that cannot be shown, at this moment. */
        Set<Integer> impossible(Set<Integer> sets) {
            Set<Integer> impossible = new TreeSet<>(sets);
            extras.stream().filter(Extra::isAnswerable).map(Extra::set).forEach(impossible::remove);
            return impossible;
        }

        /** What has to be answered, and what these sets ask for; each question once. */
        List<Question> with(Set<Integer> sets) {
            Map<String, Question> asked = new LinkedHashMap<>();
            questions.forEach(question -> asked.put(question.id(), question));
            extras.stream()
                    .filter(extra -> sets.contains(extra.set()))
                    .flatMap(extra -> extra.questions().stream())
                    .forEach(question -> asked.putIfAbsent(question.id(), question));
            return List.copyOf(asked.values());
        }
    }

    /**
     * What may be shown, as a whole, or left out.
     *
     * @param set the position of its credential set in the query
     */
    record Extra(int set, List<Question> questions) {
        public Extra {
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
