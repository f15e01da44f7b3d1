package org.entente.names.barrier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an audit says of one row of the catalogue. */
public sealed interface Finding {
    /** The barrier is there. */
    record Found(List<Evidence> evidence) implements Finding {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * It was looked for and is not there.
     *
     * @param tested what was done
     */
    record NotFound(Wording tested) implements Finding {}

    /** It cannot be looked for here. */
    record NotApplicable(Wording reason) implements Finding {}

    /** A question to people, with their answer where they gave one. */
    record Asked(Optional<Answer> answer) implements Finding {}

    /**
     * What somebody who knows the practice said.
     *
     * @param says whether the barrier is there
     * @param evidence on what they base it
     */
    record Answer(Says says, String evidence) {}

    /** Whether there is such a barrier of law, policy or practice. */
    enum Says {
        YES,
        NO,
        PARTLY,
        UNKNOWN;

        /** The word in data formats. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kinds as data formats name them. */
    enum Kind {
        FOUND("found"),
        NOT_FOUND("not-found"),
        NOT_APPLICABLE("not-applicable"),
        ASKED("asked");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Which of the four it is. */
    default Kind kind() {
        return switch (this) {
            case Found found -> Kind.FOUND;
            case NotFound not -> Kind.NOT_FOUND;
            case NotApplicable not -> Kind.NOT_APPLICABLE;
            case Asked asked -> Kind.ASKED;
        };
    }

    /** Both looked in the same place: whatever one of them found is there, and whatever one tested was tested. */
    default Finding and(Finding other) {
        if (this instanceof Found(List<Evidence> mine) && other instanceof Found(List<Evidence> theirs)) {
            return new Found(java.util.stream.Stream.concat(mine.stream(), theirs.stream())
                    .toList());
        }
        if (this instanceof NotFound(Wording mine) && other instanceof NotFound(Wording theirs)) {
            return new NotFound(mine.and(theirs));
        }
        if (this instanceof Asked(Optional<Answer> mine) && mine.isEmpty()) {
            return other;
        }
        return other.kind().compareTo(kind()) < 0 ? other : this;
    }
}
