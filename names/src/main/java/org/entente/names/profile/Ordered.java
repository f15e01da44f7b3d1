package org.entente.names.profile;

import com.ibm.icu.text.Normalizer2;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Unmodifiable copies that keep the order in which a community wrote things down, in composed form (NFC). */
final class Ordered {
    private Ordered() {}

    static String composed(String text) {
        return Normalizer2.getNFCInstance().normalize(text);
    }

    static List<String> list(List<String> texts) {
        return texts.stream().map(Ordered::composed).toList();
    }

    static Map<String, String> map(Map<String, String> texts) {
        Map<String, String> copy = new LinkedHashMap<>();
        texts.forEach((key, value) -> putOnce(copy, composed(key), composed(value)));
        return Collections.unmodifiableMap(copy);
    }

    static Map<String, List<String>> mapOfLists(Map<String, List<String>> texts) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        texts.forEach((key, values) -> putOnce(copy, composed(key), list(values)));
        return Collections.unmodifiableMap(copy);
    }

    private static <T> void putOnce(Map<String, T> map, String key, T value) {
        if (map.put(key, value) != null) {
            throw new IllegalArgumentException("the same sign stands twice");
        }
    }
}
