package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An issuer that wants to hear what became of a batch hears it, without the holder's waiting for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsTests {
    private final TestNode wallet = TestNode.wallet(Map.of());
    private final TestReceptions receptions = new TestReceptions(wallet);
    private final PersonId holder = TestReceptions.somebody();

    @BeforeAll
    void quiet() {
        wallet.pause();
    }

    @AfterEach
    void forget() {
        wallet.bean(JdbcClient.class).sql("delete from wallet.notifications").update();
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §11 token")
    @Requirement("OID4VCI 1.0 §11.1 event")
    void hears_once_that_its_batch_is_kept() {
        try (TestIssuer issuer = new TestIssuer().notified()) {
            receptions.receive(holder, issuer);
            tellAll();
            tellAll();
            assertThat(issuer.notifications.heard()).containsExactly("credential_accepted");
            assertThat(waiting()).isZero();
        }
    }

    @Test
    void is_told_nothing_where_it_wants_to_hear_nothing() {
        try (TestIssuer issuer = new TestIssuer()) {
            receptions.receive(holder, issuer);
            assertThat(waiting()).isZero();
        }
    }

    @Test
    void is_told_again_when_it_could_not_hear() {
        try (TestIssuer issuer = new TestIssuer().notified()) {
            issuer.notifications.deafOnce();
            receptions.receive(holder, issuer);
            tellAll();
            assertThat(issuer.notifications.heard()).isEmpty();
            assertThat(waiting()).isOne();
            due();
            tellAll();
            assertThat(issuer.notifications.heard()).containsExactly("credential_accepted");
        }
    }

    @Test
    void is_told_no_more_when_the_permission_is_over() {
        try (TestIssuer issuer = new TestIssuer().notified()) {
            receptions.receive(holder, issuer);
            issuer.endTokens(Instant.EPOCH);
            tellAll();
            assertThat(issuer.notifications.heard()).isEmpty();
            assertThat(waiting()).isZero();
        }
        try (TestIssuer gone = new TestIssuer().notified()) {
            receptions.receive(holder, gone);
        }
        Instant tomorrow = Instant.now().plusSeconds(61);
        assertThat(notifyIssuers().notifyOne(tomorrow, new IssuerTime())).isFalse();
        wallet.bean(Notifications.class).forgetEnded(tomorrow);
        assertThat(waiting()).isZero();
    }

    @Test
    void hears_that_a_batch_was_not_what_it_should_be() {
        try (TestIssuer issuer = new TestIssuer(Mischief.LAST_COPY_FORGED).notified()) {
            assertThat(receptions.receives(holder, issuer)).isFalse();
            tellAll();
            assertThat(issuer.notifications.heard()).containsExactly("credential_failure");
        }
    }

    @Test
    void hears_that_the_holder_did_not_want_it() {
        try (TestIssuer issuer = new TestIssuer().notified()) {
            receptions.receive(holder, issuer);
            Attestations attestations = wallet.bean(Attestations.class);
            attestations.delete(holder, attestations.of(holder).getFirst().id());
            tellAll();
            assertThat(issuer.notifications.heard()).containsExactly("credential_deleted");
        }
        try (TestIssuer issuer = new TestIssuer().notified()) {
            UUID offer = receptions.opened(holder, issuer);
            Instant later = Instant.now().plus(Offers.LEASE).plusSeconds(60);
            issuer.watched((path, status) -> {
                if (path.equals("/credential") && status == 200) {
                    assertThat(wallet.bean(Offers.class).refuse(holder, offer, later))
                            .isTrue();
                }
            });
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
            tellAll();
            assertThat(issuer.notifications.heard()).containsExactly("credential_deleted");
        }
    }

    @Test
    void an_issuer_that_does_not_answer_keeps_no_other_from_hearing() {
        try (TestIssuer slow = new TestIssuer().notified();
                TestIssuer quick = new TestIssuer().notified()) {
            slow.notifications.answersAfter(quick.notifications);
            for (int i = 0; i < 5; i++) {
                receptions.receive(TestReceptions.somebody(), slow);
            }
            receptions.receive(holder, quick);

            Round.of(Duration.ofMinutes(1), InstantSource.system())
                    .run(time -> notifyIssuers().notifyOne(Instant.now(), time));

            assertThat(quick.notifications.heard()).containsExactly("credential_accepted");
            assertThat(slow.notifications.heard()).hasSize(5);
        }
    }

    @Test
    void what_waits_to_be_told_names_no_issuer_that_could_be_read() {
        try (TestIssuer issuer = new TestIssuer().notified()) {
            receptions.receive(holder, issuer);
            receptions.receive(TestReceptions.somebody(), issuer);
            assertThat(wallet.bean(JdbcClient.class)
                            .sql("select distinct host from wallet.notifications")
                            .query(String.class)
                            .single())
                    .matches("[A-Za-z0-9_-]{43}");
        }
    }

    private void tellAll() {
        IssuerTime time = new IssuerTime();
        while (notifyIssuers().notifyOne(Instant.now(), time)) {
            assertThat(waiting()).isLessThan(10);
        }
    }

    private NotifyIssuers notifyIssuers() {
        return wallet.bean(NotifyIssuers.class);
    }

    private void due() {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.notifications set due_at = now()")
                .update();
    }

    private int waiting() {
        return wallet.bean(JdbcClient.class)
                .sql("select count(*) from wallet.notifications")
                .query(Integer.class)
                .single();
    }
}
