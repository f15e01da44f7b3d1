package org.entente.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.node.TestNode;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.SignedNote;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class JournalRaceTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int LEAVES = 50;

    @Test
    void two_processes_give_each_of_fifty_leaves_exactly_one_place() throws Exception {
        try (TestNode node = TestNode.government("gaspe");
                TestNode twin = node.twin();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = size(node);
            List<Callable<RecordedLeaf>> recordings = new ArrayList<>();
            for (int i = 0; i < LEAVES; i++) {
                TestNode either = i % 2 == 0 ? node : twin;
                recordings.add(() -> {
                    RecordedLeaf leaf = either.bean(TransactionOperations.class)
                            .execute(transaction ->
                                    either.bean(Journal.class).record("test", "thing", Json.newObject(), NOW));
                    either.bean(SequenceLeaves.class).sequence(NOW);
                    return leaf;
                });
            }

            List<Future<RecordedLeaf>> recorded = threads.invokeAll(recordings);

            List<Long> places = new ArrayList<>();
            for (Future<RecordedLeaf> leaf : recorded) {
                InclusionProof proof =
                        node.bean(Journal.class).prove(leaf.get().id()).orElseThrow();
                assertThat(proof.proves(
                                "test", "thing", Json.newObject(), leaf.get().salt(), NOW))
                        .isTrue();
                places.add(proof.position());
            }
            assertThat(places).doesNotHaveDuplicates();
            assertThat(size(node)).isGreaterThanOrEqualTo(before + LEAVES);
        }
    }

    private static long size(TestNode node) {
        return node.bean(Journal.class)
                .checkpoint()
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()).size())
                .orElse(0L);
    }
}
