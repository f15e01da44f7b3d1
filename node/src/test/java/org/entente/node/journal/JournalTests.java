package org.entente.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.keys.Keys;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:34:56Z");
    private static final ObjectNode RECORD = Json.newObject().put("place", "Tadoussac");

    private TestNode node;
    private Journal journal;
    private SequenceLeaves sequenceLeaves;
    private TransactionOperations transactions;

    @BeforeAll
    void start() {
        node = TestNode.government("gaspe");
        journal = node.bean(Journal.class);
        sequenceLeaves = node.bean(SequenceLeaves.class);
        transactions = node.bean(TransactionOperations.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void proves_each_recorded_leaf_under_a_checkpoint_that_the_node_signed() {
        List<RecordedLeaf> recorded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            recorded.add(record("test", "thing", RECORD));
        }

        sequenceLeaves.sequence(NOW);

        for (RecordedLeaf leaf : recorded) {
            InclusionProof proof = journal.prove(leaf.id()).orElseThrow();
            assertThat(proof.proves("test", "thing", RECORD, leaf.salt(), NOW)).isTrue();
            assertThat(SignedNote.parse(proof.note()).isSignedBy(logName(), publicKey()))
                    .isTrue();
        }
    }

    @Test
    void proves_no_other_record_type_stream_hour_or_salt() {
        RecordedLeaf leaf = record("test", "thing", RECORD);
        byte[] foreignSalt = record("test", "thing", RECORD).salt();
        sequenceLeaves.sequence(NOW);
        InclusionProof proof = journal.prove(leaf.id()).orElseThrow();

        assertThat(proof.proves("test", "thing", Json.newObject(), leaf.salt(), NOW))
                .isFalse();
        assertThat(proof.proves("test", "other", RECORD, leaf.salt(), NOW)).isFalse();
        assertThat(proof.proves("other", "thing", RECORD, leaf.salt(), NOW)).isFalse();
        assertThat(proof.proves("test", "thing", RECORD, leaf.salt(), NOW.plusSeconds(3600)))
                .isFalse();
        assertThat(proof.proves("test", "thing", RECORD, foreignSalt, NOW)).isFalse();
    }

    @Test
    void records_nothing_when_the_caller_rolls_back() {
        RecordedLeaf leaf = transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return journal.record("test", "thing", RECORD, NOW);
        });
        sequenceLeaves.sequence(NOW);

        assertThat(journal.prove(leaf.id())).isEmpty();
    }

    @Test
    void records_nothing_outside_a_transaction() {
        assertThatThrownBy(() -> journal.record("test", "thing", RECORD, NOW))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nothing_is_deleted_or_changed() {
        record("test", "thing", RECORD);
        sequenceLeaves.sequence(NOW);
        JdbcClient sql = node.bean(JdbcClient.class);

        for (String table : List.of("leaves", "places", "subtrees", "checkpoints")) {
            assertThatThrownBy(() -> sql.sql("delete from journal." + table).update())
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() ->
                            sql.sql("truncate journal." + table + " cascade").update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> sql.sql("update journal.leaves set type = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void publishes_the_latest_checkpoint() throws Exception {
        record("test", "thing", RECORD);
        sequenceLeaves.sequence(NOW);

        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(node.origin().resolve("/journal/checkpoint"))
                            .build(),
                    BodyHandlers.ofString());
            SignedNote note = SignedNote.parse(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(note.isSignedBy(logName(), publicKey())).isTrue();
            assertThat(Checkpoint.parse(note.text()).size()).isPositive();
        }
    }

    private RecordedLeaf record(String stream, String type, ObjectNode record) {
        return transactions.execute(transaction -> journal.record(stream, type, record, NOW));
    }

    private String logName() {
        return node.origin().getAuthority() + "/journal";
    }

    private org.entente.protocols.jose.PublicJwk publicKey() {
        return node.bean(Keys.class).federation().publicKey();
    }
}
