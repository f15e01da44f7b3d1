package org.entente.names.key;

import java.util.Set;

/**
 * The keys of one name, to be stored as plain text and compared code point by code point ({@code COLLATE "C"}). Keys of other
 * {@link #version versions} are not comparable. K0, what was received, stays with the record; K5, forms recorded for other
 * systems, are {@link org.entente.names.legacy.LegacyForm}s; K6 is {@link Pronounced}.
 *
 * @param version the tables, engine and profile by which they were made
 * @param stored K1: equal means the same text
 * @param identity K2: equal means perhaps the same name
 * @param search K3: one in common means worth a look by a person
 * @param roman K4: one in common, with another's roman or search keys, means the same
 */
public record NameKeys(String version, String stored, String identity, Set<String> search, Set<String> roman) {
    public NameKeys {
        search = Set.copyOf(search);
        roman = Set.copyOf(roman);
    }

    /** Whether any key by which people search is the other's as well. */
    boolean meets(NameKeys other) {
        return search.stream().anyMatch(other::isFoundBy) || roman.stream().anyMatch(other::isFoundBy);
    }

    private boolean isFoundBy(String key) {
        return search.contains(key) || roman.contains(key);
    }
}
