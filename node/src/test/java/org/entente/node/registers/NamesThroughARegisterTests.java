package org.entente.node.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.Name;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.ProbeFile;
import org.entente.names.barrier.door.ReturnedFile;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.Interview;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** The audit's file of probes goes through a register's import as an operator would put it through. */
class NamesThroughARegisterTests {
    @Test
    void an_imported_register_has_no_barrier_to_names() {
        StringBuilder file = new StringBuilder("number,born,code,name\r\n");
        List<String> names = ProbeFile.names();
        for (int i = 0; i < names.size(); i++) {
            file.append("N")
                    .append(i + 1)
                    .append(",1990-01-01,K7QM,\"")
                    .append(names.get(i))
                    .append("\"\r\n");
        }
        StringBuilder returned = new StringBuilder("number,name\r\n");
        for (Row row : read(file.toString())) {
            returned.append(row.id().number().substring(1))
                    .append(",\"")
                    .append(row.claims().path("name").asString(""))
                    .append("\"\r\n");
        }

        try (Door door = ReturnedFile.read(returned.toString().getBytes(StandardCharsets.UTF_8))) {
            Map<String, Finding> findings = Interview.silent().at(door);

            assertThat(names).hasSizeGreaterThan(30);
            assertThat(findings).allSatisfy((id, finding) -> assertThat(finding).isNotInstanceOf(Finding.Found.class));
        }
    }

    private static List<Row> read(String file) {
        RegisterFile register = new RegisterFile(new RegistersSettings.Source(
                "residents",
                new Text("Résidents", "Residents"),
                new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)),
                new RegistersSettings.Columns(
                        "number",
                        "born",
                        "code",
                        List.of(new RegistersSettings.ClaimColumn("birthdate", "born")),
                        List.of(new RegistersSettings.NameColumns(Name.Kind.LEGAL, "name", "", "", ""))),
                0));
        List<Row> rows = new ArrayList<>();
        register.read(register.digest(), some -> {
            rows.addAll(some);
            return Set.of();
        });
        return rows;
    }
}
