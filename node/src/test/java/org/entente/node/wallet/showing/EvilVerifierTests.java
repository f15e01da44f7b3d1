package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestSigners;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.protocols.Requirement;
import org.entente.protocols.x509.Certificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvilVerifierTests {
    private TestNode wallet;
    private TestIssuer issuer;
    private TestShowings showings;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        issuer = new TestIssuer();
        showings = new TestShowings(wallet);
    }

    @AfterAll
    void close() {
        issuer.close();
        wallet.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_CERTIFICATE, NOT_AUTHENTIC",
        "UNKNOWN_PREFIX, UNKNOWN_KIND",
        "ANSWER_ELSEWHERE, ANSWER_ELSEWHERE",
        "ANSWER_TO_A_NETWORK, ADDRESS_REFUSED",
        "EXPIRED, OVER",
        "ISSUED_IN_FUTURE, NOT_AUTHENTIC",
        "WRONG_AUDIENCE, NOT_AUTHENTIC",
        "WRONG_TYPE, NOT_AUTHENTIC",
        "WRONG_MEDIA_TYPE, MALFORMED",
        "FORGED, NOT_AUTHENTIC",
        "DUPLICATE_KEYS, MALFORMED",
        "GONE, OVER",
        "WITHOUT_END, MALFORMED",
        "MOVED, MALFORMED"
    })
    @Requirement("OID4VP 1.0 §5 typ")
    @Requirement("OID4VP 1.0 §5.8 aud")
    @Requirement("OID4VP 1.0 §5.9.2 unregistered")
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash")
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash-signature")
    @Requirement("OID4VP 1.0 §8.2 permitted")
    @Requirement("OID4VP 1.0 §14.3.1 no-leak")
    @Requirement("OID4VP 1.0 §5.10.2 error")
    void puts_no_request_before_the_holder_that_is_not_in_order(Mischief mischief, Fault fault) {
        try (TestVerifier verifier = new TestVerifier("office", mischief)) {
            assertThat(showings.open(showings.holder(issuer), verifier, ""))
                    .isEqualTo(new OpenRequest.Outcome.NotAcceptable(fault));
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash-chain")
    void puts_no_request_before_the_holder_for_which_no_authority_answers() {
        X509Certificate another =
                TestSigners.authority(TestSigners.pair(), Instant.now().plusSeconds(60));
        X509Certificate over = TestSigners.authorityUntil(Instant.now().minusSeconds(60));
        try (TestVerifier verifier = new TestVerifier("office");
                TestVerifier selfMade = new TestVerifier("forger", Mischief.SELF_SIGNED)) {
            assertThat(fault(selfMade)).isEqualTo(Fault.NO_AUTHORITY);
            assertThat(fault(verifier.vouchedForBy(another))).isEqualTo(Fault.NO_AUTHORITY);
            assertThat(fault(verifier.vouchedForBy(over))).isEqualTo(Fault.NO_AUTHORITY);
            assertThat(fault(verifier.vouchedForBy())).isEqualTo(Fault.NO_AUTHORITY);
            showings.opened(showings.holder(issuer), verifier.vouchedForBy(another, TestSigners.authority()), "");
        }
    }

    private @Nullable Fault fault(TestVerifier verifier) {
        return showings.open(showings.holder(issuer), verifier, "")
                        instanceof OpenRequest.Outcome.NotAcceptable(Fault fault)
                ? fault
                : null;
    }

    @Test
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash-chain")
    void an_authority_that_the_settings_name_needs_no_word_of_the_host() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + Certificates.toBase64(TestSigners.authority())
                + "\n-----END CERTIFICATE-----\n";
        try (TestNode knowing = TestNode.wallet(Map.of("entente.wallet.authorities[0]", pem));
                TestVerifier verifier = new TestVerifier("office").vouchedForBy();
                TestVerifier selfMade = new TestVerifier("forger", Mischief.SELF_SIGNED)) {
            TestShowings there = new TestShowings(knowing);
            PersonId holder = there.holder(issuer);
            there.opened(holder, verifier, "");
            assertThat(verifier.seen()).noneMatch(seen -> seen.path().contains("well-known"));
            assertThat(there.open(holder, selfMade, ""))
                    .isEqualTo(new OpenRequest.Outcome.NotAcceptable(Fault.NO_AUTHORITY));
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §5 iss")
    @Requirement("OID4VP 1.0 §5 unknown")
    @Requirement("OID4VP 1.0 §8.2 unknown")
    void passes_over_what_it_does_not_know() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office")) {
            assertThat(showings.next(holder, verifier)).contains(URI.create(verifier.next()));
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §5.10.1 wallet_nonce-checked")
    void refuses_a_request_for_another_wallets_nonce() {
        try (TestVerifier verifier = new TestVerifier("office", Mischief.WRONG_WALLET_NONCE)) {
            assertThat(showings.open(showings.holder(issuer), verifier, "post"))
                    .isEqualTo(new OpenRequest.Outcome.NotAcceptable(Fault.NOT_AUTHENTIC));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.0.0.1/r, ADDRESS_REFUSED",
        "http://somebody.example/r, ADDRESS_REFUSED",
        "https://[::1]/r, ADDRESS_REFUSED",
        "'', MALFORMED",
        "not an address, MALFORMED"
    })
    void fetches_no_request_from_inside_a_network(String address, Fault fault) {
        var link = new OpenRequest.Link("x509_hash:abc", address, "");
        assertThat(wallet.bean(OpenRequest.class).open(showings.holder(issuer), link, Instant.now()))
                .isEqualTo(new OpenRequest.Outcome.NotAcceptable(fault));
    }

    @Test
    void leads_the_holder_to_no_address_of_another_scheme() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office", Mischief.LEADS_TO_A_NETWORK)) {
            assertThat(showings.answer(holder, showings.opened(holder, verifier, "")))
                    .isEqualTo(new AnswerOutcome.Taken(Optional.empty()));
        }
    }

    @Test
    void no_link_pushes_out_a_request_that_the_holder_has_before_them() {
        PersonId besieged = showings.holder(issuer);
        try (TestVerifier mine = new TestVerifier("office");
                TestVerifier another = new TestVerifier("another")) {
            UUID before = showings.opened(besieged, mine, "");
            fill(before);

            assertThat(showings.open(besieged, another, ""))
                    .isInstanceOfSatisfying(
                            OpenRequest.Outcome.NoRoom.class,
                            full -> assertThat(full.live())
                                    .hasSize(Requests.MAX_PER_PERSON)
                                    .anyMatch(live -> live.id().equals(before)));
            assertThat(showings.opened(besieged, mine, "")).isEqualTo(before);

            assertThat(showings.answer(besieged, before)).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(showings.open(besieged, another, "")).isInstanceOf(OpenRequest.Outcome.Opened.class);
        }
    }

    @Test
    void what_has_expired_gives_way() {
        PersonId besieged = showings.holder(issuer);
        try (TestVerifier mine = new TestVerifier("office");
                TestVerifier another = new TestVerifier("another")) {
            UUID first = showings.opened(besieged, mine, "");
            fill(first);
            wallet.bean(JdbcClient.class)
                    .sql("update wallet.requests set ends_at = now() where person = :person and id <> :first")
                    .param("person", besieged.value())
                    .param("first", first)
                    .update();

            showings.opened(besieged, another, "");

            assertThat(wallet.bean(Requests.class).find(besieged, first)).isPresent();
        }
    }

    /** As many as there is room for, all opened after the first. */
    private void fill(UUID first) {
        wallet.bean(JdbcClient.class)
                .sql("""
                        insert into wallet.requests
                            (id, person, digest, verifier, sealed_contents, state, opened_at, ends_at)
                        select gen_random_uuid(), person, sha256(convert_to(n::text, 'UTF8')), verifier,
                               sealed_contents, state, opened_at + interval '1 second', ends_at
                          from wallet.requests, generate_series(2, :most) n
                         where id = :first""")
                .param("most", Requests.MAX_PER_PERSON)
                .param("first", first)
                .update();
    }
}
