package org.entente.node.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a process that died held is taken up by another within seconds, and by nobody while it lives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadProcessTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TestNode gaspe;
    private TestNode tadoussac;

    @BeforeAll
    void start() {
        gaspe = TestNode.government("gaspe");
        tadoussac = TestNode.government("tadoussac");
        TestPost.introduce(gaspe, tadoussac);
        TestPost.introduce(tadoussac, gaspe);
    }

    @AfterAll
    void stop() {
        gaspe.close();
        tadoussac.close();
    }

    @Test
    void a_lane_whose_holder_died_is_taken_up_when_its_lease_ends() {
        int before = taken();
        post(1);
        await().atMost(PATIENCE).until(() -> taken() == before + 1);
        await().atMost(PATIENCE).until(() -> lanes("holder is null") == 1);
        sql("update frontier.lanes set holder = gen_random_uuid(), not_before = now() + interval '5 seconds'");

        post(2);

        await().atMost(PATIENCE).until(() -> taken() == before + 2);
    }

    @Test
    void a_lane_is_held_for_as_long_as_its_holder_waits_for_the_recipient() throws Exception {
        try (TestPublisher slow = new TestPublisher()) {
            slow.delay(Duration.ofSeconds(8));
            gaspe.bean(TransactionOperations.class)
                    .executeWithoutResult(transaction -> gaspe.bean(Frontier.class)
                            .post(slow.origin(), TestTides.TYPE, TestTides.tide("gaspe", 1), Instant.now()));

            await().atMost(PATIENCE).until(() -> lanes("failures = 1 and recipient like 'http://perce.%'") == 1);

            assertThat(slow.requests()).hasSize(1);
            sql("delete from frontier.lanes where recipient like 'http://perce.%'");
        }
    }

    @Test
    void a_job_whose_process_died_in_the_midst_of_it_runs_again_soon() {
        sql("""
                update jobs.scheduled_tasks
                set picked = true, picked_by = 'nobody', last_heartbeat = now(), version = version + 1
                where task_name = 'frontier-delivery'""");

        int before = taken();
        post(3);

        await().atMost(PATIENCE).until(() -> taken() == before + 1);
    }

    private void post(int height) {
        gaspe.bean(TransactionOperations.class)
                .executeWithoutResult(transaction -> gaspe.bean(Frontier.class)
                        .post(tadoussac.origin(), TestTides.TYPE, TestTides.tide("gaspe", height), Instant.now()));
    }

    private int lanes(String which) {
        return TestPost.count(gaspe, "select count(*) from frontier.lanes where " + which);
    }

    private int taken() {
        return tadoussac.bean(TestTides.class).taken().size();
    }

    private void sql(String statement) {
        gaspe.bean(JdbcClient.class).sql(statement).update();
    }
}
