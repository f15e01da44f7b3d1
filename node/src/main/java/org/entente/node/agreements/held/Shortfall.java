package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * That a party kept up less than the entente promises, as this node saw it.
 *
 * @param ended when it was over; empty while it lasts
 */
public record Shortfall(What what, Instant began, Optional<Instant> ended) {
    /** What a party may fall short of. */
    public enum Kind {
        /** It was not reached for longer than its availability allows. */
        AVAILABILITY,
        /** It did not answer an incident in time. */
        INCIDENT;

        /** Its name in the database, the API and the catalogue. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What a party fell short of.
     *
     * @param party its key
     * @param subject the number of the clause, or the name of the suspension that was not answered
     */
    public record What(String party, Kind kind, String subject) {}
}
