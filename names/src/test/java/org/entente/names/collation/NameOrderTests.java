package org.entente.names.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.names.NameReading.Accepted;
import org.entente.names.NameText;
import org.entente.names.TestProfiles;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.Casing;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Test;

class NameOrderTests {
    private static final NameOrders ORDERS = new NameOrders(4);

    private final NameOrder salish = ORDERS.of(TestProfiles.SALISH);

    @Test
    void letters_of_several_signs_have_their_own_place() {
        assertThat(sorted("ʔa", "wa", "kwa", "ka", "q̓ʷa", "q̓a", "ma", "kma", "a"))
                .containsExactly("a", "ka", "kma", "kwa", "ma", "q̓a", "q̓ʷa", "wa", "ʔa");
    }

    @Test
    void letters_of_other_alphabets_come_after_its_own() {
        assertThat(sorted("zeta", "beta", "ʔa", "ka")).containsExactly("ka", "ʔa", "beta", "zeta");
    }

    @Test
    void ignored_marks_and_other_forms_of_a_letter_weigh_least() {
        assertThat(sorted("k_am", "kaw", "kak", "KAm", "kám")).containsExactly("kak", "k_am", "kám", "KAm", "kaw");
    }

    @Test
    void equal_in_order_is_the_same_text() {
        assertThat(salish.compare(NameText.of("ka"), NameText.of("k_a"))).isNotZero();
        assertThat(salish.compare(NameText.of("ká"), NameText.of("ka\u0301"))).isZero();
    }

    @Test
    void signs_that_mean_something_in_rules_are_letters_all_the_same() {
        Profile profile = Profile.draft(
                "test:signs",
                "1",
                "und",
                "Latn",
                Casing.UNICAMERAL,
                List.of("'", "&", "<", "[", "#", "@", "\\", "a·", ":", ",", "-", "7", "8"));
        NameOrder order = ORDERS.of(profile);
        List<NameText> published = profile.alphabet().stream().map(NameText::of).toList();

        assertThat(published.reversed().stream().sorted(order)).containsExactlyElementsOf(published);
    }

    @Test
    void an_open_profile_sorts_as_the_root_does() {
        NameOrder order = ORDERS.of(OpenProfile.get());

        assertThat(Stream.of("b", "a", "A", "á").map(NameText::of).sorted(order).map(NameText::value))
                .containsExactly("a", "A", "á", "b");
    }

    @Test
    void an_index_has_a_heading_for_every_letter() {
        NameIndex index = NameIndex.of(
                Stream.of("Kwa", "ka", "ʔam", "beta", "q̓a").map(NameText::of).toList(),
                Alphabet.of(TestProfiles.SALISH),
                ORDERS);

        assertThat(index.headings().keySet()).containsExactly("k", "kw", "q̓", "ʔ", NameIndex.OTHERS);
    }

    @Property(tries = 200)
    void sort_keys_have_the_order_of_the_names(@ForAll String one, @ForAll String other) {
        if (NameText.read(one) instanceof Accepted(NameText a)
                && NameText.read(other) instanceof Accepted(NameText b)) {
            int keys = Integer.signum(Arrays.compareUnsigned(salish.sortKey(a), salish.sortKey(b)));
            assertThat(keys).isEqualTo(Integer.signum(salish.compare(a, b)));
        }
    }

    @Test
    void many_threads_share_one_order_of_each_profile() throws Exception {
        NameOrders orders = new NameOrders(2);
        Set<NameOrder> made = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.submit(() -> {
                    NameOrder order = orders.of(TestProfiles.SALISH);
                    made.add(order);
                    return order.compare(NameText.of("ka"), NameText.of("kwa"));
                });
            }
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void keeps_no_more_orders_than_it_was_told() {
        NameOrders orders = new NameOrders(1);
        NameOrder first = orders.of(OpenProfile.get());
        assertThat(orders.of(OpenProfile.get())).isSameAs(first);

        orders.of(TestProfiles.SALISH);

        assertThat(orders.of(OpenProfile.get())).isNotSameAs(first);
        assertThatIllegalArgumentException().isThrownBy(() -> new NameOrders(0));
    }

    private List<String> sorted(String... names) {
        return Stream.of(names)
                .map(NameText::of)
                .sorted(salish)
                .map(NameText::value)
                .toList();
    }
}
