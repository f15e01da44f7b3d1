package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvilIssuerTests {
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

    @ParameterizedTest
    @CsvSource({
        "OTHER_ISSUER_IN_METADATA, ISSUER, OTHER_ISSUER",
        "OTHER_ISSUER_IN_SERVER_METADATA, ISSUER, OTHER_ISSUER",
        "FOREIGN_SERVER_IN_OFFER, ISSUER, OTHER_ISSUER",
        "DUPLICATE_KEYS_IN_METADATA, ISSUER, MALFORMED",
        "METADATA_WITHOUT_END, ISSUER, MALFORMED",
        "METADATA_MOVED, ISSUER, MALFORMED"
    })
    @Requirement("OID4VCI 1.0 §4.1.1 authorization_server")
    @Requirement("OID4VCI 1.0 §12.2.4 identical")
    @Requirement("OID4VCI 1.0 §13.5 untrusted-offer")
    void refuses_an_issuer_that_is_not_what_its_address_says(Mischief mischief, Step step, Problem problem) {
        try (TestIssuer issuer = new TestIssuer(mischief)) {
            assertThat(receptions.open(TestReceptions.somebody(), Optional.empty(), Optional.of(issuer.offerUri())))
                    .isEqualTo(new OpenOutcome.NotReadable(step, problem));
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.3 signer")
    void asks_for_plain_metadata_and_takes_none_that_somebody_unknown_has_signed() {
        try (TestIssuer issuer = new TestIssuer(Mischief.METADATA_SIGNED_BY_A_STRANGER)) {
            assertThat(receptions.open(TestReceptions.somebody(), Optional.empty(), Optional.of(issuer.offerUri())))
                    .isEqualTo(new OpenOutcome.NotReadable(Step.ISSUER, Problem.MALFORMED));
            assertThat(issuer.seen())
                    .filteredOn(seen -> seen.path().contains("openid-credential-issuer"))
                    .isNotEmpty()
                    .allSatisfy(seen -> assertThat(seen.header("Accept")).isEqualTo("application/json"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BEARER_TOKEN, PERMISSION, NOT_SUPPORTED",
        "PRIVATE_TOKEN_ENDPOINT, PERMISSION, ADDRESS_REFUSED",
        "DEFERRED, COPIES, NOT_SUPPORTED"
    })
    @Requirement("RFC 9449 §5 bearer-otherwise")
    void stops_where_it_would_have_to_trust_too_much(Mischief mischief, Step step, Problem problem) {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(mischief)) {
            assertThat(receptions.accept(holder, receptions.opened(holder, issuer), TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(step, problem));
        }
    }

    @Test
    void an_issuer_that_has_issued_enough_for_now_has_no_fault_and_says_when_it_does_again() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.ENOUGH)) {
            UUID offer = receptions.opened(holder, issuer);
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.COPIES, Problem.ENOUGH));
            Instant again = wallet.bean(Offers.class)
                    .find(holder, offer)
                    .flatMap(StoredOffer::failure)
                    .flatMap(StoredOffer.Failure::again)
                    .orElseThrow();
            assertThat(Duration.between(Instant.now(), again)).isBetween(Duration.ofDays(4), Duration.ofDays(5));
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
    @Requirement("OID4VCI 1.0 §13.5 untrusted-offer")
    @Requirement("RFC 9901 §7.1 issuer-key")
    @Requirement("RFC 9901 §7.2 holder")
    void keeps_nothing_when_one_copy_is_not_what_was_offered(Mischief mischief) {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(mischief)) {
            UUID offer = receptions.opened(holder, issuer);
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE))
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
    @EnumSource(
            value = Mischief.class,
            names = {"LAST_COPY_SAYS_OTHERWISE", "LAST_COPY_HIDES_LESS", "LAST_COPY_WITHOUT_STATUS", "SAME_STATUS_TWICE"
            })
    void keeps_nothing_when_a_copy_is_not_like_the_one_that_its_holder_reads(Mischief mischief) {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(mischief)) {
            assertThat(receptions.accept(holder, receptions.opened(holder, issuer), TestIssuer.CODE))
                    .isEqualTo(new ReceiveOutcome.Interrupted(Step.CHECKS, Problem.NOT_ALIKE));
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
    @Requirement("OID4VCI 1.0 §4.1 https")
    void follows_no_link_into_a_network(String link) {
        assertThat(receptions.open(TestReceptions.somebody(), Optional.empty(), Optional.of(link)))
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
                "eyJhbGciOiJub25lIn0.e30.",
                "{\"credential_issuer\":\"https://a.example\",\"credential_configuration_ids\":[]}"
            })
    @Requirement("OID4VCI 1.0 §4.1.3 unsigned")
    void refuses_an_offer_that_cannot_be_read(String offer) {
        assertThat(receptions.open(TestReceptions.somebody(), Optional.of(offer), Optional.empty()))
                .isEqualTo(new OpenOutcome.NotReadable(Step.OFFER, Problem.MALFORMED));
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1 one-way")
    void refuses_a_link_with_both_or_neither_offer() {
        assertThat(List.of(
                        receptions.open(TestReceptions.somebody(), Optional.of("{}"), Optional.of("https://a.example")),
                        receptions.open(TestReceptions.somebody(), Optional.empty(), Optional.empty())))
                .containsOnly(new OpenOutcome.NotReadable(Step.OFFER, Problem.MALFORMED));
    }

    @Test
    void an_offer_that_names_an_address_of_a_network_as_issuer_is_not_followed() {
        String offer = """
                {"credential_issuer":"https://192.168.1.1","credential_configuration_ids":["a"],
                 "grants":{"urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"x"}}}""";
        assertThat(receptions.open(TestReceptions.somebody(), Optional.of(offer), Optional.empty()))
                .isEqualTo(new OpenOutcome.NotReadable(Step.ISSUER, Problem.ADDRESS_REFUSED));
    }
}
