package org.entente.names.key;

import java.util.LinkedHashSet;
import java.util.Set;
import org.entente.names.NameText;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.Romanisation;

/** K4: the name in plainer letters as its profile romanises them, then as a search key; so that ᐃᖃᓗᐃᑦ meets Iqaluit. */
final class RomanKeys {
    private RomanKeys() {}

    static Set<String> of(NameText stored, Alphabet alphabet) {
        Set<String> keys = new LinkedHashSet<>();
        for (Romanisation romanisation : alphabet.profile().romanisations()) {
            keys.addAll(SearchKeys.of(alphabet.read(stored).romanised(romanisation)));
        }
        keys.remove("");
        return keys;
    }
}
