package org.entente.names.profile;

/**
 * What may help to say a name aloud; recordings of people come before either.
 *
 * @param g2p the code of a rule set that turns the orthography into IPA; empty when none is known
 * @param voice the code of a synthetic voice that the community accepts; empty when there is none, which is the rule
 */
public record Pronunciation(String g2p, String voice) {
    /** Nothing is known. */
    public static final Pronunciation UNKNOWN = new Pronunciation("", "");
}
