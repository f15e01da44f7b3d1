package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Showing;
import org.entente.node.wallet.attestations.Showings;
import org.entente.node.wallet.receiving.TestReceptions;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShowingTests {
    private TestNode wallet;
    private TestIssuer issuer;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        issuer = new TestIssuer();
    }

    @AfterAll
    void close() {
        issuer.close();
        wallet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "post"})
    void shows_what_was_asked_and_nothing_more(String method) {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office").with(TestVerifier.asking("family_name"))) {
            UUID request = opened(holder, verifier, method);
            assertThat(agree(holder, request))
                    .isEqualTo(new AnswerOutcome.Taken(Optional.of(URI.create(verifier.next()))));
            SdJwt shown = presentation(verifier);
            assertThat(shown.disclosures()).hasSize(1);
            assertThat(shown.claims().path("family_name").asString("")).isEqualTo("Kamouraska");
            assertThat(shown.claims().has("given_name")).isFalse();
        }
    }

    @Test
    void the_answer_is_bound_to_the_holder_the_verifier_and_the_request() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office")) {
            agree(holder, opened(holder, verifier, ""));
            var expected = new Expectation(verifier.clientId(), verifier.nonce(), Instant.now(), Duration.ofMinutes(1));
            assertThat(SdJwtVerification.verify(
                            presentation(verifier).toString(),
                            issuer.credentialSigner().publicKey(),
                            expected))
                    .isInstanceOf(SdJwtVerdict.Valid.class);
            assertThat(verifier.read(verifier.answers().getFirst()).state()).isEqualTo("state-1");
        }
    }

    @Test
    void the_history_says_what_was_shown_to_whom_without_values() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office").with(TestVerifier.asking("address.locality"))) {
            agree(holder, opened(holder, verifier, ""));
            Showing showing = wallet.bean(Showings.class).of(holder).getFirst();
            assertThat(showing.verifier().host()).isEqualTo("office.localhost");
            assertThat(showing.verifier().name(Language.FR).text()).isEqualTo("Bureau des arrivées");
            assertThat(showing.reason().clause()).isEqualTo("3.1");
            // The issuer hides the address as a whole, so the whole is shown; consent and history say so.
            assertThat(showing.claims())
                    .contains(ClaimPath.of("address", "locality"))
                    .allMatch(claim -> claim.segments().getFirst().equals("address"));
            assertThat(showing.result()).isEqualTo(Showing.Result.ACCEPTED);
        }
        assertThat(wallet.bean(JdbcClient.class)
                        .sql("select showings::text from wallet.showings")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("Rimouski,") || row.contains("Kamouraska"));
    }

    @Test
    void each_answer_uses_a_copy_that_nobody_has_seen() {
        PersonId holder = holder();
        try (TestVerifier one = new TestVerifier("one");
                TestVerifier other = new TestVerifier("other");
                TestVerifier again = new TestVerifier("one")) {
            for (TestVerifier verifier : List.of(one, other, again)) {
                agree(holder, opened(holder, verifier, ""));
            }
            assertThat(List.of(presentation(one), presentation(other), presentation(again)))
                    .extracting(shown -> shown.issuerJwt().toString())
                    .doesNotHaveDuplicates();
        }
        assertThat(onlyAttestation(holder).unused()).isEqualTo(TestIssuer.BATCH - 3);
    }

    @Test
    void when_no_unused_copy_is_left_only_a_verifier_that_knows_one_sees_it_again() {
        PersonId holder = holder();
        markAllShownTo(holder, "somebody else");
        try (TestVerifier stranger = new TestVerifier("stranger")) {
            UUID request = opened(holder, stranger, "");
            assertThat(agree(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(stranger.answers()).isEmpty();
            markAllShownTo(holder, verifierId(holder, request));
            assertThat(agree(holder, request)).isInstanceOf(AnswerOutcome.Taken.class);
        }
    }

    @Test
    void an_answer_that_did_not_arrive_goes_out_again_with_the_same_copy() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office", Mischief.FAILS_ONCE)) {
            UUID request = opened(holder, verifier, "");
            assertThat(agree(holder, request)).isEqualTo(new AnswerOutcome.NotTaken(Fault.VERIFIER_FAULT));
            assertThat(agree(holder, request)).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(verifier.answers()).hasSize(1);
        }
        assertThat(onlyAttestation(holder).unused()).isEqualTo(TestIssuer.BATCH - 1);
    }

    @Test
    void an_answer_that_a_restart_broke_off_can_be_given_again_after_a_while() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office");
                TestNode restarted = wallet.twin()) {
            UUID request = opened(holder, verifier, "");
            Instant then = Instant.now();
            assertThat(wallet.bean(Requests.class).begin(holder, request, UUID.randomUUID(), then))
                    .isTrue();
            assertThat(agree(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            Instant later = then.plus(Requests.PATIENCE).plusSeconds(1);
            assertThat(restarted.bean(AgreeToShow.class).agree(holder, request, Map.of(), later))
                    .isInstanceOf(AnswerOutcome.Taken.class);
        }
    }

    @Test
    void an_answer_that_the_verifier_refuses_ends_the_request_and_stays_in_the_history() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office", Mischief.REFUSES_ANSWERS)) {
            UUID request = opened(holder, verifier, "");
            assertThat(agree(holder, request)).isEqualTo(new AnswerOutcome.NotTaken(Fault.REJECTED));
            assertThat(agree(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(wallet.bean(Showings.class).of(holder).getFirst().result())
                    .isEqualTo(Showing.Result.REJECTED);
        }
    }

    @Test
    void a_no_tells_the_verifier_that_and_nothing_else() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = opened(holder, verifier, "");
            assertThat(wallet.bean(RefuseToShow.class).refuse(holder, request, Instant.now()))
                    .isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(verifier.answers()).hasSize(1);
            assertThat(verifier.answers().getFirst().form())
                    .containsOnly(Map.entry("error", "access_denied"), Map.entry("state", "state-1"));
            assertThat(agree(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
        }
        assertThat(wallet.bean(Showings.class).of(holder)).isEmpty();
        assertThat(onlyAttestation(holder).unused()).isEqualTo(TestIssuer.BATCH);
    }

    @Test
    void shows_nothing_even_in_part_when_something_is_lacking() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office").with(TestVerifier.asking("family_name", "shoe_size"))) {
            UUID request = opened(holder, verifier, "");
            assertThat(agree(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void only_an_attestation_under_the_authority_that_is_asked_for_serves() {
        PersonId holder = holder();
        String authority = Certificates.authorityKeyIdentifier(
                        issuer.credentialSigner().certificates().getFirst())
                .orElseThrow();
        for (String key : List.of(authority, "AAAA")) {
            var query = TestVerifier.asking(List.of(TrustedAuthority.ofKeyIdentifiers(List.of(key))), "family_name");
            try (TestVerifier verifier = new TestVerifier("office").with(query)) {
                AnswerOutcome outcome = agree(holder, opened(holder, verifier, ""));
                assertThat(outcome instanceof AnswerOutcome.Taken).isEqualTo(key.equals(authority));
            }
        }
    }

    @Test
    void the_holder_chooses_where_several_attestations_serve() {
        PersonId holder = holder();
        TestReceptions.receive(wallet, holder, issuer);
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = opened(holder, verifier, "");
            assertThat(agree(holder, request)).isEqualTo(new AnswerOutcome.ChoiceMissing("residence"));
            UUID chosen = wallet.bean(Attestations.class).of(holder).getLast().id();
            assertThat(wallet.bean(AgreeToShow.class)
                            .agree(holder, request, Map.of("residence", UUID.randomUUID()), Instant.now()))
                    .isEqualTo(new AnswerOutcome.ChoiceMissing("residence"));
            assertThat(wallet.bean(AgreeToShow.class)
                            .agree(holder, request, Map.of("residence", chosen), Instant.now()))
                    .isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(wallet.bean(Showings.class).of(holder, chosen)).hasSize(1);
        }
    }

    @Test
    void nobody_else_answers_a_holders_request() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = opened(holder, verifier, "");
            assertThat(agree(holder(), request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void a_request_that_expires_before_the_holder_agrees_is_not_answered() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = opened(holder, verifier, "");
            Instant later = Instant.now().plus(Duration.ofHours(3));
            assertThat(wallet.bean(AgreeToShow.class).agree(holder, request, Map.of(), later))
                    .isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void leads_the_holder_to_no_address_of_another_scheme() {
        PersonId holder = holder();
        try (TestVerifier verifier = new TestVerifier("office", Mischief.LEADS_TO_A_NETWORK)) {
            assertThat(agree(holder, opened(holder, verifier, "")))
                    .isEqualTo(new AnswerOutcome.Taken(Optional.empty()));
        }
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
        "FORGED, NOT_AUTHENTIC",
        "OTHER_MODE, MALFORMED",
        "NO_NONCE, MALFORMED",
        "NO_ENCRYPTION_KEY, MALFORMED",
        "DUPLICATE_KEYS, MALFORMED",
        "TRANSACTION_DATA, MALFORMED",
        "WITHOUT_END, MALFORMED",
        "MOVED, MALFORMED"
    })
    void puts_no_request_before_the_holder_that_is_not_in_order(Mischief mischief, Fault fault) {
        try (TestVerifier verifier = new TestVerifier("office", mischief)) {
            assertThat(open(holder(), verifier, "")).isEqualTo(new OpenRequest.Outcome.NotAcceptable(fault));
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void refuses_a_request_for_another_wallets_nonce() {
        try (TestVerifier verifier = new TestVerifier("office", Mischief.WRONG_WALLET_NONCE)) {
            assertThat(open(holder(), verifier, "post"))
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
        assertThat(wallet.bean(OpenRequest.class).open(holder(), link, Instant.now()))
                .isEqualTo(new OpenRequest.Outcome.NotAcceptable(fault));
    }

    private OpenRequest.Outcome open(PersonId holder, TestVerifier verifier, String method) {
        var link = new OpenRequest.Link(verifier.clientId(), verifier.requestUri(), method);
        return wallet.bean(OpenRequest.class).open(holder, link, Instant.now());
    }

    private UUID opened(PersonId holder, TestVerifier verifier, String method) {
        OpenRequest.Outcome outcome = open(holder, verifier, method);
        assertThat(open(holder, verifier, method)).isEqualTo(outcome);
        if (outcome instanceof OpenRequest.Outcome.Opened(UUID request)) {
            return request;
        }
        throw new AssertionError(outcome.toString());
    }

    private AnswerOutcome agree(PersonId holder, UUID request) {
        return wallet.bean(AgreeToShow.class).agree(holder, request, Map.of(), Instant.now());
    }

    private static SdJwt presentation(TestVerifier verifier) {
        WalletAnswer answer = verifier.read(verifier.answers().getFirst());
        if (answer instanceof WalletAnswer.Presented presented) {
            return SdJwt.parse(presented
                    .presentations()
                    .getOrDefault("residence", List.of())
                    .getFirst());
        }
        throw new AssertionError(answer.toString());
    }

    private PersonId holder() {
        PersonId holder = new PersonId(UUID.randomUUID());
        TestReceptions.receive(wallet, holder, issuer);
        return holder;
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

    private void markAllShownTo(PersonId holder, String verifier) {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.copies set shown_to = :verifier, shown_at = now() where attestation = :id")
                .param("verifier", verifier)
                .param("id", onlyAttestation(holder).id())
                .update();
    }
}
