package org.entente.node.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.junit.jupiter.api.Test;

class MatchPersonRaceTests {
    /** Far ahead: what expires by the clock is removed behind a test that stands in the past. */
    private static final Instant NOW = Instant.parse("2096-11-22T10:00:00Z");

    @Test
    void one_of_fifty_accounts_on_two_processes_gets_the_record() throws InterruptedException, ExecutionException {
        try (TestNode node = TestNode.government("quebec", TestRegister.settings());
                TestNode twin = node.twin()) {
            List<Callable<MatchOutcome>> attempts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                TestNode process = i % 2 == 0 ? node : twin;
                PersonId person = node.bean(People.class)
                        .enter(new EmailAddress("p" + i + "@example.org"), Language.EN, NOW)
                        .id();
                attempts.add(
                        () -> process.bean(MatchPerson.class).match(person, TestRegister.aurelie(), "192.0.2.1", NOW));
            }

            List<MatchOutcome> outcomes = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<MatchOutcome> outcome : threads.invokeAll(attempts)) {
                    outcomes.add(outcome.get());
                }
            }

            assertThat(outcomes)
                    .filteredOn(MatchOutcome.Matched.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(MatchOutcome.HeldByAnother.class::isInstance)
                    .hasSize(9);
            assertThat(outcomes)
                    .filteredOn(MatchOutcome.TooManyAttempts.class::isInstance)
                    .hasSize(40);
        }
    }
}
