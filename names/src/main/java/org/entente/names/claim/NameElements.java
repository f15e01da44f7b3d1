package org.entente.names.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.names.Name;
import org.entente.names.NameClaims;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;
import org.entente.names.record.NameFile;
import org.entente.names.record.Spoken;

/** The elements that a credential discloses one by one: each name that may be shared, and each of its other forms. */
final class NameElements {
    private NameElements() {}

    static List<Map<String, Object>> names(NameFile file) {
        List<Map<String, Object>> elements = new ArrayList<>();
        for (NameEntry entry : file.shared()) {
            Name name = entry.name();
            Map<String, Object> element = new LinkedHashMap<>();
            element.put("full", name.full().value());
            element.put("lang", name.language());
            if (entry.hasOrthography()) {
                element.put("orthography", entry.orthography());
            }
            element.put("kind", name.kind().code());
            element.putAll(NameClaims.parts(name));
            elements.add(Collections.unmodifiableMap(element));
        }
        file.shared().forEach(entry -> entry.equivalents().forEach(other -> elements.add(element(entry, other))));
        return Collections.unmodifiableList(elements);
    }

    private static Map<String, Object> element(NameEntry entry, Equivalent other) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("full", other.full().value());
        element.put("lang", other.language());
        element.put("kind", entry.name().kind().code());
        element.put("relation", other.relation().code());
        return Collections.unmodifiableMap(element);
    }

    /** How each shared name is said, where its bearer has told. */
    static List<Map<String, Object>> spoken(NameFile file) {
        return file.shared().stream()
                .filter(entry -> entry.spoken().isKnown())
                .map(NameElements::spoken)
                .toList();
    }

    private static Map<String, Object> spoken(NameEntry entry) {
        Spoken said = entry.spoken();
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("full", entry.name().full().value());
        putUnlessEmpty(element, "ipa", said.ipa());
        putUnlessEmpty(element, "respelling", said.respelling());
        putUnlessEmpty(element, "respelling_lang", said.respelledIn());
        putUnlessEmpty(element, "audio_sha256", said.audioDigest());
        putUnlessEmpty(element, "audio_type", said.audioType());
        return Collections.unmodifiableMap(element);
    }

    /** The forms of one name that its bearer has approved; each says of which name it is. */
    static List<Map<String, Object>> forms(NameEntry entry) {
        return entry.legacyForms().stream().map(form -> form(entry, form)).toList();
    }

    private static Map<String, Object> form(NameEntry entry, LegacyForm form) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("full", entry.name().full().value());
        element.put("channel", form.channel());
        element.put("value", form.value());
        element.put("method", form.method().code());
        return Collections.unmodifiableMap(element);
    }

    static void putUnlessEmpty(Map<String, Object> element, String member, String text) {
        if (!text.isEmpty()) {
            element.put(member, text);
        }
    }
}
