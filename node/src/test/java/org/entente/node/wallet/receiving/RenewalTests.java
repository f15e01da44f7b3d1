package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.Simultaneously;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a holder received is replaced as a whole on its day, whether it was used or not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalTests {
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
    void is_due_about_half_its_time_after_it_came_and_not_before() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            int asked = issuer.credentialRequests.get();
            Duration wait = Duration.between(
                    Instant.now(), attestations().renewsAt(kept.id()).orElseThrow());
            assertThat(wait).isBetween(Duration.ofDays(35), Duration.ofDays(55));
            assertThat(renewOne()).isFalse();
            assertThat(issuer.credentialRequests).hasValue(asked);
        }
    }

    @Test
    void all_copies_are_replaced_and_the_next_day_is_set() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            List<UUID> before = copies(kept);
            show(kept);
            due();
            assertThat(renewOne()).isTrue();

            assertThat(copies(kept)).hasSize(TestIssuer.BATCH).doesNotContainAnyElementsOf(before);
            Attestation renewed = attestations().find(holder, kept.id()).orElseThrow();
            assertThat(renewed.unused()).isEqualTo(TestIssuer.BATCH);
            assertThat(renewed.receivedAt()).isEqualTo(kept.receivedAt());
            assertThat(attestations().renewsAt(kept.id()).orElseThrow())
                    .isAfter(Instant.now().plus(Duration.ofDays(30)));
            issuer.now(Mischief.ENOUGH);
            due();
            assertThat(renewOne()).isTrue();
            Instant again = attestations().renewsAt(kept.id()).orElseThrow();
            assertThat(Duration.between(Instant.now(), again)).isBetween(Duration.ofDays(4), Duration.ofDays(5));
        }
    }

    @Test
    void an_issuer_that_fails_is_asked_again_soon_and_later_daily_and_the_copies_stay() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            List<UUID> before = copies(kept);
            issuer.now(Mischief.FAILS_AT_CREDENTIAL_ONCE);
            due();
            assertThat(renewOne()).isTrue();
            assertThat(copies(kept)).containsExactlyInAnyOrderElementsOf(before);
            Instant again = attestations().renewsAt(kept.id()).orElseThrow();
            assertThat(Duration.between(Instant.now(), again)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
            for (int i = 0; i < 2; i++) {
                issuer.now(Mischief.FAILS_AT_CREDENTIAL_ONCE);
                due();
                assertThat(renewOne()).isTrue();
            }
            again = attestations().renewsAt(kept.id()).orElseThrow();
            assertThat(Duration.between(Instant.now(), again)).isBetween(Duration.ofHours(23), Duration.ofHours(25));
            due();
            assertThat(renewOne()).isTrue();
            assertThat(copies(kept)).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void a_forged_copy_replaces_nothing() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            List<UUID> before = copies(kept);
            issuer.now(Mischief.LAST_COPY_FORGED);
            due();
            renewOne();
            assertThat(copies(kept)).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    void a_permission_that_was_withdrawn_is_forgotten_its_holder_told_and_the_copies_stay() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            List<UUID> before = copies(kept);
            issuer.authorizations.withdraw();
            due();
            assertThat(renewOne()).isTrue();
            assertThat(attestations().renewsAt(kept.id())).isEmpty();
            assertThat(attestations().isRenewalOver(kept.id())).isTrue();
            due();
            assertThat(renewOne()).isFalse();
            assertThat(copies(kept)).containsExactlyInAnyOrderElementsOf(before);
            attestations().delete(holder, kept.id());
            assertThat(wallet.bean(JdbcClient.class)
                            .sql("select count(*) from wallet.renewals")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void an_issuer_that_moved_its_endpoints_is_found_there() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            List<UUID> before = copies(kept);
            String elsewhere = issuer.id().resolve("/elsewhere/credential").toString();
            issuer.saying("credential_endpoint", elsewhere);
            due();
            assertThat(renewOne()).isTrue();
            assertThat(copies(kept)).doesNotContainAnyElementsOf(before);
            assertThat(issuer.seen()).anySatisfy(seen -> assertThat(seen.path()).isEqualTo("/elsewhere/credential"));
        }
    }

    @Test
    void an_issuer_at_which_nobody_can_sign_in_any_more_renews_all_the_same() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            List<UUID> before = copies(kept);
            issuer.saying("authorization_endpoint", "https://169.254.169.254/authorize");
            due();
            assertThat(renewOne()).isTrue();
            assertThat(copies(kept)).hasSize(TestIssuer.BATCH).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void an_issuer_that_was_waited_for_long_enough_waits_for_the_next_round_and_the_others_do_not() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer slow = new TestIssuer();
                TestIssuer quick = new TestIssuer()) {
            Attestation late = received(holder, slow);
            PersonId other = TestReceptions.somebody();
            Attestation prompt = received(other, quick);
            List<UUID> lateCopies = copies(late);
            List<UUID> promptCopies = copies(prompt);
            IssuerTime time = new IssuerTime();
            time.add(slow.id(), Duration.ofMinutes(1));
            due();
            assertThat(renewOne(time)).isTrue();
            assertThat(renewOne(time)).isTrue();
            assertThat(renewOne(time)).isFalse();

            assertThat(copies(late)).containsExactlyInAnyOrderElementsOf(lateCopies);
            assertThat(copies(prompt)).doesNotContainAnyElementsOf(promptCopies);
            assertThat(Duration.between(
                            Instant.now(), attestations().renewsAt(late.id()).orElseThrow()))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        }
    }

    @Test
    void what_its_holder_deleted_is_renewed_no_more() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Attestation kept = received(holder, issuer);
            int before = issuer.tokenRequests.get();
            attestations().delete(holder, kept.id());
            assertThat(renewOne()).as("the permission is for nothing any more").isTrue();
            due();
            assertThat(renewOne()).isFalse();
            assertThat(issuer.tokenRequests).hasValue(before);
        }
    }

    @Test
    void of_twenty_attempts_on_two_processes_one_renews() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer();
                TestNode twin = wallet.twin()) {
            received(holder, issuer);
            due();
            int before = issuer.tokenRequests.get();
            List<Boolean> renewed = Simultaneously.attempt(
                    20,
                    i -> () -> (i % 2 == 0 ? wallet : twin)
                            .bean(RenewAttestations.class)
                            .renewOne(Instant.now(), new IssuerTime()));
            assertThat(renewed).filteredOn(one -> one).hasSize(1);
            assertThat(issuer.tokenRequests.get()).isEqualTo(before + 1);
        }
    }

    private void show(Attestation kept) {
        wallet.bean(JdbcClient.class)
                .sql(
                        "update wallet.copies set shown_to = 'https://a.example', shown_at = now() where attestation = :id")
                .param("id", kept.id())
                .update();
    }

    private Attestation received(PersonId holder, TestIssuer issuer) {
        return renewals.received(holder, issuer);
    }

    private List<UUID> copies(Attestation kept) {
        return renewals.copies(kept);
    }

    private void due() {
        renewals.due();
    }

    private boolean renewOne() {
        return renewals.renewOne();
    }

    private boolean renewOne(IssuerTime time) {
        return renewals.renewOne(time);
    }

    private Attestations attestations() {
        return wallet.bean(Attestations.class);
    }
}
