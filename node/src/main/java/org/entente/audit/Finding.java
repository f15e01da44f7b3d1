package org.entente.audit;

import java.util.List;

/**
 * One thing that an audit found.
 *
 * @param what which
 * @param node in whose bundle, by its authority; "" when it concerns no bundle
 * @param arguments what the sentence names: positions, times, counts; never content
 */
public record Finding(What what, String node, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(What what, Bundle bundle, Object... arguments) {
        return new Finding(
                what,
                bundle.node().getRawAuthority(),
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Everything that can be found; a fault fails the audit, a note does not. */
    public enum What {
        UNREADABLE(true),
        KEYS_NOT_PINNED(true),
        CHECKPOINT_NOT_SIGNED(true),
        LOG_DIFFERS(true),
        BASE_DIFFERS(true),
        RECORD_MISSING(true),
        RECORD_ALTERED(true),
        RECORD_CONTRADICTS_LEAF(true),
        BACK_DATED(true),
        POST_DATED(true),
        ENTRY_UNKNOWN(true),
        TYPE_NOT_IN_LIST(true),
        RECEIPT_FORGED(true),
        STATEMENT_FORGED(true),
        STATEMENT_MISCOUNTS(true),
        REWRITTEN(true),
        MESSAGE_NOT_SENT_THERE(true),
        MESSAGE_NOT_TAKEN_THERE(true),
        TAKEN_BEFORE_SENT(true),
        DOCUMENT_NOT_PUBLISHED_THERE(true),
        KEYS_FROM_BUNDLE(false),
        PINS_UNSIGNED(false),
        OTHER_FORMS_OF_MESSAGES(false),
        STATEMENT_MISSING(false),
        NOT_DELIVERED(false),
        UNDELIVERED(false),
        NEVER_DELIVERED(true),
        BUNDLE_OLDER(true),
        MADE_BEFORE(false),
        BEGINS_AFTER(false),
        STATES_BEFORE(false),
        SAME_NODE(true);

        private final boolean fault;

        What(boolean fault) {
            this.fault = fault;
        }

        /** Whether the audit fails for it. */
        public boolean isFault() {
            return fault;
        }
    }
}
