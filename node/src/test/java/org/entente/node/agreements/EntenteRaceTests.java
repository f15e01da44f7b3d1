package org.entente.node.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.OFFICER;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.agree;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.perform;
import static org.entente.node.agreements.TestParties.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.entente.node.TestNode;
import org.entente.node.agreements.conclude.ApproveEntente;
import org.entente.node.agreements.conclude.ApproveEntente.Approving;
import org.entente.node.agreements.conclude.ProposeEntente;
import org.entente.node.agreements.conclude.ProposeOutcome;
import org.entente.node.agreements.conclude.SignEntente;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The depositary's node as two processes on one database, asked for the same thing many times at once. */
class EntenteRaceTests {
    private static final int ATTEMPTS = 50;

    @Test
    void each_thing_happens_once_under_fifty_attempts_at_two_processes() throws Exception {
        try (TestNode quebec = government("quebec", "CA-QC");
                TestNode twin = quebec.twin();
                TestNode britishColumbia = government("british-columbia", "CA-BC")) {
            introduce(quebec, britishColumbia);
            ObjectNode draft = draft(quebec, britishColumbia);
            var proposals = together(
                    quebec, twin, node -> node.bean(ProposeEntente.class).propose(draft, "officer", Instant.now()));
            assertThat(proposals.stream().filter(ProposeOutcome.Proposed.class::isInstance))
                    .hasSize(1);

            await().atMost(PATIENCE)
                    .until(() -> britishColumbia.bean(Holdings.class).find(NAME).isPresent());
            agree(britishColumbia, NAME);
            sign(britishColumbia);
            await().atMost(PATIENCE).until(() -> held(twin).signatures().has("CA-BC"));
            String text = held(quebec).entente().hash();
            Approving first = new Approving(text, 1, "officer 1");
            Approving second = new Approving(text, 2, "officer 2");
            together(quebec, twin, node -> {
                node.bean(ApproveEntente.class).approve(NAME, first, Instant.now());
                node.bean(ApproveEntente.class).approve(NAME, second, Instant.now());
                return node.bean(SignEntente.class).sign(NAME, text, "client test", Instant.now());
            });
            awaitNumber(1, quebec, twin, britishColumbia);

            String suspension = perform(
                    quebec,
                    ActJson.suspend(
                            new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE));
            var lifts = together(
                    quebec,
                    twin,
                    node -> node.bean(PerformAct.class)
                            .perform(NAME, ActJson.lift(suspension), OFFICER, Instant.now()));
            assertThat(lifts.stream().filter(ActOutcome.Done.class::isInstance)).hasSize(1);
            awaitNumber(3, quebec, twin, britishColumbia);
            assertThat(hashes(quebec, twin, britishColumbia)).hasSize(1);
        }
    }

    private static <T> List<T> together(TestNode one, TestNode other, Function<TestNode, T> attempt)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(ATTEMPTS)) {
            List<Callable<T>> attempts = IntStream.range(0, ATTEMPTS)
                    .<Callable<T>>mapToObj(i -> () -> attempt.apply(i % 2 == 0 ? one : other))
                    .toList();
            List<Future<T>> futures = threads.invokeAll(attempts);
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
