package org.entente.names.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {
    @ParameterizedTest
    @CsvSource({
        "1987, 1987-01-01, 1987-12-31",
        "1988-02, 1988-02-01, 1988-02-29",
        "1987-06-15, 1987-06-15, 1987-06-15",
        "0001, 0001-01-01, 0001-12-31",
        "9999-12, 9999-12-01, 9999-12-31"
    })
    void lasts_from_its_first_day_to_its_last(String value, LocalDate first, LocalDate last) {
        PartialDate date = new PartialDate(value);

        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000",
                "198",
                "1987-00",
                "1987-13",
                "1987-02-29",
                "1987-6",
                "1987-06-15T00:00",
                "-1987",
                "1987-"
            })
    void is_of_the_calendar(String other) {
        assertThat(PartialDate.read(other)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(other));
    }

    @Property(tries = 300)
    void no_text_breaks_it(@ForAll String any) {
        PartialDate.read(any).ifPresent(date -> assertThat(date.first()).isBeforeOrEqualTo(date.last()));
    }

    @Test
    void a_name_is_borne_until_the_time_in_which_it_began_or_later() {
        Optional<PartialDate> year = PartialDate.read("1987");

        assertThat(new Validity(year, PartialDate.read("1987-01")).since()).isEqualTo(year);
        assertThat(new Validity(PartialDate.read("1987-06"), year).borne().until())
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(year, PartialDate.read("1986-12-31")));
    }
}
