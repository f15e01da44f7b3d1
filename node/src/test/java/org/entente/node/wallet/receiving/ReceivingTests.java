package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivingTests {
    private TestNode wallet;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    void receives_a_batch_whose_copies_come_in_another_order() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            assertThat(accept(holder, opened(holder, issuer), TestIssuer.CODE))
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
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            OpenOutcome outcome = open(holder, Optional.of(Json.write(issuer.offer())), Optional.empty());
            assertThat(outcome).isInstanceOf(OpenOutcome.Opened.class);
            UUID offer = ((OpenOutcome.Opened) outcome).offer();
            assertThat(accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.Received.class);
        }
    }

    @Test
    void an_offer_opened_twice_is_one_offer_and_received_once() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            Optional<String> link = Optional.of(Json.write(issuer.offer()));
            OpenOutcome first = open(holder, link, Optional.empty());
            assertThat(open(holder, link, Optional.empty())).isEqualTo(first);
            UUID offer = ((OpenOutcome.Opened) first).offer();
            assertThat(accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
            assertThat(open(holder, link, Optional.empty())).isEqualTo(first);
            assertThat(accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
        }
        assertThat(wallet.bean(Attestations.class).of(holder)).hasSize(1);
    }

    @Test
    void a_wrong_code_may_be_corrected() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, issuer);
            assertThat(accept(holder, offer, "0000"))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.PERMISSION, Problem.CODE_REFUSED));
            assertThat(accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.Received.class);
        }
    }

    @Test
    void a_spent_nonce_is_replaced_once() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.SPENT_NONCE_ONCE)) {
            assertThat(accept(holder, opened(holder, issuer), TestIssuer.CODE))
                    .isInstanceOf(ReceiveOutcome.Received.class);
        }
    }

    @Test
    void goes_on_with_the_permission_it_has_when_the_issuer_failed_later() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.FAILS_AT_CREDENTIAL_ONCE)) {
            UUID offer = opened(holder, issuer);
            assertThat(accept(holder, offer, TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.COPIES, Problem.ISSUER_FAULT));
            assertThat(wallet.bean(Attestations.class).of(holder)).isEmpty();
            assertThat(accept(holder, offer, "")).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(issuer.tokenRequests).hasValue(1);
        }
    }

    @Test
    void an_attempt_that_a_restart_broke_off_is_taken_up_by_another_process_after_a_while() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, issuer);
            Offers offers = wallet.bean(Offers.class);
            Instant then = Instant.now();
            Attempt broken =
                    offers.begin(holder, offer, UUID.randomUUID(), then).orElseThrow();
            offers.permit(broken, wallet.bean(IssuerDialogue.class).redeem(broken.contents(), TestIssuer.CODE, then));
            try (TestNode restarted = wallet.twin()) {
                ReceiveAttestations receive = restarted.bean(ReceiveAttestations.class);
                assertThat(receive.receive(holder, offer, "", then.plusSeconds(1)))
                        .isInstanceOf(ReceiveOutcome.NotOpen.class);
                Instant later = then.plus(Offers.PATIENCE).plusSeconds(1);
                assertThat(offers.find(holder, offer).orElseThrow().isInterrupted(later))
                        .isTrue();
                // The proofs of the resumed attempt carry the real time, as the issuer does not wait with us.
                moveBack(offer, Offers.PATIENCE.plusSeconds(1));
                assertThat(receive.receive(holder, offer, "", Instant.now()))
                        .isInstanceOf(ReceiveOutcome.Received.class);
            }
            assertThat(offers.finish(broken)).isFalse();
        } catch (Stopped stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_refused_offer_is_not_received_any_more() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, issuer);
            assertThat(wallet.bean(Offers.class).refuse(holder, offer, Instant.now()))
                    .isTrue();
            assertThat(accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
            assertThat(issuer.tokenRequests).hasValue(0);
        }
    }

    @Test
    void nobody_else_receives_a_holders_offer() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, issuer);
            assertThat(accept(somebody(), offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.NotOpen.class);
            assertThat(wallet.bean(Offers.class).find(somebody(), offer)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_ISSUER_IN_METADATA, ISSUER, OTHER_ISSUER",
        "OTHER_ISSUER_IN_SERVER_METADATA, ISSUER, OTHER_ISSUER",
        "FOREIGN_SERVER_IN_OFFER, ISSUER, OTHER_ISSUER",
        "DUPLICATE_KEYS_IN_METADATA, ISSUER, MALFORMED",
        "METADATA_WITHOUT_END, ISSUER, MALFORMED",
        "METADATA_MOVED, ISSUER, MALFORMED"
    })
    void refuses_an_issuer_that_is_not_what_its_address_says(Mischief mischief, Step step, Problem problem) {
        try (TestIssuer issuer = new TestIssuer(mischief)) {
            assertThat(open(somebody(), Optional.empty(), Optional.of(issuer.offerUri())))
                    .isEqualTo(new OpenOutcome.NotReadable(step, problem));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BEARER_TOKEN, PERMISSION, NOT_SUPPORTED",
        "PRIVATE_TOKEN_ENDPOINT, PERMISSION, ADDRESS_REFUSED",
        "DEFERRED, COPIES, NOT_SUPPORTED"
    })
    void stops_where_it_would_have_to_trust_too_much(Mischief mischief, Step step, Problem problem) {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer(mischief)) {
            assertThat(accept(holder, opened(holder, issuer), TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(step, problem));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mischief.class,
            names = {
                "OTHER_ISSUER_IN_CREDENTIAL", "OTHER_TYPE", "OTHER_KEY", "SAME_KEY_TWICE", "EXPIRED",
                "FROM_THE_FUTURE", "OTHER_SIGNER", "SELF_SIGNED", "EXPIRED_CERTIFICATE", "LAST_COPY_FORGED",
                "ONE_COPY_TOO_MANY"
            })
    void keeps_nothing_when_one_copy_is_not_what_was_offered(Mischief mischief) {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer(mischief)) {
            UUID offer = opened(holder, issuer);
            assertThat(accept(holder, offer, TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.CHECKS, Problem.NOT_OURS));
            assertThat(wallet.bean(Offers.class)
                            .find(holder, offer)
                            .orElseThrow()
                            .state())
                    .isEqualTo(OfferState.FAILED);
        }
        assertThat(wallet.bean(Attestations.class).of(holder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/offer",
                "https://169.254.169.254/latest",
                "http://somebody.example/offer",
                "file:///etc/passwd",
                "https://user:secret@somebody.example/offer"
            })
    void follows_no_link_into_a_network(String link) {
        assertThat(open(somebody(), Optional.empty(), Optional.of(link)))
                .isEqualTo(new OpenOutcome.NotReadable(Step.OFFER, Problem.ADDRESS_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"credential_issuer\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"credential_issuer\":\"https://a.example\",\"credential_configuration_ids\":[]}"
            })
    void refuses_an_offer_that_cannot_be_read(String offer) {
        assertThat(open(somebody(), Optional.of(offer), Optional.empty()))
                .isEqualTo(new OpenOutcome.NotReadable(Step.OFFER, Problem.MALFORMED));
    }

    @Test
    void refuses_a_link_with_both_or_neither_offer() {
        assertThat(List.of(
                        open(somebody(), Optional.of("{}"), Optional.of("https://a.example")),
                        open(somebody(), Optional.empty(), Optional.empty())))
                .containsOnly(new OpenOutcome.NotReadable(Step.OFFER, Problem.MALFORMED));
    }

    @Test
    void an_offer_that_names_an_address_of_a_network_as_issuer_is_not_followed() {
        String offer = """
                {"credential_issuer":"https://192.168.1.1","credential_configuration_ids":["a"],
                 "grants":{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"x"}}}""";
        assertThat(open(somebody(), Optional.of(offer), Optional.empty()))
                .isEqualTo(new OpenOutcome.NotReadable(Step.ISSUER, Problem.ADDRESS_REFUSED));
    }

    @Test
    void what_is_kept_is_sealed() {
        PersonId holder = somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            accept(holder, opened(holder, issuer), TestIssuer.CODE);
        }
        var dump = wallet.bean(JdbcClient.class)
                .sql("select encode(sealed_credential, 'escape') from wallet.copies")
                .query(String.class)
                .list();
        assertThat(dump).isNotEmpty().noneMatch(text -> text.contains("eyJ") || text.contains("Kamouraska"));
    }

    private void moveBack(UUID offer, Duration by) {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.offers set attempt_at = attempt_at - make_interval(secs => :s) where id = :id")
                .param("s", by.toSeconds())
                .param("id", offer)
                .update();
    }

    private OpenOutcome open(PersonId holder, Optional<String> offer, Optional<String> offerUri) {
        return wallet.bean(OpenOffer.class).open(holder, offer, offerUri, Instant.now());
    }

    private UUID opened(PersonId holder, TestIssuer issuer) {
        OpenOutcome outcome = open(holder, Optional.empty(), Optional.of(issuer.offerUri()));
        if (outcome instanceof OpenOutcome.Opened(UUID offer)) {
            return offer;
        }
        throw new AssertionError(outcome.toString());
    }

    private ReceiveOutcome accept(PersonId holder, UUID offer, String code) {
        return wallet.bean(ReceiveAttestations.class).receive(holder, offer, code, Instant.now());
    }

    private static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }
}
