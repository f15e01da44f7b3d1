package org.entente.names.letters;

/**
 * A question to the person: did you mean this? Nothing happens until they say yes.
 *
 * @param start where the stretch begins, in UTF-16 units of the stored form
 * @param written what stands there
 * @param suggested what the orthography has instead; empty when the stretch does not show
 */
public record Proposal(int start, String written, String suggested, Reason reason) {
    /** Why the question is asked. */
    public enum Reason {
        /** The orthography's profile says that the one is often written for the other. */
        CONFUSABLE,
        /** The same is said of the small letters, and these are their capitals. */
        CONFUSABLE_CAPITAL,
        /** It cannot be seen, and machines would take the name for another. */
        INVISIBLE
    }
}
