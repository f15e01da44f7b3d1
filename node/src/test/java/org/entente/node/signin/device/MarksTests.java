package org.entente.node.signin.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksTests {
    @Test
    void a_fresh_mark_comes_first_and_takes_the_place_of_the_same_accounts() {
        Marks marks = Marks.NONE.with(mark(1), "").with(mark(2), "").with(mark(3), mark(1));
        assertThat(marks.tokens()).containsExactly(mark(3), mark(2));
        assertThat(Marks.read(marks.text())).isEqualTo(marks);
    }

    @Test
    void whoever_was_away_longest_gives_way_to_a_sixth() {
        Marks marks = Marks.NONE;
        for (int i = 1; i <= 6; i++) {
            marks = marks.with(mark(i), "");
        }
        assertThat(marks.tokens()).containsExactly(mark(6), mark(5), mark(4), mark(3), mark(2));
        assertThat(Marks.read(marks.text())).isEqualTo(marks);
    }

    @Test
    void a_cookie_of_anything_else_holds_no_mark() {
        String six = String.join(
                ".", IntStream.range(0, 6).mapToObj(MarksTests::mark).toList());
        for (String text : List.of("", ".", mark(1) + ".", mark(1) + "!", "x", six, ".".repeat(100_000))) {
            assertThat(Marks.read(text)).isEqualTo(Marks.NONE);
        }
    }

    private static String mark(int number) {
        return ("" + number).repeat(43);
    }
}
