package org.entente.demo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many words that are looked for at once: a text is gone through one time, however many they are. Where four of its
 * characters are how a word begins, the word itself is compared.
 */
final class Needles {
    /** How many characters of a word lead to it; none is shorter. */
    static final int START = 4;

    private static final int SLOTS = 1 << 16;

    private final BitSet begun = new BitSet(SLOTS);
    private final Map<Integer, List<String>> bySlot = new HashMap<>();

    /** @throws IllegalArgumentException when a word is shorter than {@link #START} */
    Needles(Collection<String> words) {
        for (String word : words) {
            if (word.length() < START) {
                throw new IllegalArgumentException("too short to be searched for");
            }
            long start = 0;
            for (int i = 0; i < START; i++) {
                start = start << Character.SIZE | word.charAt(i);
            }
            begun.set(slot(start));
            bySlot.computeIfAbsent(slot(start), slot -> new ArrayList<>()).add(word);
        }
    }

    /** Whether one of them stands in the text. */
    boolean areIn(String text) {
        long last = 0;
        for (int i = 0; i < text.length(); i++) {
            last = last << Character.SIZE | text.charAt(i);
            if (i + 1 >= START && begun.get(slot(last)) && isWordAt(text, i + 1 - START, slot(last))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWordAt(String text, int at, int slot) {
        return bySlot.getOrDefault(slot, List.of()).stream().anyMatch(word -> text.startsWith(word, at));
    }

    /** The upper bits of a product depend on all four characters. */
    private static int slot(long start) {
        return (int) (start * 0x9E3779B97F4A7C15L >>> (Long.SIZE - Character.SIZE));
    }
}
