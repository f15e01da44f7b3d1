package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Showing;
import org.entente.node.wallet.attestations.Showings;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.TrustedAuthority;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.entente.protocols.sdjwt.Expectation;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtVerdict;
import org.entente.protocols.sdjwt.SdJwtVerification;
import org.entente.protocols.x509.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShowingTests {
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
    @ValueSource(strings = {"", "get", "post"})
    @Requirement("OID4VP 1.0 §5.1 request_uri_method")
    @Requirement("OID4VP 1.0 §6.4 nothing-else")
    @Requirement("OID4VP 1.0 §8.2 redirect")
    @Requirement("HAIP 1.0 §5.1 followed")
    void shows_what_was_asked_and_nothing_more(String method) {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(TestVerifier.asking("family_name"))) {
            UUID request = showings.opened(holder, verifier, method);
            assertThat(showings.answer(holder, request))
                    .isEqualTo(new AnswerOutcome.Taken(Optional.of(URI.create(verifier.next()))));
            SdJwt shown = TestShowings.presentation(verifier);
            assertThat(shown.disclosures()).hasSize(1);
            assertThat(shown.claims().path("family_name").asString("")).isEqualTo("Kamouraska");
            assertThat(shown.claims().has("given_name")).isFalse();
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §14.1.2 bound")
    @Requirement("OID4VP 1.0 §14.8 full-client-id")
    @Requirement("OID4VP 1.0 §B.3 kb")
    @Requirement("OID4VP 1.0 §B.3.6 nonce-aud")
    @Requirement("RFC 9901 §4.3 claims")
    @Requirement("RFC 9901 §4.3 typ")
    @Requirement("HAIP 1.0 §6.1.1.1 kb")
    @Requirement("OID4VP 1.0 §8.2 form")
    void the_answer_is_bound_to_the_holder_the_verifier_and_the_request() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office")) {
            showings.answer(holder, showings.opened(holder, verifier, ""));
            var expected = new Expectation(verifier.clientId(), verifier.nonce(), Instant.now(), Duration.ofMinutes(1));
            assertThat(SdJwtVerification.verify(
                            TestShowings.presentation(verifier).toString(),
                            issuer.credentialSigner().publicKey(),
                            expected))
                    .isInstanceOf(SdJwtVerdict.Valid.class);
            assertThat(verifier.read(verifier.answers().getFirst()).state()).isEqualTo("state-1");
        }
    }

    @Test
    void the_history_says_what_was_shown_to_whom_without_values() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(TestVerifier.asking("address.locality"))) {
            showings.answer(holder, showings.opened(holder, verifier, ""));
            Showing showing = wallet.bean(Showings.class).of(holder).getFirst();
            assertThat(showing.verifier().host()).isEqualTo("office.localhost");
            assertThat(showing.verifier().name(Language.FR).text()).isEqualTo("Bureau des arrivées");
            assertThat(showing.reason().clause()).isEqualTo("3.1");
            // The issuer hides the address as a whole, so the whole is shown; consent and history say so.
            assertThat(showing.claims())
                    .contains(ClaimPath.of("address", "locality"))
                    .allMatch(claim -> claim.first().equals("address"));
            assertThat(showing.result()).isEqualTo(Showing.Result.ACCEPTED);
        }
        assertThat(wallet.bean(JdbcClient.class)
                        .sql("select showings::text from wallet.showings")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("Rimouski,") || row.contains("Kamouraska"));
    }

    @Test
    @Requirement("OID4VP 1.0 §15.5 one-time")
    @Requirement("OID4VCI 1.0 §15.4.1 batch")
    void each_answer_uses_a_copy_that_nobody_has_seen() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier one = new TestVerifier("one");
                TestVerifier other = new TestVerifier("other");
                TestVerifier again = new TestVerifier("one")) {
            for (TestVerifier verifier : List.of(one, other, again)) {
                showings.answer(holder, showings.opened(holder, verifier, ""));
            }
            assertThat(List.of(
                            TestShowings.presentation(one),
                            TestShowings.presentation(other),
                            TestShowings.presentation(again)))
                    .extracting(shown -> shown.issuerJwt().toString())
                    .doesNotHaveDuplicates();
        }
        assertThat(onlyAttestation(holder).unused()).isEqualTo(TestIssuer.BATCH - 3);
    }

    @Test
    @Requirement("OID4VP 1.0 §15.5 one-time")
    void when_no_unused_copy_is_left_only_a_verifier_that_knows_one_sees_it_again() {
        PersonId holder = showings.holder(issuer);
        showings.markAllShownTo(holder, "somebody else");
        try (TestVerifier stranger = new TestVerifier("stranger")) {
            UUID request = showings.opened(holder, stranger, "");
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(stranger.answers()).isEmpty();
            showings.markAllShownTo(holder, verifierId(holder, request));
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.Taken.class);
        }
    }

    @Test
    void an_answer_that_did_not_arrive_goes_out_again_by_itself() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office", Mischief.FAILS_ONCE)) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(verifier.answers()).hasSize(1);
        }
        assertThat(onlyAttestation(holder).unused()).isEqualTo(TestIssuer.BATCH - 1);
    }

    @Test
    void an_answer_that_a_restart_broke_off_can_be_given_again_after_a_while() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office");
                TestNode restarted = wallet.twin()) {
            UUID request = showings.opened(holder, verifier, "");
            Instant then = Instant.now();
            assertThat(wallet.bean(Requests.class).begin(holder, request, UUID.randomUUID(), then))
                    .isTrue();
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            Instant later = then.plus(Requests.PATIENCE).plusSeconds(1);
            assertThat(restarted.bean(AgreeToShow.class).agree(holder, request, Choices.NONE, later))
                    .isInstanceOf(AnswerOutcome.Taken.class);
        }
    }

    @Test
    void an_answer_that_the_verifier_refuses_ends_the_request_and_stays_in_the_history() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office", Mischief.REFUSES_ANSWERS)) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(showings.answer(holder, request)).isEqualTo(new AnswerOutcome.NotTaken(Fault.REJECTED));
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(wallet.bean(Showings.class).of(holder).getFirst().result())
                    .isEqualTo(Showing.Result.REJECTED);
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §8.5 access_denied")
    @Requirement("OID4VP 1.0 §15.1 consent")
    void a_no_tells_the_verifier_that_and_nothing_else() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(wallet.bean(RefuseToShow.class).refuse(holder, request, Instant.now()))
                    .isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(verifier.answers()).hasSize(1);
            assertThat(verifier.answers().getFirst().form()).containsOnlyKeys("response");
            assertThat(verifier.read(verifier.answers().getFirst()))
                    .isEqualTo(new WalletAnswer.Declined("access_denied", "state-1"));
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
        }
        assertThat(wallet.bean(Showings.class).of(holder)).isEmpty();
        assertThat(onlyAttestation(holder).unused()).isEqualTo(TestIssuer.BATCH);
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 nothing-in-part")
    void shows_nothing_even_in_part_when_something_is_lacking() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(TestVerifier.asking("family_name", "shoe_size"))) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §6.1 trusted_authorities")
    @Requirement("OID4VP 1.0 §6.1.1.1 aki")
    @Requirement("HAIP 1.0 §5 aki")
    void only_an_attestation_under_the_authority_that_is_asked_for_serves() {
        PersonId holder = showings.holder(issuer);
        String authority = Certificates.authorityKeyIdentifier(
                        issuer.credentialSigner().certificates().getFirst())
                .orElseThrow();
        for (String key : List.of(authority, "AAAA")) {
            var query = TestVerifier.asking(List.of(TrustedAuthority.ofKeyIdentifiers(List.of(key))), "family_name");
            try (TestVerifier verifier = new TestVerifier("office").with(query)) {
                AnswerOutcome outcome = showings.answer(holder, showings.opened(holder, verifier, ""));
                assertThat(outcome instanceof AnswerOutcome.Taken).isEqualTo(key.equals(authority));
            }
        }
    }

    @Test
    void the_holder_chooses_where_several_attestations_serve() {
        PersonId holder = showings.holder(issuer);
        new TestReceptions(wallet).receive(holder, issuer);
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(showings.answer(holder, request)).isEqualTo(new AnswerOutcome.ChoiceMissing("residence"));
            UUID chosen = wallet.bean(Attestations.class).of(holder).getLast().id();
            AgreeToShow agree = wallet.bean(AgreeToShow.class);
            Choices other = new Choices(Map.of("residence", UUID.randomUUID()), Map.of(), Map.of(), Set.of());
            assertThat(agree.agree(holder, request, other, Instant.now()))
                    .isEqualTo(new AnswerOutcome.ChoiceMissing("residence"));
            Choices choices = new Choices(Map.of("residence", chosen), Map.of(), Map.of(), Set.of());
            assertThat(agree.agree(holder, request, choices, Instant.now())).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(wallet.bean(Showings.class).of(holder, chosen)).hasSize(1);
        }
    }

    @Test
    void nobody_else_answers_a_holders_request() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(showings.answer(showings.holder(issuer), request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void a_request_that_expires_before_the_holder_agrees_is_not_answered() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = showings.opened(holder, verifier, "");
            Instant later = Instant.now().plus(Duration.ofHours(3));
            assertThat(wallet.bean(AgreeToShow.class).agree(holder, request, Choices.NONE, later))
                    .isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(verifier.answers()).isEmpty();
        }
    }

    private Attestation onlyAttestation(PersonId holder) {
        return wallet.bean(Attestations.class).of(holder).getFirst();
    }

    private String verifierId(PersonId holder, UUID request) {
        return wallet.bean(Requests.class)
                .find(holder, request)
                .orElseThrow()
                .verifier()
                .id();
    }
}
