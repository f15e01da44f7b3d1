package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A permission is used for as long as it is one, and goes back to its issuer when it is for nothing any more (RFC 7009). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivenUpTests {
    private TestNode wallet;
    private TestRenewals renewals;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        renewals = new TestRenewals(wallet);
    }

    @BeforeEach
    void forget() {
        wallet.bean(JdbcClient.class).sql("delete from wallet.renewals").update();
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    void an_attempt_that_outlived_its_token_goes_on_with_another() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            UUID offer = brokenOff(holder, issuer);
            issuer.authorizations.end(issuer.tokens());
            int before = issuer.tokenRequests.get();
            assertThat(again(holder, offer)).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(issuer.tokenRequests).hasValue(before + 1);
            renewals.due();
            assertThat(renewals.renewOne()).isTrue();
            assertThat(wallet.bean(Attestations.class).of(holder))
                    .extracting(Attestation::id)
                    .allMatch(id -> wallet.bean(Attestations.class).renewsAt(id).isPresent());
        }
    }

    @Test
    void an_issuer_that_takes_no_token_is_asked_for_one_once() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            UUID offer = brokenOff(holder, issuer);
            issuer.endTokens(Instant.EPOCH);
            int before = issuer.tokenRequests.get();
            assertThat(again(holder, offer)).isEqualTo(new ReceiveOutcome.Interrupted(Step.COPIES, Problem.OFFER_OVER));
            assertThat(issuer.tokenRequests).hasValue(before + 1);
        }
    }

    @Test
    void a_permission_of_an_offer_that_failed_goes_back_and_nobody_waits_for_it() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            issuer.authorizations.takesBack(1);
            UUID offer = brokenOff(holder, issuer);
            assertThat(renewals.renewOne())
                    .as("it is still good for another try")
                    .isFalse();
            issuer.now(Mischief.DENIES);
            assertThat(again(holder, offer)).isEqualTo(new ReceiveOutcome.Interrupted(Step.COPIES, Problem.REFUSED));
            assertThat(renewals.renewOne()).isTrue();
            assertThat(issuer.authorizations.takenBack()).as("its issuer fails").isZero();
            assertThat(renewals.renewOne()).as("not at once").isFalse();
            renewals.due();
            assertThat(renewals.renewOne()).isTrue();
            assertThat(issuer.authorizations.takenBack()).isOne();
            renewals.due();
            assertThat(renewals.renewOne()).isFalse();
        }
    }

    @Test
    void a_permission_of_an_offer_that_its_holder_refuses_after_all_goes_back() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            issuer.authorizations.takesBack(0);
            wallet.bean(EndOffers.class).refuse(holder, brokenOff(holder, issuer), Instant.now());
            assertThat(renewals.renewOne()).isTrue();
            assertThat(issuer.authorizations.takenBack()).isOne();
        }
    }

    @Test
    void a_permission_goes_back_with_the_last_attestation_that_it_was_for() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            issuer.authorizations.takesBack(0);
            Attestation kept = renewals.received(holder, issuer);
            wallet.bean(Attestations.class).delete(holder, kept.id());
            assertThat(renewals.renewOne()).isTrue();
            assertThat(issuer.authorizations.takenBack()).isOne();
            assertThat(renewals.renewOne()).isFalse();
        }
    }

    @Test
    void a_renewal_that_is_given_up_gives_its_permission_back_as_it_stands_by_then() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            issuer.authorizations.takesBack(0);
            Attestation kept = renewals.received(holder, issuer);
            issuer.now(Mischief.DENIES);
            renewals.tried(40);
            renewals.due();
            assertThat(renewals.renewOne()).isTrue();
            assertThat(wallet.bean(Attestations.class).isRenewalOver(kept.id())).isTrue();
            assertThat(renewals.renewOne()).isTrue();
            assertThat(issuer.authorizations.takenBack()).isOne();
            assertThat(wallet.bean(Attestations.class).isRenewalOver(kept.id())).isTrue();
        }
    }

    /** An offer whose issuer's permission is here, and which its issuer did not carry out. */
    private UUID brokenOff(PersonId holder, TestIssuer issuer) {
        UUID offer = renewals.opened(holder, issuer, "residence");
        AskOutcome asked = wallet.bean(AskIssuer.class).ask(holder, offer, Language.EN, Instant.now());
        URI answer = issuer.authorizations.allow(((AskOutcome.Leads) asked).page());
        assertThat(wallet.bean(HearIssuer.class).hear(holder, answer.getRawQuery(), Instant.now()))
                .contains(offer);
        StoredOffer stored = wallet.bean(Offers.class).find(holder, offer).orElseThrow();
        assertThat(stored.state()).isEqualTo(OfferState.OPEN);
        assertThat(stored.permitted()).isTrue();
        return offer;
    }

    private ReceiveOutcome again(PersonId holder, UUID offer) {
        return wallet.bean(ReceiveAttestations.class).receive(holder, offer, "", Instant.now());
    }
}
