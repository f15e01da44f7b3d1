package org.entente.node.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all rooms: {@code i18n/<room>_fr.properties} and {@code i18n/<room>_en.properties} on the class path,
 * UTF-8, ICU MessageFormat, each key beginning with its room's name.
 */
@Component
public final class Messages {
    private record Key(Language language, String key) {}

    private final Map<Language, Map<String, String>> catalogues = new EnumMap<>(Language.class);

    /** Texts without arguments, which a ruling says by the dozen; no more than the catalogues have. */
    private final Map<Key, String> plain = new ConcurrentHashMap<>();

    /** Patterns as they were read, for copies to be filled: one that is filled may not be shared. */
    private final Map<Key, MessageFormat> patterns = new ConcurrentHashMap<>();

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
        Key one = new Key(language, key);
        return arguments.length == 0 ? plain.computeIfAbsent(one, this::format) : format(one, arguments);
    }

    private String format(Key key, Object... arguments) {
        MessageFormat pattern = patterns.computeIfAbsent(key, this::pattern);
        return ((MessageFormat) pattern.clone()).format(arguments);
    }

    private MessageFormat pattern(Key key) {
        String pattern = catalogue(key.language()).get(key.key());
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "no text for " + key.key() + " in " + key.language().code());
        }
        return new MessageFormat(pattern, key.language().locale());
    }

    /**
     * A text in both languages, for what is written before anybody reads it.
     *
     * @param arguments as in {@link #say}; a {@code Text} is taken in the language of the whole
     */
    public Text text(String key, Object... arguments) {
        return new Text(
                say(Language.FR, key, in(Language.FR, arguments)), say(Language.EN, key, in(Language.EN, arguments)));
    }

    private static Object[] in(Language language, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Text text ? text.in(language) : argument)
                .toArray();
    }

    /** The texts that come with the program, for what is no part of an application, as a ruling is. */
    public static Messages ofProgram() {
        return Program.MESSAGES;
    }

    private static final class Program {
        private static final Messages MESSAGES = new Messages();
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
