package org.entente.node.frontier;

/** What became of a message that came in. */
public sealed interface ReceiveOutcome {
    /** It was taken; the sender gets a receipt. */
    record Accepted() implements ReceiveOutcome {}

    /**
     * It was not, and nothing changed; the sender does not try again.
     *
     * @param code an error code for the sender's machine: lower-case letters and underscores
     * @param reason why, for the sender's people, in English; without anything that the message said
     */
    record Refused(String code, String reason) implements ReceiveOutcome {
        public Refused {
            if (!code.matches("[a-z_]{3,64}") || reason.length() > 500) {
                throw new IllegalArgumentException("a refusal has a code and a short reason");
            }
        }
    }
}
