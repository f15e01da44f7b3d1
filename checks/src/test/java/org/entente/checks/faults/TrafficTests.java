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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.TestParties;
import org.entente.node.verification.check.CheckStep;
import org.entente.protocols.json.Json;
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
    private static final int AT_ONCE = 2;
    private static final Duration WHILE = Duration.ofSeconds(14);

    /** What no presentation from outside brings about. */
    private static final Map<String, String> NOT_FROM_OUTSIDE = Map.of(
            "authority", "the ruling names who has none first",
            "issuer-binding", "needs another organisation of the issuer's government that signs in its name",
            "validity", "needs an attestation of the issuer's that has ended",
            "entente", "this verifier holds an entente",
            "in-step", "needs a depositary that lies",
            "in-force", "needs a day outside the term",
            "verifier", "a client asks for its own organisation alone",
            "purpose", "a client asks for its own purposes alone",
            "freshness", "needs a depositary and half of the parties that are silent for hours",
            "clause-text", "needs a text that changed without its clauses");

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

    /**
     * A verifier that refuses has most reason to ask back: about a status, an issuer, a key. Each refusal that can be made from
     * outside is made, each in a while of its own moments.
     */
    @Test
    void the_issuers_government_receives_the_same_whatever_is_refused() {
        Deque<Holder.Copy> copies = copies(SHOWN);
        Deque<Refusal> refusals = new ArrayDeque<>(List.of(Refusal.values()));
        Holder.Copy revoked = revoked();
        Traffic idle = quietly(() -> {});
        while (!refusals.isEmpty()) {
            Traffic refused = quietly(() -> {
                for (int i = 0; i < AT_ONCE && !refusals.isEmpty(); i++) {
                    Refusal refusal = refusals.pop();
                    // Who is refused may come again with the same copy.
                    Holder.Copy copy = copies.pop();
                    copies.addLast(copy);
                    refusal.play(verifier, provinces.columbia(), refusal == Refusal.STATUS ? revoked : copy);
                }
            });
            assertSame(refused, idle);
        }
    }

    @Test
    void the_issuers_government_receives_the_same_while_its_part_is_suspended() {
        Deque<Holder.Copy> copies = copies(1);
        Holder.Copy copy = copies.pop();
        Verifier.Question before = verifier.ask();
        Ministry columbia = new Ministry(provinces.columbia().door());
        String suspensions = "/api/ententes/" + TestParties.NAME + "/suspensions";
        String id = columbia.post(suspensions, Json.newObject().put("direction", "acceptance"))
                .expect(202)
                .json()
                .path("act")
                .asString("");
        try {
            Provinces.until("a refusal", () -> verifier.start(verifier.wanted()).status() == 403);
            Provinces.until(
                    "a schedule on which nothing is new",
                    () -> quietly(() -> {}).isSteady());
            Traffic idle = quietly(() -> {});
            assertThat(verifier.take(before, Verifier.show(before, copy)).text())
                    .contains("step standing");
            Traffic refused = quietly(
                    () -> assertThat(verifier.start(verifier.wanted()).text()).contains("\"standing\""));
            assertSame(refused, idle);
        } finally {
            columbia.delete(suspensions + "/" + id).expect(202);
        }
    }

    /** Whatever is checked is refused here, or it is said why it cannot be from outside. */
    @Test
    void every_step_that_can_fail_is_refused() {
        Set<String> steps = Stream.concat(
                        Stream.of(CheckStep.values()).map(CheckStep::id),
                        Stream.of(RulingStep.values()).map(RulingStep::id))
                .collect(Collectors.toSet());
        Set<String> played = Stream.of(Refusal.values()).map(Refusal::step).collect(Collectors.toSet());

        assertThat(Stream.of(played, NOT_FROM_OUTSIDE.keySet(), Set.of("standing", ""))
                        .flatMap(Set::stream))
                .containsAll(steps);
        assertThat(NOT_FROM_OUTSIDE.keySet()).doesNotContainAnyElementsOf(played);
    }

    /** A copy whose revocation the verifier has heard of. */
    private Holder.Copy revoked() {
        Residents.Resident resident = provinces.residents().next();
        Holder.Copy copy =
                provinces.copies(provinces.quebec().door(), resident, 1).getFirst();
        Provinces.until("the status list at the verifier", () -> verifier.accepts(copy));
        new Ministry(provinces.quebec().door()).revoke(resident.number());
        Provinces.until("the revocation at the verifier", () -> !verifier.isAccepted(copy));
        Provinces.until(
                "a schedule on which nothing is new", () -> quietly(() -> {}).isSteady());
        return copy;
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
