package org.entente.names.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.NameText;
import org.entente.names.TestNames;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.Casing;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Test;

/** T5: keys are the same on every platform, because no platform is asked. */
class GoldenKeysTests {
    private static final Pattern PLATFORM = Pattern.compile(
            "\\.toLowerCase\\(|\\.toUpperCase\\(|equalsIgnoreCase|java\\.text\\.|\\\\\\\\p\\{|(?<!U)Character\\.(is(Letter|Digit|Upper|Lower"
                    + "|Alphabetic|White|Space)|to(Upper|Lower)|getType)|\\.strip\\(|\\.trim\\(|isBlank");

    /** Syllables written with one sign or two, pointed or not, and letters that differ by their case alone. */
    private static final List<String> MORE = List.of("ᓀᐦᐃᔭᐍᐏᐣ", "ᓀᐦᐃᔭᐁᐧᐃᐧᐣ", "ᓀᐦᐃᔭᐁᐃᐣ", "Kaska", "kaska", "KASKA");

    @Test
    void keys_are_those_of_the_golden_file() throws IOException {
        KeyMaker keys = new KeyMaker(Alphabet.of(OpenProfile.get()));

        requireGolden("keys.txt", TestNames.ALL.stream().map(name -> line(keys.of(NameText.of(name)))));
    }

    /** K2 as each orthography has it, and K4 where it romanises: what differs by profile, and not what does not. */
    @Test
    void keys_of_each_orthography_are_those_of_the_golden_file() throws IOException {
        List<Profile> profiles = new ArrayList<>(DraftProfiles.all());
        profiles.add(
                Profile.draft("test:capitals", "1", "und", "Latn", Casing.BICAMERAL, List.of("a", "k", "K", "s", "t")));

        requireGolden("keys-by-orthography.txt", profiles.stream().flatMap(GoldenKeysTests::lines));
    }

    private static Stream<String> lines(Profile profile) {
        KeyMaker keys = new KeyMaker(Alphabet.of(profile));
        return Stream.concat(TestNames.ALL.stream(), MORE.stream())
                .map(NameText::of)
                .map(keys::of)
                .map(made -> String.join(
                        "\t",
                        profile.id(),
                        made.stored(),
                        made.identity(),
                        String.join(" ", new TreeSet<>(made.roman()))));
    }

    private static void requireGolden(String file, Stream<String> lines) throws IOException {
        String made = lines.collect(Collectors.joining("\n")) + "\n";
        if (Boolean.getBoolean("entente.golden")) {
            Files.writeString(Path.of("src/test/resources/org/entente/names/key", file), made);
        }
        try (var golden = GoldenKeysTests.class.getResourceAsStream(file)) {
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
