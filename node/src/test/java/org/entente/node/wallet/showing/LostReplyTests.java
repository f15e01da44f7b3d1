package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Showing;
import org.entente.node.wallet.attestations.Showings;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.protocols.x509.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An answer left, and what the verifier said to it got lost: the holder learns what is known, and no second answer leaves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostReplyTests {
    private final TestNode wallet =
            TestNode.wallet(Map.of("entente.wallet.authorities[0]", Certificates.toBase64(TestSigners.authority())));
    private final TestIssuer issuer = new TestIssuer();
    private final TestShowings showings = new TestShowings(wallet);
    private PersonId holder = TestReceptions.somebody();
    private final Requests requests = wallet.bean(Requests.class);

    @BeforeEach
    void somebodyNew() {
        holder = showings.holder(issuer);
    }

    @AfterAll
    void close() {
        issuer.close();
        wallet.close();
    }

    @Test
    void a_verifier_that_says_that_it_took_the_answer_before_took_it() {
        int unused = unused();
        try (TestVerifier verifier =
                new TestVerifier("office", Mischief.BREAKS_OFF_ONCE, Mischief.TELLS_WHAT_IT_TOOK)) {
            UUID request = showings.opened(holder, verifier, "");

            assertThat(showings.answer(holder, request))
                    .isEqualTo(new AnswerOutcome.Taken(Optional.of(URI.create(verifier.next()))));

            assertThat(verifier.answers()).extracting(answer -> answer.body()).hasSize(2);
            assertThat(verifier.answers().getFirst().body())
                    .isEqualTo(verifier.answers().getLast().body());
            assertThat(result(request)).isEqualTo(Showing.Result.ACCEPTED);
        }
        assertThat(unused()).isEqualTo(unused - 1);
    }

    @Test
    void where_a_verifier_refuses_the_repetition_nobody_knows_whether_it_took_the_answer() {
        int unused = unused();
        try (TestVerifier verifier = new TestVerifier("office", Mischief.BREAKS_OFF_ONCE)) {
            UUID request = showings.opened(holder, verifier, "");

            assertThat(showings.answer(holder, request)).isEqualTo(new AnswerOutcome.Uncertain());

            assertThat(result(request)).isEqualTo(Showing.Result.SENT);
            assertThat(found(request).state()).isEqualTo(RequestState.UNCERTAIN);
            assertThat(found(request).failure()).contains(Fault.REPEAT_REFUSED);
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.NotSent.class);
            assertThat(requests.decline(holder, request, Instant.now())).isFalse();
            assertThat(verifier.answers()).hasSize(2);
        }
        assertThat(unused()).isEqualTo(unused - 1);
    }

    @Test
    void the_holder_may_ask_a_silent_verifier_again_and_the_same_answer_leaves() {
        try (TestVerifier verifier = new TestVerifier("office", Mischief.BREAKS_OFF, Mischief.TELLS_WHAT_IT_TOOK)) {
            UUID request = showings.opened(holder, verifier, "");

            assertThat(showings.answer(holder, request)).isEqualTo(new AnswerOutcome.Uncertain());
            assertThat(found(request).answerKept()).isTrue();
            assertThat(requests.decline(holder, request, Instant.now())).isFalse();
            verifier.recovers();
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.Taken.class);

            assertThat(verifier.answers())
                    .extracting(answer -> answer.body())
                    .hasSize(3)
                    .containsOnly(verifier.answers().getFirst().body());
            assertThat(result(request)).isEqualTo(Showing.Result.ACCEPTED);
        }
    }

    @Test
    void an_answer_that_a_restart_broke_off_may_have_left_and_is_asked_after_with_the_same() {
        try (TestVerifier verifier = new TestVerifier("office", Mischief.TELLS_WHAT_IT_TOOK)) {
            UUID request = showings.opened(holder, verifier, "");
            Instant then = Instant.now().minus(Requests.PATIENCE).minusSeconds(1);
            KnownRequest known = known(request);
            Outgoing outgoing = open(answering(request), then);

            // It did leave, and the process died before the reply came.
            assertThat(wallet.bean(SendAnswer.class).send(known.object().responseUri(), outgoing.form()))
                    .isInstanceOf(Reaction.Taken.class);

            assertThat(found(request).isUncertain(Instant.now())).isTrue();
            assertThat(requests.decline(holder, request, Instant.now())).isFalse();
            assertThat(showings.answer(holder, request)).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(verifier.answers())
                    .extracting(answer -> answer.body())
                    .hasSize(2)
                    .containsOnly(verifier.answers().getFirst().body());
        }
    }

    @Test
    void an_attempt_whose_place_another_has_taken_takes_nothing_back() {
        try (TestVerifier verifier = new TestVerifier("office")) {
            UUID request = showings.opened(holder, verifier, "");
            AnswerBook book = wallet.bean(AnswerBook.class);
            Answering first = answering(request);
            open(first, Instant.now().minus(Requests.PATIENCE).minusSeconds(1));
            Answering second = answering(request);
            assertThat(book.open(second, Map.of(), Instant.now())).isPresent();

            book.notSent(first, Fault.NO_ANSWER);
            assertThat(result(request)).isEqualTo(Showing.Result.SENT);
            book.refused(first);
            assertThat(result(request)).isEqualTo(Showing.Result.SENT);
            assertThat(found(request).answerKept()).isTrue();
            book.taken(first, Optional.empty());
            assertThat(result(request)).isEqualTo(Showing.Result.ACCEPTED);
        }
    }

    @Test
    void where_nobody_is_reached_nothing_left_and_the_holder_may_still_say_no() {
        try (TestVerifier verifier = new TestVerifier("office").answeredNowhere()) {
            UUID request = showings.opened(holder, verifier, "");

            assertThat(showings.answer(holder, request)).isEqualTo(new AnswerOutcome.NotTaken(Fault.NO_ANSWER));

            assertThat(found(request).state()).isEqualTo(RequestState.OPEN);
            assertThat(wallet.bean(Showings.class).of(holder))
                    .extracting(Showing::request)
                    .doesNotContain(request);
            assertThat(requests.decline(holder, request, Instant.now())).isTrue();
        }
    }

    private Answering answering(UUID request) {
        return new Answering(holder, request, UUID.randomUUID(), known(request));
    }

    private Outgoing open(Answering answering, Instant then) {
        Match.Found found =
                (Match.Found) wallet.bean(MatchRequest.class).match(holder, answering.request(), Instant.now());
        Question question = found.questions().getFirst();
        return wallet.bean(AnswerBook.class)
                .open(answering, Map.of(question.id(), question.options().getFirst()), then)
                .orElseThrow();
    }

    private KnownRequest known(UUID request) {
        try {
            return wallet.bean(JudgeRequest.class)
                    .judge(found(request).contents().orElseThrow(), Instant.now());
        } catch (Unacceptable e) {
            throw new AssertionError(e);
        }
    }

    private StoredRequest found(UUID request) {
        return requests.find(holder, request).orElseThrow();
    }

    private Showing.Result result(UUID request) {
        return wallet.bean(Showings.class).of(holder).stream()
                .filter(entry -> entry.request().equals(request))
                .map(Showing::result)
                .findFirst()
                .orElseThrow();
    }

    private int unused() {
        return wallet.bean(Attestations.class).of(holder).getFirst().unused();
    }
}
