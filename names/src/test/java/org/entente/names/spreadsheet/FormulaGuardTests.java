package org.entente.names.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+Wolinak", "-Wolinak", "@Wolinak", "＝HYPERLINK", "'=1", "''+x", "=a\nb"})
    void what_a_spreadsheet_would_compute_is_guarded_and_read_again(String text) {
        String cell = FormulaGuard.guarded(text);

        assertThat(cell).startsWith("'").isNotEqualTo(text);
        assertThat(FormulaGuard.unguarded(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'", "ʔaq̓am", "'aqam", "''Gwich", "7idansuu", "Hul'q'umi'num'", "ȽÁU,WELṈEW̱", "a=b", "’-"})
    void nothing_else_is_touched(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguarded(text)).isEqualTo(text);
    }

    @Test
    void a_cell_that_a_spreadsheet_stripped_of_its_guard_is_read_as_it_stands() {
        assertThat(FormulaGuard.unguarded("=1+1")).isEqualTo("=1+1");
    }
}
