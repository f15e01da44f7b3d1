package org.entente.names.key;

import java.util.Set;

/**
 * What the keys of two names say of them, the strongest first. Even the first is about two texts and not about two people, and
 * only a person goes further than that.
 */
public enum Likeness {
    /** K1: the same text. */
    SAME_TEXT,
    /** K2 or K5: the same name perhaps, written on another keyboard or recorded for another system. */
    SAME_NAME_PERHAPS,
    /** K3 or K4: worth a line in a list that a person reads. Never a match, a refusal or a merger. */
    FOR_A_PERSON_TO_SEE,
    /** Nothing in common. */
    NONE;

    /** Compares two names. */
    public static Likeness of(NameKeys one, NameKeys other) {
        if (one.stored().equals(other.stored())) {
            return SAME_TEXT;
        }
        if (one.identity().equals(other.identity())) {
            return SAME_NAME_PERHAPS;
        }
        return one.meets(other) ? FOR_A_PERSON_TO_SEE : NONE;
    }

    /**
     * Compares a name that somebody presents with a record.
     *
     * @param recordedForms K5: forms of the recorded name that its bearer has approved for other systems
     */
    public static Likeness of(NameKeys presented, NameKeys recorded, Set<String> recordedForms) {
        Likeness direct = of(presented, recorded);
        boolean byForm = direct.compareTo(SAME_NAME_PERHAPS) > 0 && recordedForms.contains(presented.stored());
        return byForm ? SAME_NAME_PERHAPS : direct;
    }
}
