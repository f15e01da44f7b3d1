package org.entente.node.frontier.crossing;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.journal.Journal;
import org.entente.node.journal.LeafId;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages and documents that were refused here, and those messages of ours that came to nothing, each with the leaf that
 * commits to it. They did not cross, and are not listed; who is told that one was refused can be shown which, when and why.
 */
@Component
public class Blocked {
    private final JdbcClient sql;
    private final Journal journal;

    Blocked(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /**
     * One refusal.
     *
     * @param peer whom the message names as its sender; whom it was for, if it is ours; of a document, who publishes it
     * @param type of the closed list, or {@code unknown}; {@code document} for one
     * @param sha256 of the message, base64url; of a document, of its address
     */
    public record Refusal(Instant at, URI peer, String type, String reason, String sha256) {
        public Refusal {
            // As PostgreSQL keeps it: what the leaf commits to can be written again from what is kept.
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** What the leaf commits to. */
        public ObjectNode toJson() {
            return Json.newObject()
                    .put("at", at.toString())
                    .put("peer", peer.toString())
                    .put("type", type)
                    .put("reason", reason)
                    .put("sha256", sha256);
        }
    }

    /** A refusal, and what proves that it was journalled. */
    public record Recorded(Refusal refusal, RecordedLeaf leaf) {}

    /** The refusals of these leaves. */
    public Map<LeafId, Recorded> of(Collection<LeafId> leaves) {
        return sql
                .sql("""
                        select at, peer, type, reason, sha256, leaf, salt
                        from frontier.blocked where leaf = any(:leaves)""")
                .param("leaves", leaves.stream().map(LeafId::value).toArray(UUID[]::new))
                .query((row, number) -> new Recorded(
                        new Refusal(
                                row.getTimestamp("at").toInstant(),
                                URI.create(row.getString("peer")),
                                row.getString("type"),
                                row.getString("reason"),
                                row.getString("sha256")),
                        new RecordedLeaf(new LeafId(row.getObject("leaf", UUID.class)), row.getBytes("salt"))))
                .list()
                .stream()
                .collect(Collectors.toMap(one -> one.leaf().id(), Function.identity()));
    }

    /** Records a refusal. The caller sees to it that nobody can have too many recorded. */
    @Transactional
    public void add(Refusal refusal) {
        add("message-blocked", refusal);
    }

    /** Records a message of which nobody knows who sent it, in the caller's transaction; see {@link DailyRefusals}. */
    @Transactional(propagation = Propagation.MANDATORY)
    void unattributed(Refusal refusal) {
        add("message-unattributed", refusal);
    }

    /** Records a message that a peer signed and nobody can read, in the caller's transaction; see {@link DailyRefusals}. */
    @Transactional(propagation = Propagation.MANDATORY)
    void unreadable(Refusal refusal) {
        add("message-unreadable", refusal);
    }

    /** Records a document that was not taken from its publisher, in the caller's transaction; see {@link DailyRefusals}. */
    @Transactional(propagation = Propagation.MANDATORY)
    void document(Refusal refusal) {
        add("document-refused", refusal);
    }

    /** Records that a message of ours, which left, came to nothing, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undelivered(Refusal refusal) {
        add("message-undelivered", refusal);
    }

    private void add(String leafType, Refusal refusal) {
        RecordedLeaf leaf = journal.record(Crossings.STREAM, leafType, refusal.toJson(), refusal.at());
        sql.sql("""
                        insert into frontier.blocked (at, peer, type, reason, sha256, leaf, salt)
                        values (:at, :peer, :type, :reason, :sha256, :leaf, :salt)""")
                .param("at", Timestamp.from(refusal.at()))
                .param("peer", refusal.peer().toString())
                .param("type", refusal.type())
                .param("reason", refusal.reason())
                .param("sha256", refusal.sha256())
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }
}
