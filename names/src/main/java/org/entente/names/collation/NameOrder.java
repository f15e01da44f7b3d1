package org.entente.names.collation;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.VersionInfo;
import java.util.Arrays;
import java.util.Comparator;
import org.entente.names.NameText;
import org.entente.names.profile.Profile;

/**
 * The order of one orthography. A total order: two names are equal in it only if they are the same text. Immutable; may be used
 * by many threads. Made in tenths of a second, so take it from {@link NameOrders}.
 *
 * <pre>{@code
 * names.sort(NameOrders.standard().of(profile));
 * }</pre>
 */
public final class NameOrder implements Comparator<NameText> {
    private final RuleBasedCollator collator;
    private final String version;

    NameOrder(Profile profile) {
        try {
            collator = new RuleBasedCollator(Tailoring.rules(profile));
        } catch (Exception e) {
            throw new IllegalArgumentException("the alphabet of " + profile.key() + " cannot be put in an order", e);
        }
        collator.setStrength(Collator.IDENTICAL);
        // Composed text may carry its marks in another order than the algorithm expects (ó with a line below, for
        // instance).
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        collator.freeze();
        version = profile.key() + ";icu=" + VersionInfo.ICU_VERSION;
    }

    @Override
    public int compare(NameText one, NameText other) {
        return collator.compare(one.value(), other.value());
    }

    /**
     * What a database may store and compare byte by byte to have the same order.
     *
     * @return comparable with other keys of the same {@link #version}, and with no other
     */
    public byte[] sortKey(NameText name) {
        RawCollationKey key = collator.getRawCollationKey(name.value(), null);
        return Arrays.copyOf(key.bytes, key.size);
    }

    /** The profile and the engine by which sort keys were made; when it changes they are made anew. */
    public String version() {
        return version;
    }
}
