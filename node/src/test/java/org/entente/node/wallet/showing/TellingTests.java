package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.Simultaneously;
import org.entente.node.wallet.TestServer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.node.wallet.attestations.Showings;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.protocols.Requirement;
import org.entente.protocols.oid4vp.WalletAnswer.Declined;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What a verifier hears of a request that cannot be answered: the right error, when its holder wishes, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellingTests {
    private TestNode wallet;
    private TestShowings showings;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        showings = new TestShowings(wallet);
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    static List<Arguments> faulty() {
        return Stream.<Flaw>of(
                        new Flaw("no nonce", claims -> claims.remove("nonce"), Fault.MALFORMED, "invalid_request"),
                        new Flaw("no query", claims -> claims.remove("dcql_query"), Fault.MALFORMED, "invalid_request"),
                        new Flaw(
                                "query and scope",
                                claims -> claims.put("scope", "identity"),
                                Fault.MALFORMED,
                                "invalid_request"),
                        new Flaw(
                                "two addresses for the answer",
                                claims -> claims.put("redirect_uri", "https://somebody.example/"),
                                Fault.MALFORMED,
                                "invalid_request"),
                        new Flaw(
                                "a scope",
                                claims -> claims.put("scope", "identity").remove("dcql_query"),
                                Fault.SCOPE,
                                "invalid_scope"),
                        new Flaw(
                                "transaction data",
                                claims -> claims.putArray("transaction_data").add("x"),
                                Fault.TRANSACTION_DATA,
                                "invalid_transaction_data"),
                        new Flaw(
                                "another response",
                                claims -> claims.put("response_type", "vp_token id_token"),
                                Fault.OTHER_RESPONSE,
                                "unsupported_response_type"),
                        new Flaw(
                                "no format of ours",
                                claims -> claims.withObject("client_metadata")
                                        .putObject("vp_formats_supported")
                                        .putObject("mso_mdoc"),
                                Fault.FORMATS,
                                "vp_formats_not_supported"))
                .map(fault -> Arguments.of(fault.name, fault.change, fault.fault, fault.code))
                .toList();
    }

    private record Flaw(String name, Consumer<ObjectNode> change, Fault fault, String code) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    @Requirement("OID4VP 1.0 §5 transaction_data-unsupported")
    @Requirement("OID4VP 1.0 §5.2 nonce")
    @Requirement("OID4VP 1.0 §8.2 both")
    @Requirement("OID4VP 1.0 §8.4 transaction_data")
    @Requirement("OID4VP 1.0 §8.5 invalid_request")
    @Requirement("OID4VP 1.0 §8.5 invalid_scope")
    @Requirement("OID4VP 1.0 §8.5 invalid_transaction_data")
    @Requirement("OID4VP 1.0 §8.5 vp_formats_not_supported")
    @Requirement("OID4VP 1.0 §15.1 consent")
    void a_verifier_hears_what_is_wrong_when_the_holder_wishes_and_once(
            String name, Consumer<ObjectNode> change, Fault fault, String code) {
        PersonId holder = TestReceptions.somebody();
        try (TestVerifier verifier = new TestVerifier("office").altering(change)) {
            UUID request = kept(holder, verifier, fault);
            assertThat(verifier.answers()).as("before the wish").isEmpty();

            assertThat(tell(holder, request)).isEqualTo(new AnswerOutcome.Taken(Optional.of(next(verifier))));
            assertThat(tell(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);

            TestServer.Request told = only(verifier);
            assertThat(told.form()).containsOnlyKeys("response");
            assertThat(verifier.read(told)).isEqualTo(new Declined(code, "state-1"));
            assertThat(kept(holder, verifier, fault)).isEqualTo(request);
            assertThat(state(holder, request)).isEqualTo(RequestState.TOLD);
            assertThat(wallet.bean(Showings.class).of(holder)).isEmpty();
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §5.2 response_mode")
    @Requirement("OID4VP 1.0 §8.3.1 error")
    void what_cannot_be_encrypted_or_was_not_to_be_is_told_in_the_clear() {
        PersonId holder = TestReceptions.somebody();
        try (TestVerifier noKey = new TestVerifier("office", Mischief.NO_ENCRYPTION_KEY);
                TestVerifier otherMode = new TestVerifier("bureau", Mischief.OTHER_MODE)) {
            for (TestVerifier verifier : List.of(noKey, otherMode)) {
                tell(holder, kept(holder, verifier, Fault.MALFORMED));
                assertThat(only(verifier).form())
                        .containsOnly(Map.entry("error", "invalid_request"), Map.entry("state", "state-1"));
            }
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §14.3.1 no-leak")
    void nothing_can_be_told_where_nobody_answers_for_who_asks() {
        Consumer<ObjectNode> change = claims -> claims.remove("nonce");
        PersonId holder = TestReceptions.somebody();
        try (TestVerifier selfMade = new TestVerifier("forger", Mischief.SELF_SIGNED).altering(change);
                TestVerifier elsewhere = new TestVerifier("elsewhere", Mischief.ANSWER_ELSEWHERE).altering(change);
                TestVerifier inward = new TestVerifier("inward", Mischief.ANSWER_TO_A_NETWORK).altering(change);
                TestVerifier forged = new TestVerifier("forged", Mischief.FORGED).altering(change);
                TestVerifier over = new TestVerifier("over", Mischief.EXPIRED).altering(change);
                TestVerifier inABrowser =
                        new TestVerifier("browser").altering(claims -> claims.put("response_mode", "fragment"))) {
            assertThat(refused(holder, selfMade)).isEqualTo(Fault.NO_AUTHORITY);
            assertThat(refused(holder, elsewhere)).isEqualTo(Fault.ANSWER_ELSEWHERE);
            assertThat(refused(holder, inward)).isEqualTo(Fault.ADDRESS_REFUSED);
            assertThat(refused(holder, forged)).isEqualTo(Fault.NOT_AUTHENTIC);
            assertThat(refused(holder, over)).isEqualTo(Fault.OVER);
            assertThat(refused(holder, inABrowser)).isEqualTo(Fault.MALFORMED);
            assertThat(Stream.of(selfMade, elsewhere, inward, forged, over, inABrowser))
                    .allMatch(verifier -> verifier.answers().isEmpty());
        }
    }

    @Test
    void of_many_presses_at_once_one_is_sent() {
        PersonId holder = TestReceptions.somebody();
        try (TestVerifier verifier = new TestVerifier("office", Mischief.TRANSACTION_DATA)) {
            UUID request = kept(holder, verifier, Fault.TRANSACTION_DATA);
            Simultaneously.attempt(8, i -> () -> tell(holder, request));
            assertThat(verifier.answers()).hasSize(1);
        }
    }

    @Test
    void a_verifier_that_is_not_reached_can_be_told_later() {
        PersonId holder = TestReceptions.somebody();
        try (TestVerifier verifier = new TestVerifier("office", Mischief.TRANSACTION_DATA, Mischief.FAILS_ONCE)) {
            UUID request = kept(holder, verifier, Fault.TRANSACTION_DATA);
            assertThat(tell(holder, request)).isEqualTo(new AnswerOutcome.NotTaken(Fault.VERIFIER_FAULT));
            assertThat(wallet.bean(Requests.class)
                            .find(holder, request)
                            .orElseThrow()
                            .failure())
                    .contains(Fault.VERIFIER_FAULT);
            assertThat(tell(holder, request)).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(verifier.answers()).hasSize(1);
        }
    }

    @Test
    void a_press_that_was_broken_off_can_be_repeated_after_a_while_and_one_that_is_too_late_ends_it() {
        PersonId holder = TestReceptions.somebody();
        TellVerifier tellVerifier = wallet.bean(TellVerifier.class);
        try (TestVerifier verifier = new TestVerifier("office", Mischief.TRANSACTION_DATA)) {
            UUID request = kept(holder, verifier, Fault.TRANSACTION_DATA);
            wallet.bean(JdbcClient.class)
                    .sql(
                            "update wallet.requests set state = 'telling', attempt = id, attempt_at = now() where id = :id")
                    .param("id", request)
                    .update();
            assertThat(tell(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            Instant tomorrow = Instant.now().plusSeconds(25 * 3600);
            assertThat(tellVerifier.tell(holder, request, tomorrow)).isEqualTo(new AnswerOutcome.NotTaken(Fault.OVER));
            assertThat(state(holder, request)).isEqualTo(RequestState.FAILED);
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void a_verifier_that_has_no_use_for_it_was_told_all_the_same() {
        PersonId holder = TestReceptions.somebody();
        try (TestVerifier verifier = new TestVerifier("office", Mischief.TRANSACTION_DATA, Mischief.REFUSES_ANSWERS)) {
            UUID request = kept(holder, verifier, Fault.TRANSACTION_DATA);
            assertThat(tell(holder, request)).isEqualTo(new AnswerOutcome.NotTaken(Fault.REJECTED));
            assertThat(state(holder, request)).isEqualTo(RequestState.TOLD);
        }
    }

    @Test
    void only_its_holder_tells_and_no_sound_request_is_told_of() {
        PersonId holder = TestReceptions.somebody();
        try (TestVerifier faulty = new TestVerifier("office", Mischief.TRANSACTION_DATA);
                TestVerifier sound = new TestVerifier("bureau")) {
            UUID request = kept(holder, faulty, Fault.TRANSACTION_DATA);
            assertThat(tell(TestReceptions.somebody(), request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(tell(holder, showings.opened(holder, sound, ""))).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(faulty.answers()).isEmpty();
            assertThat(sound.answers()).isEmpty();
        }
    }

    private UUID kept(PersonId holder, TestVerifier verifier, Fault fault) {
        if (showings.open(holder, verifier, "") instanceof OpenRequest.Outcome.Faulty(UUID id, Fault found)) {
            assertThat(found).isEqualTo(fault);
            return id;
        }
        throw new AssertionError("nothing is kept that could be told");
    }

    private Fault refused(PersonId holder, TestVerifier verifier) {
        if (showings.open(holder, verifier, "") instanceof OpenRequest.Outcome.NotAcceptable(Fault fault)) {
            return fault;
        }
        throw new AssertionError("it is kept");
    }

    private AnswerOutcome tell(PersonId holder, UUID request) {
        return wallet.bean(TellVerifier.class).tell(holder, request, Instant.now());
    }

    private RequestState state(PersonId holder, UUID request) {
        return wallet.bean(Requests.class).find(holder, request).orElseThrow().state();
    }

    private static TestServer.Request only(TestVerifier verifier) {
        assertThat(verifier.answers()).hasSize(1);
        return verifier.answers().getFirst();
    }

    private static URI next(TestVerifier verifier) {
        return URI.create(verifier.next());
    }
}
