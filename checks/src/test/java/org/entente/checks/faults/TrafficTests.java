package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** A mirror asks in another order each time, so that a request may come again somewhat sooner. */
    private static final Duration SOONER_THAN_ANY_ROUND = MIRROR_EVERY.dividedBy(2);

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

    /** The same bytes, each time by the mirror's schedule and none between. */
    private static void assertSame(Traffic used, Traffic idle) {
        assertThat(used.different()).isEqualTo(idle.different());
        for (Traffic traffic : List.of(idle, used)) {
            assertThat(traffic.pauses())
                    .isNotEmpty()
                    .allSatisfy(pause -> assertThat(pause).isGreaterThan(SOONER_THAN_ANY_ROUND));
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
        List.of(provinces.quebec(), provinces.columbia()).forEach(TrafficTests::keepTalksForLater);
        Deque<Holder.Copy> copies = new ArrayDeque<>(provinces.copies(
                provinces.quebec().door(), provinces.residents().next(), count + 1));
        Provinces.until("the status list at the verifier", () -> verifier.accepts(copies.peek()));
        copies.pop();
        Provinces.until(
                "a schedule on which nothing is new", () -> quietly(() -> {}).isSteady());
        return copies;
    }

    /** What is said of talks under way has a schedule of its own, with ever longer pauses; it is not due in this hour. */
    private static void keepTalksForLater(PairedNode node) {
        try (Connection connection = node.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update agreements.ententes set tell_after = now() + interval '1 hour'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String status(Holder.Copy copy) {
        return Door.path(URI.create(
                copy.credential().claims().at("/status/status_list/uri").asString("")));
    }
}
