package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a wallet does where an issuer renews less than all, or nothing any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalRefusedTests {
    private final TestNode wallet = TestNode.wallet(Map.of());
    private final TestRenewals renewals = new TestRenewals(wallet);

    @AfterEach
    void forget() {
        wallet.bean(JdbcClient.class).sql("delete from wallet.renewals").update();
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    void an_issuer_hears_that_the_new_batch_is_kept() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer().notified()) {
            renewals.received(holder, issuer);
            renewals.due();
            assertThat(renewals.renewOne()).isTrue();
            while (wallet.bean(NotifyIssuers.class).notifyOne(Instant.now(), new IssuerTime())) {
                assertThat(issuer.notifications.heard()).hasSizeLessThan(3);
            }
            assertThat(issuer.notifications.heard()).containsExactly("credential_accepted", "credential_accepted");
        }
    }

    @Test
    void an_issuer_that_always_says_in_a_moment_is_not_waited_for_without_end() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = renewals.received(holder, issuer);
            issuer.now(Mischief.ENOUGH_FOR_A_MOMENT);
            renewals.tried(5);
            for (int tried = 5; tried < 7; tried++) {
                assertThat(attestations().isRenewalOver(kept.id())).isFalse();
                renewals.due();
                assertThat(renewals.renewOne()).isTrue();
            }
            assertThat(attestations().isRenewalOver(kept.id())).isTrue();
        }
    }

    @Test
    void where_an_issuer_has_enough_of_one_type_the_other_is_renewed() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.TWO_TYPES)) {
            renewals.received(holder, renewals.opened(holder, issuer, "residence", "card"), issuer);
            List<Attestation> kept = attestations().of(holder);
            assertThat(kept).hasSize(2);
            List<UUID> before = kept.stream()
                    .flatMap(each -> renewals.copies(each).stream())
                    .toList();
            issuer.now(Mischief.ENOUGH);
            renewals.due();
            assertThat(renewals.renewOne()).isTrue();

            assertThat(kept)
                    .filteredOn(each -> before.containsAll(renewals.copies(each)))
                    .hasSize(1);
            Instant again = attestations().renewsAt(kept.getFirst().id()).orElseThrow();
            assertThat(Duration.between(Instant.now(), again)).isBetween(Duration.ofDays(4), Duration.ofDays(5));
        }
    }

    @Test
    void a_type_of_which_there_is_no_more_is_asked_for_daily_three_times_and_then_with_the_others() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.TWO_TYPES)) {
            renewals.received(holder, renewals.opened(holder, issuer, "residence", "card"), issuer);
            issuer.now(Mischief.NO_MORE_CARDS);
            for (int day = 0; day < 3; day++) {
                assertThat(untilNext(holder)).isBetween(Duration.ofHours(23), Duration.ofHours(25));
            }
            for (int time = 0; time < 2; time++) {
                assertThat(untilNext(holder)).isGreaterThan(Duration.ofDays(30));
            }
        }
    }

    /** From a renewal that is due now to the next. */
    private Duration untilNext(PersonId holder) {
        renewals.due();
        assertThat(renewals.renewOne()).isTrue();
        UUID any = attestations().of(holder).getFirst().id();
        return Duration.between(Instant.now(), attestations().renewsAt(any).orElseThrow());
    }

    @Test
    void a_no_that_stays_ends_the_renewal_in_some_days_and_an_outage_in_a_month() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = renewals.received(holder, issuer);
            issuer.now(Mischief.LAST_COPY_FORGED);
            for (int tried = 0; tried < 7; tried++) {
                assertThat(attestations().isRenewalOver(kept.id())).isFalse();
                renewals.due();
                assertThat(renewals.renewOne()).isTrue();
            }
            assertThat(attestations().isRenewalOver(kept.id())).isTrue();
        }
        PersonId other = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = renewals.received(other, issuer);
            for (int tries : new int[] {20, 31}) {
                assertThat(attestations().isRenewalOver(kept.id())).isFalse();
                issuer.now(Mischief.FAILS_AT_CREDENTIAL_ONCE);
                renewals.tried(tries);
                renewals.due();
                assertThat(renewals.renewOne()).isTrue();
            }
            assertThat(attestations().isRenewalOver(kept.id())).isTrue();
        }
    }

    private Attestations attestations() {
        return wallet.bean(Attestations.class);
    }
}
