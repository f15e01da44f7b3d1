package org.entente.node.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.node.TestNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that was imported when less was a fault stops no node that starts anew with it. */
class RegisterOfBeforeTests {
    private static final String HEADER =
            "numero,naissance,code,prenom,nom,nom_complet,ville,rue,code_postal,nom_t,langue_t\n";

    @Test
    void what_was_imported_stays_where_the_same_file_is_a_fault_now(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(file, HEADER + "A1,1990-01-01,AAAA,,,Percé,,,,,\n");
        try (TestNode node = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            Files.writeString(file, HEADER + "A1,1990-01-01,AAAA,,,Perc\uFFFD,,,,,\n");
            assertThatThrownBy(() -> TestRegister.reimport(node)).isInstanceOf(ImportFailed.class);

            node.bean(JdbcClient.class)
                    .sql("update registers.imports set digest = :digest")
                    .param("digest", asReadBefore(node))
                    .update();
            TestRegister.reimport(node);
            assertThat(node.bean(Registers.class)
                            .find(new RecordId(TestRegister.ID, "A1"))
                            .orElseThrow()
                            .claims()
                            .path("name")
                            .asString())
                    .isEqualTo("Percé");

            Files.writeString(file, HEADER + "A1,1990-01-01,AAAA,,,Percé,Gaspé,,,,\n");
            TestRegister.reimport(node);
            Files.writeString(file, HEADER + "A1,1990-01-01,AAAA,,,Perc\uFFFD,,,,,\n");
            assertThatThrownBy(() -> TestRegister.reimport(node))
                    .as("a new file")
                    .isInstanceOf(ImportFailed.class);
        }
    }

    private static byte[] asReadBefore(TestNode node) {
        return new RegisterFile(node.bean(RegistersSettings.class).sources().getFirst()).digestBefore();
    }
}
