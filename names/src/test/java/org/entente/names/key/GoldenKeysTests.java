package org.entente.names.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.NameText;
import org.entente.names.TestNames;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.OpenProfile;
import org.junit.jupiter.api.Test;

/** T5: keys are the same on every platform, because no platform is asked. */
class GoldenKeysTests {
    private static final Pattern PLATFORM = Pattern.compile(
            "\\.toLowerCase\\(|\\.toUpperCase\\(|equalsIgnoreCase|java\\.text\\.|\\\\\\\\p\\{|(?<!U)Character\\.(is(Letter|Digit|Upper|Lower"
                    + "|Alphabetic|White|Space)|to(Upper|Lower)|getType)|\\.strip\\(|\\.trim\\(|isBlank");

    @Test
    void keys_are_those_of_the_golden_file() throws IOException {
        KeyMaker keys = new KeyMaker(Alphabet.of(OpenProfile.get()));
        String made = TestNames.ALL.stream()
                        .map(name -> line(keys.of(NameText.of(name))))
                        .collect(Collectors.joining("\n"))
                + "\n";
        if (Boolean.getBoolean("entente.golden")) {
            Files.writeString(Path.of("src/test/resources/org/entente/names/key/keys.txt"), made);
        }
        try (var golden = GoldenKeysTests.class.getResourceAsStream("keys.txt")) {
            assertThat(golden).isNotNull();
            assertThat(made).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void no_key_letter_or_order_asks_the_platform_about_a_character() throws IOException {
        Path sources = Path.of("src/main/java/org/entente/names");
        for (String part : List.of("key", "letters", "collation")) {
            try (Stream<Path> files = Files.list(sources.resolve(part))) {
                for (Path file : files.toList()) {
                    String text = Files.readString(file).replaceAll("UCharacter\\.to(Upper|Lower)Case", "");
                    assertThat(PLATFORM.matcher(text).results().map(found -> found.group()))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
    }

    private static String line(NameKeys keys) {
        return String.join("\t", keys.stored(), keys.identity(), String.join(" ", new TreeSet<>(keys.search())));
    }
}
