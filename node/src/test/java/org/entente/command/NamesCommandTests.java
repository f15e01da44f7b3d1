package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesCommandTests {
    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws IOException {
        Path alphabet = Files.createDirectories(folder.resolve("published/one"));
        Files.writeString(alphabet.resolve("alphabet_ordering.csv"), """
                Sort Order,Character,Approximate Latin Form(s)
                "1","q̓",""
                "2","a",""
                """);
        Files.writeString(alphabet.resolve("confusable_characters.csv"), """
                Confusable,Canonical Character
                "q̕","q̓"
                """);
    }

    @Test
    void imports_a_published_folder_and_uses_what_it_wrote() {
        String profiles = folder.resolve("profiles").toString();

        assertThat(said("import", folder.resolve("published").toString(), "--into", profiles))
                .startsWith("1 profiles written to")
                .contains("drafts", "First Peoples' Cultural Council");
        assertThat(said("profiles", "--profiles", profiles)).contains("fpcc:one\tund\tunstated\t2 letters\tdraft");
        assertThat(said("validate", "--profiles", profiles, "--profile", "fpcc:one", "q̕az"))
                .contains("q̕az\tU+0071 U+0315 U+0061 U+007A")
                .contains("outside the alphabet: z  U+007A  (kept as written)")
                .contains("did you mean q̓  U+0071 U+0313  for  U+0071 U+0315?");
    }

    @Test
    void sorts_by_the_alphabet() throws IOException {
        Path names = Files.writeString(folder.resolve("names.txt"), "aa\nq̓a\n\naq̓\n");

        assertThat(said(
                        "sort",
                        names.toString(),
                        "--profiles",
                        folder.resolve("published").toString(),
                        "--profile",
                        "fpcc:one"))
                .isEqualTo("q̓a\naq̓\naa\n");
    }

    @Test
    void says_keys_and_forms() {
        assertThat(said("keys", "--profile", "entente:iu-cans-draft", "ᐃᖃᓗᐃᑦ"))
                .contains("K1 ᐃᖃᓗᐃᑦ", "K4 iqaluit", "entente:iu-cans-draft@1");
        assertThat(said("forms", "--profile", "entente:iu-cans-draft", "ᐃᖃᓗᐃᑦ")).contains("icao-mrz-td3\tIQALUIT");
        assertThat(said("forms", "ᐃᖃᓗᐃᑦ")).contains("to be written by a person; no rule for: ᐃ ᖃ ᓗ ᑦ");
    }

    @Test
    void says_what_it_did_not_understand() {
        assertNotUnderstood();
        assertNotUnderstood("shout", "Gaspé");
        assertNotUnderstood("validate", "--profile", "nobody:knows", "Gaspé");
        assertNotUnderstood("import", folder.resolve("published").toString());
        assertNotUnderstood("import", folder.toString(), "--into", "x");
        assertNotUnderstood("sort", folder.resolve("nowhere").toString());
    }

    private static void assertNotUnderstood(String... words) {
        assertThatExceptionOfType(NotUnderstood.class).isThrownBy(() -> said(words));
    }

    private static String said(String... words) {
        List<String> line = new ArrayList<>(List.of("names"));
        line.addAll(List.of(words));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NamesCommand.run(new Words(line), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
