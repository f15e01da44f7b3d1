package org.entente.names.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyTableTests {
    @Test
    void a_table_says_a_form_for_each_sign_as_it_is_stored(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, "\uFEFFsign,form\r\nʔ,7\r\nȩ́,\"e\"\r\nʷ,\r\n");

        assertThat(AgencyTable.read(file, Repertoire.ASCII).forms()).isEqualTo(Map.of("ʔ", "7", "ȩ́", "e", "ʷ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "letter,form\nʔ,7\n",
                "sign,form\nʔ\n",
                "sign,form\n,7\n",
                "sign,form\nʔ,7\nʔ,h\n",
                "sign,form\nʔ,é\n",
                "sign,form\n\"ʔ,7\n"
            })
    void what_is_no_table_is_none(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AgencyTable.of(text, Repertoire.ASCII));
    }

    @Test
    void a_table_in_another_encoding_would_lose_letters(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, "sign,form\né,e\n".getBytes(Charset.forName("windows-1252")));

        assertThatIOException().isThrownBy(() -> AgencyTable.read(file, Repertoire.ASCII));
        Files.write(file, new byte[300_000]);
        assertThatIllegalArgumentException().isThrownBy(() -> AgencyTable.read(file, Repertoire.ASCII));
    }
}
