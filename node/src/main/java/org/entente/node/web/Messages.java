package org.entente.node.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.entente.node.kernel.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all rooms: {@code i18n/<room>_fr.properties} and {@code i18n/<room>_en.properties} on the class path,
 * UTF-8, ICU MessageFormat, each key beginning with its room's name.
 */
@Component
public final class Messages {
    private final Map<Language, Map<String, String>> catalogues = new EnumMap<>(Language.class);

    Messages() {
        for (Language language : Language.values()) {
            catalogues.put(language, read(language));
        }
    }

    /**
     * A text in a language.
     *
     * @param key begins with the room's name
     * @param arguments fill {@code {0}}, {@code {1}} …
     * @throws IllegalArgumentException when no catalogue has the key
     */
    public String say(Language language, String key, Object... arguments) {
        String pattern = catalogue(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language.code());
        }
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** Whether there is a text for the key. */
    public boolean has(Language language, String key) {
        return catalogue(language).containsKey(key);
    }

    /** All texts of a language as written, by key. */
    Map<String, String> catalogue(Language language) {
        return catalogues.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> texts = new TreeMap<>();
        try {
            String pattern = "classpath*:i18n/*_" + language.code() + ".properties";
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                addAll(texts, resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void addAll(Map<String, String> texts, Resource resource) throws IOException {
        String file = String.valueOf(resource.getFilename());
        String room = file.substring(0, file.indexOf('_')) + ".";
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
            if (!key.startsWith(room) || texts.put(key, properties.getProperty(key)) != null) {
                throw new IllegalStateException(file + ": " + key + " belongs to another room or stands twice");
            }
        }
    }
}
