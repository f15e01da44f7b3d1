package org.entente.names;

import java.util.List;

/**
 * All names that a person wants known. One is enough, and one word is enough for a name; none is filled up.
 *
 * <pre>{@code
 * new PersonNames(List.of(Name.of(Kind.LEGAL, "Iqaluit", "en"), Name.of(Kind.TRADITIONAL, "ᐃᖃᓗᐃᑦ", "iu-Cans")), 1)
 *     .displayed() // ᐃᖃᓗᐃᑦ, because the person chose it
 * }</pre>
 *
 * @param names in the person's order
 * @param displayedIndex which of them the person wants shown, from 0
 */
public record PersonNames(List<Name> names, int displayedIndex) {
    /** The most names of a person. */
    public static final int MAX_NAMES = 20;

    /** @throws IllegalArgumentException when there is none, too many, or the displayed one may not be shared */
    public PersonNames {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() > MAX_NAMES) {
            throw new IllegalArgumentException("a person has 1 to " + MAX_NAMES + " names on record");
        }
        if (displayedIndex < 0
                || displayedIndex >= names.size()
                || !names.get(displayedIndex).kind().isShared()) {
            throw new IllegalArgumentException("the displayed name is one of those that may be shared");
        }
    }

    /** A person of one name. */
    public static PersonNames of(Name only) {
        return new PersonNames(List.of(only), 0);
    }

    /** The name that the person wants shown. */
    public Name displayed() {
        return names.get(displayedIndex);
    }
}
