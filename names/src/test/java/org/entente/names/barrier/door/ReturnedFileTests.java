package org.entente.names.barrier.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.barrier.probe.Interview;
import org.entente.names.profile.CsvTable;
import org.junit.jupiter.api.Test;

class ReturnedFileTests {
    @Test
    void finds_nothing_where_everything_came_back() {
        assertThat(found(ProbeFile.write().getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(found(("\uFEFF" + ProbeFile.write()).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void finds_what_a_system_did_to_the_names() {
        assertThat(through(name ->
                        new String(name.getBytes(Charset.forName("windows-1252")), Charset.forName("windows-1252"))))
                .contains("B07", "B17", "B18", "B46");
        assertThat(through(name -> new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .contains("B17", "B46");
        assertThat(through(name -> name.toUpperCase(java.util.Locale.ROOT))).contains("B24", "B46");
        assertThat(through(name -> name.replace('’', '\'').replace('ʼ', '\''))).containsExactly("B21");
        assertThat(through(name -> name.replace("'", "’"))).containsExactly("B15", "B21");
        assertThat(through(name -> name.replace("'", "&#39;"))).contains("B48");
        assertThat(through(Normalizer2.getNFKCInstance()::normalize))
                .contains("B20")
                .doesNotContain("B17");
        assertThat(through(Normalizer2.getNFDInstance()::normalize))
                .contains("B46")
                .doesNotContain("B17");
        assertThat(through(name -> name.substring(0, Math.min(name.length(), 40))))
                .contains("B12", "B22");
        assertThat(through(name -> name.replace("ʔ", ""))).contains("B07").doesNotContain("B17");
        assertThat(through(name -> name.replaceFirst(",.*", ""))).contains("B06");
    }

    @Test
    void finds_lines_that_did_not_come_back() {
        String without = ProbeFile.write()
                .lines()
                .filter(line -> !line.contains("Siksik"))
                .reduce("", (lines, line) -> lines + line + "\r\n");

        assertThat(found(without.getBytes(StandardCharsets.UTF_8))).containsExactly("B01");
    }

    /** The words "the line did not come back" are the audit's own, and no system chose them. */
    @Test
    void says_nothing_of_what_a_file_cannot_show() {
        Map<String, Finding> findings = Interview.silent()
                .at(ReturnedFile.read("number,name\r\n1,Iqaluit\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(findings.get("B01")).isInstanceOf(Finding.Found.class);
        for (String row : List.of("B09", "B16", "B23", "B44", "B55")) {
            assertThat(findings.get(row)).as(row).isInstanceOf(Finding.NotApplicable.class);
        }
    }

    @Test
    void reads_a_file_that_is_not_unicode() {
        assertThat(found(ProbeFile.write().getBytes(Charset.forName("windows-1252"))))
                .contains("B46", "B17");
    }

    @Test
    void says_that_something_else_came_back() {
        for (String other : List.of("", "a;b\r\n1;2\r\n", "number,name\r\n\"1,x", "<html>")) {
            assertThatExceptionOfType(DoorFailed.class)
                    .isThrownBy(() -> found(other.getBytes(StandardCharsets.UTF_8)))
                    .satisfies(failed -> assertThat(failed.wording().fr()).isNotBlank());
        }
    }

    private static List<String> through(UnaryOperator<String> system) {
        StringBuilder file = new StringBuilder();
        for (List<String> row : CsvTable.rows(ProbeFile.write())) {
            String name =
                    row.get(0).equals("number") || row.get(1).equals("Iqaluit") ? row.get(1) : system.apply(row.get(1));
            file.append(row.get(0)).append(",\"").append(name).append("\"\r\n");
        }
        return found(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> found(byte[] file) {
        Map<String, Finding> findings = Interview.silent().at(ReturnedFile.read(file));
        return findings.entrySet().stream()
                .filter(row -> row.getValue().kind() == Finding.Kind.FOUND)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
