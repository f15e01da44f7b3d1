package org.entente.names.key;

import com.ibm.icu.util.VersionInfo;
import org.entente.names.NameText;
import org.entente.names.letters.Alphabet;

/**
 * Makes the keys of names in one orthography. Immutable; may be used by many threads, and is worth keeping.
 *
 * <pre>{@code
 * KeyMaker keys = new KeyMaker(Alphabet.of(profile));
 * NameKeys registered = keys.of(NameText.of("Gwichʼin"));
 * NameKeys searched = keys.of(NameText.of("Gwich'in"));
 * Likeness.of(registered, searched); // SAME_NAME_PERHAPS
 * }</pre>
 */
public final class KeyMaker {
    /** Changes whenever a table of this package does: keys of another version are made anew. */
    static final int TABLES = 1;

    private final Alphabet alphabet;
    private final IdentityKey identity;
    private final String version;

    public KeyMaker(Alphabet alphabet) {
        this.alphabet = alphabet;
        this.identity = new IdentityKey(alphabet);
        this.version = TABLES + ";icu=" + VersionInfo.ICU_VERSION + ";"
                + alphabet.profile().key();
    }

    /** K1: the text without what cannot be seen and without space around it, composed (NFC). */
    public static String stored(NameText name) {
        return StoredKey.of(name.value());
    }

    /** K2: equal for names that perhaps are the same. */
    public String identity(NameText name) {
        return identity.of(stored(name));
    }

    /** All keys of a name. */
    public NameKeys of(NameText name) {
        NameText stored = new NameText(stored(name));
        return new NameKeys(
                version,
                stored.value(),
                identity.of(stored.value()),
                SearchKeys.of(stored.value()),
                RomanKeys.of(stored, alphabet));
    }

    /** What keys depend on besides the name: this table, the engine and the profile. Stored beside every key. */
    public String version() {
        return version;
    }
}
