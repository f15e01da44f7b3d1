package org.entente.node.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.node.TestNode;
import org.junit.jupiter.api.Test;

class ReceptionRaceTests {
    private static final int ATTEMPTS = 50;

    @Test
    void two_processes_take_a_message_that_comes_fifty_times_exactly_once() throws Exception {
        try (TestNode gaspe = TestNode.government("gaspe");
                TestNode tadoussac = TestNode.government("tadoussac");
                TestNode twin = tadoussac.twin();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TestPost.introduce(tadoussac, gaspe);
            String message = TestPost.signed(TestPost.message(gaspe, tadoussac), gaspe);
            List<Callable<HttpResponse<String>>> attempts = new ArrayList<>();
            for (int i = 0; i < ATTEMPTS; i++) {
                TestNode either = i % 2 == 0 ? tadoussac : twin;
                attempts.add(() -> TestPost.post(either.address(), message));
            }

            List<Future<HttpResponse<String>>> answers = threads.invokeAll(attempts);

            List<String> receipts = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                receipts.add(answer.get().body());
            }
            assertThat(receipts.stream().distinct()).hasSize(1);
            assertThat(TestPost.received(tadoussac)).isEqualTo(1);
            int taken = tadoussac.bean(TestTides.class).taken().size()
                    + twin.bean(TestTides.class).taken().size();
            assertThat(taken).isEqualTo(1);
        }
    }
}
