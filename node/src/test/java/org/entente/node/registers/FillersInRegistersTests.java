package org.entente.node.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.names.Name;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.node.ObjectNode;

/** No filler of a register becomes a name, or a part of one; damage is refused. */
class FillersInRegistersTests {
    private static final String HEADINGS = "number,born,code,name,given,family,other,call\n";

    @Test
    void a_filler_for_a_part_is_no_part() {
        for (String filler : List.of("FNU", "xxx", "Unknown", "-", ".", "Sans nom", "N/A")) {
            ObjectNode claims = read("A1,1990-01-01,AAAA,Iqaluit," + filler + ",Iqaluit,,Iqaluit");

            assertThat(claims.has("given_name")).as(filler).isFalse();
            assertThat(claims.path("family_name").stringValue()).isEqualTo("Iqaluit");
            assertThat(claims.path("ca_names").path(0).has("given_name")).isFalse();
        }
    }

    @Test
    void a_filler_in_the_whole_name_is_left_out_word_by_word() {
        assertThat(read("A1,1990-01-01,AAAA,FNU Iqaluit,FNU,Iqaluit,,x")
                        .path("name")
                        .stringValue())
                .isEqualTo("Iqaluit");
        assertThat(read("A1,1990-01-01,AAAA,Iqaluit xxx,,,,x").toString()).doesNotContain("xxx");
        assertThat(read("A1,1990-01-01,AAAA,Malcolm X,Malcolm,X,,x")
                        .path("name")
                        .stringValue())
                .isEqualTo("Malcolm X");
    }

    @Test
    void a_name_that_is_nothing_else_is_none_and_the_row_stays() {
        ObjectNode claims = read("A1,1990-01-01,AAAA,Iqaluit,,,-,N/A");

        assertThat(claims.path("ca_names")).hasSize(1);
        assertThat(claims.has("given_name#fr")).as("a claim of its own column").isFalse();
        assertThat(read("A1,1990-01-01,AAAA,Unknown,,,,x").has("name")).isFalse();
    }

    @Test
    void a_letter_that_was_lost_is_named_and_not_imported() {
        assertThatThrownBy(() -> read("A1,1990-01-01,AAAA,Tł\uFFFDchǫ,,,,x"))
                .hasMessageContaining("line 2, column name: a letter was lost before it came here (U+FFFD)")
                .hasMessageNotContaining("Tł");
        assertThatThrownBy(() -> read("A1,1990-01-01,AAAA,Behchokǫ̀,Beh\uFFFD,,,x"))
                .hasMessageContaining("column given");
        assertThatThrownBy(() -> read("A1,1990-01-01,AAAA,Percé,,,,Perc\uFFFD"))
                .as("a claim of its own column")
                .hasMessageContaining("U+FFFD");
    }

    @Test
    void a_name_in_a_column_of_its_own_is_stored_as_every_other() {
        assertThat(read("A1,1990-01-01,AAAA,Iqaluit,,,,Perce\u0301")
                        .path("given_name#fr")
                        .stringValue())
                .isEqualTo("Perc\u00e9");
        assertThatThrownBy(() -> read("A1,1990-01-01,AAAA,Iqaluit,,,,Perc\u202e"))
                .hasMessageContaining("line 2, column call")
                .hasMessageNotContaining("Perc");
    }

    @Test
    void how_many_were_left_out_is_counted_and_nothing_else_is() {
        String rows = "A1,1990-01-01,AAAA,FNU Iqaluit,FNU,Iqaluit,,x\nA2,1990-01-01,AAAA,Percé,,,-,N/A";

        assertThat(count(rows)).isEqualTo(new RegisterFile.Count(2, 4));
        assertThat(count("A1,1990-01-01,AAAA,Malcolm X,Malcolm,X,,x").fillers()).isZero();
    }

    private static RegisterFile.Count count(String rows) {
        RegisterFile register = register(rows);
        return register.read(register.digest(), batch -> Set.of());
    }

    private static ObjectNode read(String row) {
        RegisterFile register = register(row);
        List<ObjectNode> claims = new ArrayList<>();
        register.read(register.digest(), rows -> {
            rows.stream().map(Row::claims).forEach(claims::add);
            return Set.of();
        });
        return claims.getFirst();
    }

    private static RegisterFile register(String row) {
        return new RegisterFile(new RegistersSettings.Source(
                "residents",
                new Text("Résidents", "Residents"),
                new ByteArrayResource((HEADINGS + row + "\n").getBytes(StandardCharsets.UTF_8)),
                new RegistersSettings.Columns(
                        "number",
                        "born",
                        "code",
                        List.of(new RegistersSettings.ClaimColumn("given_name#fr", "call")),
                        List.of(
                                new RegistersSettings.NameColumns(Name.Kind.LEGAL, "name", "given", "family", ""),
                                new RegistersSettings.NameColumns(Name.Kind.TRADITIONAL, "other", "", "", ""))),
                0));
    }
}
