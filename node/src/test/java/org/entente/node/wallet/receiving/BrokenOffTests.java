package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.attestations.Attestations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One process stands still in the middle of an issuance, another takes it up, and what the first still brings is dropped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenOffTests {
    private static final Duration SILENCE = Offers.LEASE.plusSeconds(60);

    private final TestNode wallet = TestNode.wallet(Map.of());
    private final TestNode twin = wallet.twin();

    @AfterAll
    void close() {
        twin.close();
        wallet.close();
    }

    /** Where an issuance stands still: before a request is dealt with (0), or before its answer leaves. */
    enum Point {
        TOKEN_ASKED("/token", 0),
        TOKEN_GIVEN("/token", 200),
        NONCE_ASKED("/nonce", 0),
        COPIES_ASKED("/credential", 0),
        COPIES_GIVEN("/credential", 200);

        private final String path;
        private final int status;

        Point(String path, int status) {
            this.path = path;
            this.status = status;
        }

        boolean is(String otherPath, int otherStatus) {
            return path.equals(otherPath) && status == otherStatus;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOKEN_GIVEN")
    void another_process_receives_it_and_the_issuer_hears_of_each_batch(Point point) {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer().notified()) {
            assertThat(received(holder, issuer, point)).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(twin.bean(Attestations.class).of(holder)).hasSize(1);
            for (Instant now : List.of(Instant.now(), Instant.now().plus(SILENCE))) {
                while (twin.bean(NotifyIssuers.class).notifyOne(now, new IssuerTime())) {
                    assertThat(issuer.notifications.heard()).hasSizeLessThan(3);
                }
            }
            assertThat(issuer.notifications.heard()).contains("credential_accepted");
            assertThat(issuer.notifications.heard())
                    .filteredOn(event -> !event.equals("credential_accepted"))
                    .hasSize(point == Point.TOKEN_ASKED ? 0 : 1)
                    .allMatch("credential_failure"::equals);
        }
    }

    @Test
    void a_code_that_was_spent_for_a_permission_that_never_arrived_is_over_and_nothing_is_half_kept() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer().notified()) {
            assertThat(received(holder, issuer, Point.TOKEN_GIVEN))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.PERMISSION, Problem.CODE_REFUSED));
            assertThat(twin.bean(Attestations.class).of(holder)).isEmpty();
        }
    }

    /** What the second process comes to; the first goes on afterwards, to no effect. */
    private ReceiveOutcome received(PersonId holder, TestIssuer issuer, Point point) {
        wallet.pause();
        twin.pause();
        TestReceptions receptions = new TestReceptions(wallet);
        UUID offer = receptions.opened(holder, issuer);
        CountDownLatch standing = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        AtomicBoolean once = new AtomicBoolean();
        issuer.watched((path, status) -> {
            if (point.is(path, status) && !once.getAndSet(true)) {
                standing.countDown();
                await(goesOn);
            }
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ReceiveOutcome> late = threads.submit(() -> receptions.accept(holder, offer, TestIssuer.CODE));
            await(standing);
            Instant later = Instant.now().plus(SILENCE);
            ReceiveOutcome outcome =
                    twin.bean(ReceiveAttestations.class).receive(holder, offer, TestIssuer.CODE, later);
            goesOn.countDown();
            assertThat(late.get()).isNotInstanceOf(ReceiveOutcome.Received.class);
            return outcome;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            goesOn.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
