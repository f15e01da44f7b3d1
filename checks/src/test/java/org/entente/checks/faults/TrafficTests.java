package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * The government that issued an attestation receives the same bytes at the same times whether or not it is used. Counted where
 * everything passes that comes to it: before its processes.
 */
@InProvinces
class TrafficTests {
    /** The mirror's pause in the demo's settings; a round takes some time besides. */
    private static final Duration MIRROR_EVERY = Duration.ofSeconds(2);

    private static final Duration A_ROUND_TAKES_LESS_THAN = Duration.ofSeconds(4);
    private static final int SHOWN = 4;
    private static final Duration WHILE = Duration.ofSeconds(14);

    private final Provinces provinces;
    private final Verifier verifier;

    TrafficTests(Provinces provinces) {
        this.provinces = provinces;
        this.verifier = new Verifier(provinces.columbia().door());
    }

    @Test
    void the_issuers_government_receives_the_same_whether_or_not_an_attestation_is_used() {
        Deque<Holder.Copy> copies = copies(2 * SHOWN);
        Traffic idle = quietly(() -> {});
        assertThat(idle.different())
                .as("what comes in each round while nothing is used")
                .hasSize(1);

        Traffic used =
                quietly(() -> assertThat(verifier.isAccepted(copies.pop())).isTrue());
        assertSame(used, idle);

        String list = status(copies.peek());
        Traffic betrayed = quietly(() -> {
            assertThat(verifier.isAccepted(copies.pop())).isTrue();
            provinces.quebec().door().get(list).expect(200);
        });
        assertThatThrownBy(() -> assertSame(betrayed, idle)).isInstanceOf(AssertionError.class);
    }

    private static void assertSame(Traffic used, Traffic idle) {
        assertThat(used.different().toList()).isEqualTo(idle.different().toList());
        for (Traffic traffic : List.of(idle, used)) {
            assertThat(traffic.pauses())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(pause ->
                            assertThat(pause).isBetween(MIRROR_EVERY, MIRROR_EVERY.plus(A_ROUND_TAKES_LESS_THAN)));
        }
    }

    /** Records for a while in which something is done several times, at moments that no schedule knows. */
    private Traffic quietly(Runnable something) {
        return provinces.quebec().balancer().recordWhile(() -> {
            for (int i = 0; i < SHOWN; i++) {
                LockSupport.parkNanos(WHILE.dividedBy(SHOWN).toNanos());
                something.run();
            }
        });
    }

    /** Copies that the verifier accepts; from then on their issuer has nothing to do with them. */
    private Deque<Holder.Copy> copies(int count) {
        Deque<Holder.Copy> copies = new ArrayDeque<>(provinces.copies(
                provinces.quebec().door(), provinces.residents().next(), count + 1));
        Provinces.until("the status list at the verifier", () -> verifier.accepts(copies.peek()));
        copies.pop();
        Provinces.until(
                "a schedule on which nothing is new",
                () -> provinces
                                .quebec()
                                .balancer()
                                .recordWhile(() -> LockSupport.parkNanos(
                                        MIRROR_EVERY.multipliedBy(5).toNanos()))
                                .different()
                                .count()
                        == 1);
        return copies;
    }

    private static String status(Holder.Copy copy) {
        return Door.path(URI.create(
                copy.credential().claims().at("/status/status_list/uri").asString("")));
    }
}
