package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that was done for this government, and by whom. Never leaves the node: the other parties learn what the government
 * did, and not which of its officers.
 *
 * @param number rises from each to the next
 * @param subject the hash of what was done: of the text, or of the signed act
 */
public record Deed(long number, Kind kind, String subject, By by, Instant at) {
    /** What there is to do. */
    public enum Kind {
        PROPOSED,
        AGREED,
        REJECTED,
        APPROVED,
        SIGNED,
        SUSPENDED,
        LIFTED,
        JOINED,
        ADMITTED,
        ENTRUSTED,
        KEYS_CHANGED,
        WITHDREW;

        /** As it is kept, shown and journalled. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
