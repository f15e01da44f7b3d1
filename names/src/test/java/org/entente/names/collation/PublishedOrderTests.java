package org.entente.names.collation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.entente.names.NameText;
import org.entente.names.PublishedAlphabets;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** T2: every published alphabet sorts as it was published. */
class PublishedOrderTests {
    @TestFactory
    Stream<DynamicTest> sorts_as_published() {
        return PublishedAlphabets.all().stream()
                .map(profile -> DynamicTest.dynamicTest(profile.id(), () -> requireOrder(profile)));
    }

    private static void requireOrder(Profile profile) {
        NameOrder order = new NameOrder(profile);
        List<NameText> published = profile.alphabet().stream().map(NameText::of).toList();
        List<NameText> shuffled = new ArrayList<>(published);
        Collections.shuffle(shuffled, new Random(74));
        shuffled.sort(order);

        assertThat(shuffled).isEqualTo(published);
        for (int i = 1; i < published.size(); i++) {
            NameText before = published.get(i - 1);
            NameText after = published.get(i);
            assertThat(order.compare(before, after)).isNegative();
            assertThat(order.compare(after, before)).isPositive();
            assertThat(java.util.Arrays.compareUnsigned(order.sortKey(before), order.sortKey(after)))
                    .isNegative();
        }
    }
}
