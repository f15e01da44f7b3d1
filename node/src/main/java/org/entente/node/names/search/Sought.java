package org.entente.node.names.search;

import org.entente.names.key.Pronounced;
import org.entente.node.names.file.RecordedName;

/**
 * What an officer looks for.
 *
 * @param ipa how it is said, in the International Phonetic Alphabet; "" where nobody knows
 * @param orthography whose order the list has
 * @param page of the list, from 1; beyond the last, the last
 * @param number of a file, which is looked for instead of a name; "" where nobody gave one
 */
public record Sought(String name, String ipa, String orthography, int page, String number) {
    Sought(String name, String ipa, String orthography, int page) {
        this(name, ipa, orthography, page, "");
    }

    /** By the number of a file. */
    static Sought numbered(String number, String orthography) {
        return new Sought("", "", orthography, 1, number);
    }

    static Sought nothing(String orthography) {
        return new Sought("", "", orthography, 1);
    }

    /** K6: from 0, said the same, to 1; 1 as well where it was not asked or its bearer has not told. */
    double distance(RecordedName recorded) {
        String said = recorded.entry().spoken().ipa();
        return ipa.isBlank() || said.isBlank() ? 1 : Pronounced.distance(ipa, said);
    }

    /** Never what is looked for. */
    @Override
    public String toString() {
        return "Sought[" + page + "]";
    }
}
