package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivingTests {
    private TestNode wallet;
    private TestReceptions receptions;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        receptions = new TestReceptions(wallet);
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    @Requirement("HAIP 1.0 §4 batch-used")
    @Requirement("RFC 9449 §8 retry")
    @Requirement("HAIP 1.0 §4 dpop-nonce")
    @Requirement("OID4VCI 1.0 §12.2.4 authorization_servers")
    @Requirement("OID4VCI 1.0 §4.1.1 unknown")
    @Requirement("OID4VCI 1.0 §6.2 unknown")
    @Requirement("OID4VCI 1.0 §8.3 unknown")
    @Requirement("OID4VCI 1.0 §12.2.4 unknown")
    @Requirement("OID4VCI 1.0 §12.3 unknown")
    void receives_a_batch_whose_copies_come_in_another_order() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            assertThat(receptions.accept(holder, receptions.opened(holder, issuer), TestIssuer.CODE))
                    .isInstanceOf(ReceiveOutcome.Received.class);
        }
        Attestation kept = wallet.bean(Attestations.class).of(holder).getFirst();
        assertThat(kept.type()).isEqualTo(TestIssuer.TYPE);
        assertThat(kept.copies()).isEqualTo(TestIssuer.BATCH);
        assertThat(kept.unused()).isEqualTo(TestIssuer.BATCH);
        assertThat(kept.typeName(Language.FR).text()).isEqualTo("Preuve de résidence");
        assertThat(kept.issuerName(Language.EN).text()).isEqualTo("Rimouski Registrar");
        assertThat(wallet.bean(Attestations.class)
                        .read(kept)
                        .claims()
                        .path("family_name")
                        .asString(""))
                .isEqualTo("Kamouraska");
    }

    @Test
    void receives_an_offer_that_came_in_the_link_itself() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            OpenOutcome outcome = receptions.open(holder, Optional.of(Json.write(issuer.offer())), Optional.empty());
            assertThat(outcome).isInstanceOf(OpenOutcome.Opened.class);
            UUID offer = ((OpenOutcome.Opened) outcome).offer();
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.Received.class);
        }
    }

    @Test
    void an_offer_opened_twice_is_one_offer_and_received_once() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Optional<String> link = Optional.of(Json.write(issuer.offer()));
            OpenOutcome first = receptions.open(holder, link, Optional.empty());
            assertThat(receptions.open(holder, link, Optional.empty())).isEqualTo(first);
            UUID offer = ((OpenOutcome.Opened) first).offer();
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
            assertThat(receptions.open(holder, link, Optional.empty())).isEqualTo(first);
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
        }
        assertThat(wallet.bean(Attestations.class).of(holder)).hasSize(1);
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 code-sent")
    @Requirement("OID4VCI 1.0 §4.1.1 tx_code-sent")
    void a_wrong_code_may_be_corrected() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = receptions.opened(holder, issuer);
            assertThat(receptions.accept(holder, offer, "0000"))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.PERMISSION, Problem.CODE_REFUSED));
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.Received.class);
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.2 renew-nonce")
    void a_spent_nonce_is_replaced_once() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.SPENT_NONCE_ONCE)) {
            assertThat(receptions.accept(holder, receptions.opened(holder, issuer), TestIssuer.CODE))
                    .isInstanceOf(ReceiveOutcome.Received.class);
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3 fewer")
    void takes_fewer_copies_than_it_asked_for() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FEWER_COPIES)) {
            assertThat(receptions.accept(holder, receptions.opened(holder, issuer), TestIssuer.CODE))
                    .isInstanceOf(ReceiveOutcome.Received.class);
        }
        assertThat(wallet.bean(Attestations.class).of(holder).getFirst().copies())
                .isEqualTo(TestIssuer.BATCH - 1);
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3.1.2 unrecoverable")
    void gives_up_when_its_request_is_denied() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.DENIES)) {
            UUID offer = receptions.opened(holder, issuer);
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.COPIES, Problem.REFUSED));
            int requests = issuer.credentialRequests.get();
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
            assertThat(issuer.credentialRequests).hasValue(requests);
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §13.10 stored")
    void a_permission_that_waits_is_sealed() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            receptions.accept(holder, receptions.opened(holder, issuer), TestIssuer.CODE);
            var rows = wallet.bean(JdbcClient.class)
                    .sql("select row_to_json(offers)::text || encode(sealed_grant, 'escape') from wallet.offers"
                            + " where sealed_grant is not null")
                    .query(String.class)
                    .list();
            assertThat(issuer.tokens()).isNotEmpty();
            assertThat(rows)
                    .isNotEmpty()
                    .noneMatch(row -> issuer.tokens().stream().anyMatch(row::contains));
        }
    }

    @Test
    void goes_on_with_the_permission_it_has_when_the_issuer_failed_later() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            UUID offer = receptions.opened(holder, issuer);
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.COPIES, Problem.ISSUER_FAULT));
            assertThat(wallet.bean(Attestations.class).of(holder)).isEmpty();
            assertThat(receptions.accept(holder, offer, "")).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(issuer.tokenRequests).hasValue(1);
        }
    }

    @Test
    void a_refused_offer_is_not_received_any_more() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = receptions.opened(holder, issuer);
            assertThat(wallet.bean(Offers.class).refuse(holder, offer, Instant.now()))
                    .isTrue();
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
            assertThat(issuer.tokenRequests).hasValue(0);
        }
    }

    @Test
    void nobody_else_receives_a_holders_offer() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = receptions.opened(holder, issuer);
            assertThat(receptions.accept(TestReceptions.somebody(), offer, TestIssuer.CODE))
                    .isInstanceOf(ReceiveOutcome.NotOpen.class);
            assertThat(wallet.bean(Offers.class).find(TestReceptions.somebody(), offer))
                    .isEmpty();
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §15.3 encrypted")
    void what_is_kept_is_sealed() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            receptions.accept(holder, receptions.opened(holder, issuer), TestIssuer.CODE);
        }
        var dump = wallet.bean(JdbcClient.class)
                .sql("select encode(sealed_credential, 'escape') from wallet.copies")
                .query(String.class)
                .list();
        assertThat(dump).isNotEmpty().noneMatch(text -> text.contains("eyJhbGci") || text.contains("Kamouraska"));
    }
}
