package org.entente.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeedlesTests {
    private final Random random = new Random(1);

    @Test
    void finds_what_a_search_for_each_finds_and_nothing_else() {
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            List<String> words =
                    Stream.generate(() -> text(4 + random.nextInt(4))).limit(3).toList();
            String text = text(random.nextInt(200));
            boolean there = words.stream().anyMatch(text::contains);

            assertThat(new Needles(words).areIn(text))
                    .as("%s in %s", words, text)
                    .isEqualTo(there);
            found += there ? 1 : 0;
        }
        assertThat(found).as("texts in which one stands").isBetween(200, 1_800);
    }

    @Test
    void a_word_is_found_at_the_beginning_at_the_end_and_as_the_whole() {
        Needles needles = new Needles(List.of("wendake", "ᑰᔾᔪᐊᖅ"));

        assertThat(Stream.of("wendake", "wendake x", "x wendake", "xᑰᔾᔪᐊᖅ")).allMatch(needles::areIn);
        assertThat(Stream.of("", "wen", "wendak", "endake", "ᑰᔾᔪᐊ")).noneMatch(needles::areIn);
    }

    @Test
    void a_word_that_would_be_found_everywhere_is_refused() {
        assertThatThrownBy(() -> new Needles(List.of("abc"))).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> List.of("a", "b", "é", "ᑰ").get(random.nextInt(4)))
                .collect(Collectors.joining());
    }
}
