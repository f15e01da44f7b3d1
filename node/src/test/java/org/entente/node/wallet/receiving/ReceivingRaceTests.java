package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.Simultaneously;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.attestations.Attestations;
import org.junit.jupiter.api.Test;

class ReceivingRaceTests {
    private static final int ATTEMPTS = 50;

    @Test
    void fifty_acceptances_in_two_processes_receive_once() {
        PersonId holder = new PersonId(UUID.randomUUID());
        try (TestNode one = TestNode.wallet(Map.of());
                TestNode other = one.twin();
                TestIssuer issuer = new TestIssuer()) {
            OpenOutcome opened = one.bean(OpenOffer.class)
                    .open(holder, Optional.empty(), Optional.of(issuer.offerUri()), Instant.now());
            UUID offer = ((OpenOutcome.Opened) opened).offer();
            List<ReceiveOutcome> outcomes = Simultaneously.attempt(
                    ATTEMPTS,
                    i -> () -> (i % 2 == 0 ? one : other)
                            .bean(ReceiveAttestations.class)
                            .receive(holder, offer, TestIssuer.CODE, Instant.now()));
            assertThat(outcomes)
                    .filteredOn(ReceiveOutcome.Received.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(ReceiveOutcome.NotOpen.class::isInstance)
                    .hasSize(ATTEMPTS - 1);
            assertThat(issuer.credentialRequests).hasValueLessThanOrEqualTo(2);
            assertThat(one.bean(Attestations.class).of(holder)).hasSize(1);
        }
    }
}
