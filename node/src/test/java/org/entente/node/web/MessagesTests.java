package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.Language;
import org.junit.jupiter.api.Test;

class MessagesTests {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-z0-9._-]+)\"");
    private static final Pattern FRENCH_SPACING = Pattern.compile("[^\\u00a0\\u202f][:;!?»]|«[^\\u00a0\\u202f]|'");
    private static final Pattern ENGLISH_SPACING = Pattern.compile("'");

    private final Messages messages = new Messages();
    private final Map<String, String> french = messages.catalogue(Language.FR);
    private final Map<String, String> english = messages.catalogue(Language.EN);

    @Test
    void both_languages_say_the_same_things() {
        assertThat(french.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void both_languages_are_written_and_neither_is_a_copy() {
        assertThat(french.entrySet().stream()
                        .filter(text -> text.getValue().equals(english.get(text.getKey())))
                        .filter(text -> text.getValue().strip().contains(" "))
                        .map(Map.Entry::getKey))
                .as("the same in both languages, and more than a word that both have")
                .isEmpty();
    }

    @Test
    void a_text_takes_the_same_arguments_in_both_languages() {
        assertThat(french.keySet().stream()
                        .filter(key -> !arguments(french, key).equals(arguments(english, key))))
                .isEmpty();
    }

    @Test
    void every_text_is_used() throws IOException {
        Set<String> said = literals();
        assertThat(french.keySet().stream().filter(key -> !isUsed(key, said))).isEmpty();
    }

    @Test
    void every_text_that_is_asked_for_exists() throws IOException {
        Set<String> rooms = french.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Pattern said = Pattern.compile(
                "(?:say|FormErrors\\.of|\\.with)\\((?:[^\"()]|\\(\\))*?\"([a-z]+\\.[a-z0-9._-]+)\"\\s*[,)]");
        Set<String> missing = new TreeSet<>();
        for (Path source : sources()) {
            Matcher matcher = said.matcher(Files.readString(source));
            while (matcher.find()) {
                String key = matcher.group(1);
                if (rooms.contains(key.substring(0, key.indexOf('.'))) && !french.containsKey(key)) {
                    missing.add(source.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void french_is_set_as_french_is() {
        assertThat(french.entrySet().stream()
                        .filter(text -> FRENCH_SPACING
                                .matcher(withoutPatterns(text.getValue()))
                                .find()))
                .as("no-break space before : ; ! ? » and after «; ’ for the apostrophe")
                .isEmpty();
    }

    @Test
    void english_has_its_apostrophe() {
        assertThat(english.entrySet().stream()
                        .filter(text -> ENGLISH_SPACING.matcher(text.getValue()).find()))
                .isEmpty();
    }

    private static Set<String> arguments(Map<String, String> catalogue, String key) {
        String pattern = catalogue.getOrDefault(key, "");
        return new MessageFormat(pattern).getArgumentNames().stream().collect(Collectors.toSet());
    }

    /** A text is used when its key stands in a source, or the beginning of its key up to a dot, the rest computed. */
    private static boolean isUsed(String key, Set<String> literals) {
        if (literals.contains(key)) {
            return true;
        }
        if (key.matches("[a-z]+\\.problem\\..*\\.(title|what|next)")) {
            return true;
        }
        return literals.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (Path source : sources()) {
            Matcher matcher = LITERAL.matcher(Files.readString(source));
            while (matcher.find()) {
                literals.add(matcher.group(1));
            }
        }
        return literals;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|jte|json|yaml)"))
                    .toList();
        }
    }

    private static String withoutPatterns(String text) {
        return text.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "{}").replaceAll("https?:|\\d:\\d|[a-z]+\\.[a-z]+", "");
    }
}
