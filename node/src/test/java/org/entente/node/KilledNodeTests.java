package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.protocols.jose.Signer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of a node is killed in the midst of issuing; the node goes on in another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNodeTests {
    private static final int KILLS = 3;
    private static final int HOLDERS = 4;
    private static final int COPIES = 3;
    private static final long SEED = 20_261_122L;

    private TestNode survivor;

    /** How far a holder came before the process died under it. */
    private record Flow(TestHolder.Given given, String code, boolean redeemed, List<String> copies) {}

    @BeforeAll
    void start() {
        survivor = TestIssuer.start();
    }

    @AfterAll
    void stop() {
        survivor.close();
    }

    @Test
    void leaves_no_half_issued_credential_and_no_reusable_code() throws Exception {
        Random random = new Random(SEED);
        Queue<Flow> flows = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < KILLS; i++) {
            try (TestProcess process = TestProcess.of(survivor)) {
                issueUntilKilled(process, flows, 1 + random.nextInt(12));
            }
        }
        assertThat(flows).anyMatch(flow -> !flow.copies().isEmpty());
        flows.forEach(this::isNotReusable);
        everyFamilyIsWhole();
    }

    private void issueUntilKilled(TestProcess process, Queue<Flow> flows, int issuances) throws InterruptedException {
        CountDownLatch underway = new CountDownLatch(issuances);
        try (ExecutorService holders = Executors.newFixedThreadPool(HOLDERS)) {
            for (int i = 0; i < HOLDERS; i++) {
                holders.execute(() -> obtainUntilDead(process, flows, underway));
            }
            underway.await(1, TimeUnit.MINUTES);
            process.kill();
        }
    }

    private static void obtainUntilDead(TestProcess process, Queue<Flow> flows, CountDownLatch underway) {
        boolean alive = true;
        while (alive) {
            alive = obtain(new TestHolder(process.node()), flows);
            underway.countDown();
        }
    }

    /** Whether the process answered to the end. */
    private static boolean obtain(TestHolder holder, Queue<Flow> flows) {
        TestHolder.Given given;
        String code;
        try {
            given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
            code = holder.code(given);
        } catch (RuntimeException | AssertionError dead) {
            return false;
        }
        boolean redeemed = false;
        List<String> copies = new ArrayList<>();
        try {
            String token = holder.token(given);
            redeemed = true;
            List<Signer> keys = holder.keys(COPIES);
            copies.addAll(holder.obtain(token, TestIssuer.IDENTITY, keys));
            return true;
        } catch (RuntimeException | AssertionError dead) {
            return false;
        } finally {
            flows.add(new Flow(given, code, redeemed, copies));
        }
    }

    /** A code that was answered with a token is spent; one whose answer was lost gives at most one token. */
    private void isNotReusable(Flow flow) {
        TestHolder holder = new TestHolder(survivor);
        int again = holder.redeem(flow.code(), flow.given().transactionCode()).statusCode();
        if (flow.redeemed()) {
            assertThat(again).isEqualTo(400);
        }
        assertThat(holder.redeem(flow.code(), flow.given().transactionCode()).statusCode())
                .isEqualTo(400);
    }

    private void everyFamilyIsWhole() {
        JdbcClient sql = survivor.bean(JdbcClient.class);
        assertThat(sql.sql("""
                                select count(*) from issuance.families f
                                where %d <> (select count(*) from issuance.status_entries e
                                             where e.organisation = f.organisation and e.handle = f.handle)
                                   or not exists (select from journal.leaves l where l.id = f.leaf)
                                """.formatted(COPIES)).query(Long.class).single())
                .as("families without all their copies or their leaf in the journal")
                .isZero();
        assertThat(sql.sql("""
                                select count(*) from issuance.status_entries e
                                where not exists (select from issuance.families f
                                                  where e.organisation = f.organisation and e.handle = f.handle)
                                """).query(Long.class).single())
                .as("indices without a family")
                .isZero();
    }
}
