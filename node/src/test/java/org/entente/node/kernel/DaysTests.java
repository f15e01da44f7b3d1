package org.entente.node.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTests {
    @Test
    void a_day_is_year_month_and_day() {
        assertThat(Days.parse("1984-02-29")).contains(LocalDate.of(1984, 2, 29));
        assertThat(Days.parse("9999-12-31")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1984-02-30",
                "84-02-28",
                "1984-2-28",
                "0000-01-01",
                "-0001-01-01",
                "+12345-01-01",
                "1984-02-28Z",
                "١٩٨٤-٠٢-٢٨",
                "+999999999-12-31"
            })
    void is_no_day(String text) {
        assertThat(Days.parse(text)).isEmpty();
    }
}
