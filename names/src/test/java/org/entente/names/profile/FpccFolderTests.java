package org.entente.names.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.names.PublishedAlphabets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FpccFolderTests {
    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws IOException {
        write("bc_language_metadata_2025.csv", """
                Language ID,Language Name,Alternate Names,Keywords for Communities Where Language is Spoken,BCP 47 Language Code
                "1","One","","","oji"
                """);
        write("firstvoices_sites_metadata_2025.csv", """
                Site ID,Slug,FirstVoices Site Name,URL,Language Name,Language ID
                "a","one","The ""One\""","https://example","One","1"
                """);
        write("one/alphabet_ordering.csv", """
                Sort Order,Character,Approximate Latin Form(s)
                "20","k̓","k' kk"
                "3","a",""
                """);
        write("one/confusable_characters.csv", """
                Confusable,Canonical Character
                "k̕","k̓"
                "k̓","k̓"
                """);
        write("one/ignored_characters.csv", "Ignored Character\r\n\"-\"");
    }

    @Test
    void loads_an_alphabet_in_its_order_with_all_that_is_said_of_it() throws IOException {
        Profile profile = FpccFolder.load(folder).profiles().getFirst();

        assertThat(profile.id()).isEqualTo("fpcc:one");
        assertThat(profile.name()).isEqualTo("The \"One\"");
        assertThat(profile.bcp47()).isEqualTo("oj");
        assertThat(profile.alphabet()).containsExactly("a", "k̓");
        assertThat(profile.confusables()).containsOnlyKeys("k̕");
        assertThat(profile.ignored()).containsExactly("-");
        assertThat(profile.romanisations().getFirst().signs().get("k̓")).containsExactly("k'", "kk");
        assertThat(profile.casing()).isEqualTo(Casing.UNSTATED);
        assertThat(profile.status()).isEqualTo(Status.DRAFT);
        assertThat(profile.authority().source()).contains("First Peoples' Cultural Council");
    }

    @Test
    void another_content_is_another_version() throws IOException {
        String before = FpccFolder.load(folder).profiles().getFirst().version();
        write("one/ignored_characters.csv", "Ignored Character\n\"_\"\n");

        assertThat(FpccFolder.load(folder).profiles().getFirst().version()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"Character,Sort;columns", "Sort Order,Character,Approximate Latin Form(s)\\nx,a,;x"})
    void a_damaged_alphabet_is_named_and_the_others_are_loaded(String content, String reason) throws IOException {
        write("two/alphabet_ordering.csv", content.replace("\\n", "\n"));

        FpccFolder.Loaded loaded = FpccFolder.load(folder);

        assertThat(loaded.profiles()).hasSize(1);
        assertThat(loaded.unreadable()).containsOnlyKeys("two");
        assertThat(loaded.unreadable().get("two")).contains(reason);
    }

    @Test
    void what_is_not_utf8_is_not_guessed_at() throws IOException {
        Files.write(
                folder.resolve("one/ignored_characters.csv"),
                "Ignored Character\né\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(FpccFolder.load(folder).unreadable()).containsKey("one");
    }

    @Test
    void refuses_a_folder_of_something_else() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatIllegalArgumentException().isThrownBy(() -> FpccFolder.load(empty));
        assertThatThrownBy(() -> FpccFolder.load(folder.resolve("nowhere"))).isInstanceOf(IOException.class);
    }

    @Test
    void all_seventy_four_published_alphabets_load() {
        assertThat(PublishedAlphabets.all()).hasSize(74).allSatisfy(profile -> {
            assertThat(profile.alphabet()).isNotEmpty();
            assertThat(profile.status()).isEqualTo(Status.DRAFT);
        });
        assertThat(PublishedAlphabets.named("sencoten").casing()).isEqualTo(Casing.CAPITALS_ONLY);
        assertThat(PublishedAlphabets.named("halqemeylem").casing()).isEqualTo(Casing.BICAMERAL);
        assertThat(PublishedAlphabets.named("sguuxs").bcp47()).isEqualTo("tsi-x-sou");
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
