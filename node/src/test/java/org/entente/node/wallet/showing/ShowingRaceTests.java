package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.Simultaneously;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Showings;
import org.entente.node.wallet.receiving.TestReceptions;
import org.junit.jupiter.api.Test;

class ShowingRaceTests {
    private static final int ATTEMPTS = 50;

    @Test
    void fifty_agreements_in_two_processes_send_one_answer() {
        PersonId holder = new PersonId(UUID.randomUUID());
        try (TestNode one = TestNode.wallet(Map.of());
                TestNode other = one.twin();
                TestIssuer issuer = new TestIssuer();
                TestVerifier verifier = new TestVerifier("office")) {
            new TestReceptions(one).receive(holder, issuer);
            var link = new OpenRequest.Link(verifier.clientId(), verifier.requestUri(), "");
            var opened = one.bean(OpenRequest.class).open(holder, link, Instant.now());
            UUID request = ((OpenRequest.Outcome.Opened) opened).request();
            List<AnswerOutcome> outcomes = Simultaneously.attempt(
                    ATTEMPTS,
                    i -> () -> (i % 2 == 0 ? one : other)
                            .bean(AgreeToShow.class)
                            .agree(holder, request, Choices.NONE, Instant.now()));
            assertThat(outcomes)
                    .filteredOn(AnswerOutcome.Taken.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(AnswerOutcome.NotSent.class::isInstance)
                    .hasSize(ATTEMPTS - 1);
            assertThat(verifier.answers()).hasSize(1);
            assertThat(one.bean(Showings.class).of(holder)).hasSize(1);
            assertThat(one.bean(Attestations.class).of(holder).getFirst().unused())
                    .isEqualTo(TestIssuer.BATCH - 1);
        }
    }

    @Test
    void yes_and_no_at_one_moment_are_one_answer() {
        PersonId holder = new PersonId(UUID.randomUUID());
        try (TestNode one = TestNode.wallet(Map.of());
                TestIssuer issuer = new TestIssuer();
                TestVerifier verifier = new TestVerifier("office")) {
            new TestReceptions(one).receive(holder, issuer);
            var link = new OpenRequest.Link(verifier.clientId(), verifier.requestUri(), "");
            var opened = one.bean(OpenRequest.class).open(holder, link, Instant.now());
            UUID request = ((OpenRequest.Outcome.Opened) opened).request();
            Simultaneously.attempt(
                    ATTEMPTS,
                    i -> () -> i % 2 == 0
                            ? one.bean(AgreeToShow.class).agree(holder, request, Choices.NONE, Instant.now())
                            : one.bean(RefuseToShow.class).refuse(holder, request, Instant.now()));
            assertThat(verifier.answers()).hasSize(1);
        }
    }
}
