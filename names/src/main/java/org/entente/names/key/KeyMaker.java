package org.entente.names.key;

import com.ibm.icu.util.VersionInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final int DIGEST_BYTES = 8;

    private final Alphabet alphabet;
    private final List<Alphabet> romanising;
    private final IdentityKey identity;
    private final String version;

    public KeyMaker(Alphabet alphabet) {
        this(alphabet, List.of());
    }

    /** @param romanising further orthographies in which a name may be of which nobody has said it, for {@link #ofAny} */
    public KeyMaker(Alphabet alphabet, List<Alphabet> romanising) {
        this.alphabet = alphabet;
        this.romanising = List.copyOf(romanising);
        this.identity = new IdentityKey(alphabet);
        this.version = TABLES + ";icu=" + VersionInfo.ICU_VERSION + ";" + roman(this.romanising)
                + alphabet.profile().key();
    }

    /** K1: the text without what cannot be seen and without space around it, composed (NFC). */
    public static String stored(NameText name) {
        return StoredKey.of(name.value());
    }

    /** K5: the same of a form for another system, which may be longer than any name. */
    public static String storedForm(String form) {
        return StoredKey.of(form);
    }

    /** K2: equal for names that perhaps are the same. */
    public String identity(NameText name) {
        return identity.of(stored(name));
    }

    /** All keys of a name. */
    public NameKeys of(NameText name) {
        NameText stored = new NameText(stored(name));
        return keys(stored, RomanKeys.of(stored, alphabet));
    }

    /** The keys of a text that may be a form for another system and is too long for a name: it is found as it stands. */
    public NameKeys ofForm(String form) {
        String stored = storedForm(form);
        return new NameKeys(version, stored, stored, Set.of(), Set.of());
    }

    /** All keys of a name of which nobody has said in which orthography it is: each that romanises may be the one. */
    public NameKeys ofAny(NameText name) {
        NameText stored = new NameText(stored(name));
        Set<String> roman = new HashSet<>(RomanKeys.of(stored, alphabet));
        romanising.forEach(other -> roman.addAll(RomanKeys.of(stored, other)));
        return keys(stored, roman);
    }

    private NameKeys keys(NameText stored, Set<String> roman) {
        return new NameKeys(version, stored.value(), identity.of(stored.value()), SearchKeys.of(stored.value()), roman);
    }

    /**
     * What keys depend on besides the name: this table, the engine, a digest of the other orthographies that romanise, and, at
     * the end, the profile. Stored beside every key.
     */
    public String version() {
        return version;
    }

    private static String roman(List<Alphabet> romanising) {
        if (romanising.isEmpty()) {
            return "";
        }
        String profiles = romanising.stream()
                .map(alphabet -> alphabet.profile().key())
                .sorted()
                .collect(Collectors.joining(";"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(profiles.getBytes(StandardCharsets.UTF_8));
            return "roman=" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + ";";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
