package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.SigninSettings;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a holder has begun with is lost neither by a restart nor by what others offer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffersUnderWayTests {
    private static final Duration SILENCE = Offers.LEASE.plusSeconds(1);

    private final TestNode wallet = TestNode.wallet(Map.of());
    private final TestReceptions receptions = new TestReceptions(wallet);
    private final Offers offers = wallet.bean(Offers.class);
    private final PersonId holder = TestReceptions.somebody();

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    void an_attempt_that_a_restart_broke_off_is_taken_up_by_another_process_while_its_token_lives() throws Stopped {
        Duration lifetime = wallet.bean(SigninSettings.class).tokenLifetime();
        try (TestIssuer issuer = new TestIssuer();
                TestNode restarted = wallet.twin()) {
            UUID offer = receptions.opened(holder, issuer);
            Instant begun = Instant.now();
            Attempt broken = broken(offer);
            ReceiveAttestations receive = restarted.bean(ReceiveAttestations.class);
            assertThat(receive.receive(holder, offer, "", Instant.now())).isInstanceOf(ReceiveOutcome.NotOpen.class);

            // Time passes for both: for the attempt, and for the token that was given in it.
            silent(offer, SILENCE);
            issuer.endTokens(begun.plus(lifetime).minus(SILENCE));

            assertThat(receive.receive(holder, offer, "", Instant.now())).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(issuer.tokenRequests).hasValue(1);
            assertThat(offers.finish(broken)).isFalse();
        }
    }

    @Test
    void most_of_a_tokens_life_is_left_when_an_attempt_is_free() {
        assertThat(Offers.LEASE)
                .isLessThan(wallet.bean(SigninSettings.class).tokenLifetime().dividedBy(4));
    }

    @Test
    void a_process_that_lives_holds_its_attempt_however_long_the_issuer_takes() throws Stopped {
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = receptions.opened(holder, issuer);
            Attempt attempt = broken(offer);
            silent(offer, SILENCE);
            assertThat(isInterrupted(offer)).isTrue();

            boolean heldAgain = wallet.bean(AttemptsInHand.class).during(attempt, () -> {
                await().atMost(Duration.ofSeconds(30)).until(() -> !isInterrupted(offer));
                return true;
            });

            assertThat(heldAgain).isTrue();
        }
    }

    @Test
    void a_holder_may_say_no_to_what_a_restart_broke_off() throws Stopped {
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = receptions.opened(holder, issuer);
            broken(offer);
            assertThat(offers.refuse(holder, offer, Instant.now())).isFalse();

            silent(offer, SILENCE);

            assertThat(offers.refuse(holder, offer, Instant.now())).isTrue();
        }
    }

    @Test
    void no_link_pushes_out_an_offer_whose_permission_is_here_or_that_is_being_allowed() {
        PersonId besieged = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            UUID permitted = receptions.opened(besieged, issuer);
            assertThat(receptions.accept(besieged, permitted, TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.COPIES, Problem.ISSUER_FAULT));
            UUID asking = receptions.opened(besieged, issuer);
            put(asking, "asking");
            UUID open = receptions.opened(besieged, issuer);

            for (int i = 0; i < Offers.MAX_PER_PERSON; i++) {
                receptions.opened(besieged, issuer);
            }

            assertThat(offers.find(besieged, open)).isEmpty();
            assertThat(offers.find(besieged, asking)).isPresent();
            assertThat(count(besieged)).isEqualTo(Offers.MAX_PER_PERSON);
            assertThat(receptions.accept(besieged, permitted, "")).isInstanceOf(ReceiveOutcome.Received.class);
        }
    }

    @Test
    void while_all_that_is_kept_is_under_way_a_new_offer_is_refused_and_an_old_one_opens() {
        PersonId busy = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Optional<String> link = Optional.of(Json.write(issuer.offer()));
            OpenOutcome first = receptions.open(busy, link, Optional.empty());
            for (int i = 1; i < Offers.MAX_PER_PERSON; i++) {
                receptions.opened(busy, issuer);
            }
            wallet.bean(JdbcClient.class)
                    .sql("update wallet.offers set state = 'asking' where person = :person")
                    .param("person", busy.value())
                    .update();

            Optional<String> another = Optional.of(issuer.offerUri());
            assertThat(receptions.open(busy, Optional.empty(), another))
                    .isEqualTo(new OpenOutcome.NotReadable(Step.OFFER, Problem.TOO_MANY_UNDER_WAY));
            assertThat(receptions.open(busy, link, Optional.empty())).isEqualTo(first);
            assertThat(count(busy)).isEqualTo(Offers.MAX_PER_PERSON);

            offers.refuse(busy, ((OpenOutcome.Opened) first).offer(), Instant.now());
            assertThat(receptions.open(busy, Optional.empty(), another)).isInstanceOf(OpenOutcome.Opened.class);
        }
    }

    /** An attempt whose process died when the issuer's permission had come. */
    private Attempt broken(UUID offer) throws Stopped {
        Attempt attempt =
                offers.begin(holder, offer, UUID.randomUUID(), Instant.now()).orElseThrow();
        offers.permit(attempt, wallet.bean(IssuerDialogue.class).redeem(attempt.contents(), TestIssuer.CODE));
        return attempt;
    }

    private boolean isInterrupted(UUID offer) {
        return offers.find(holder, offer).orElseThrow().isInterrupted(Instant.now());
    }

    private void silent(UUID offer, Duration since) {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.offers set attempt_at = attempt_at - make_interval(secs => :s) where id = :id")
                .param("s", since.toSeconds())
                .param("id", offer)
                .update();
    }

    private void put(UUID offer, String state) {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.offers set state = :state where id = :id")
                .param("state", state)
                .param("id", offer)
                .update();
    }

    private int count(PersonId person) {
        return wallet.bean(JdbcClient.class)
                .sql("select count(*) from wallet.offers where person = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }
}
