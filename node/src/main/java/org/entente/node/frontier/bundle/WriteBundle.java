package org.entente.node.frontier.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.frontier.crossing.Blocked;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.frontier.outbox.Outbox;
import org.entente.node.frontier.outbox.Outbox.KeptReceipt;
import org.entente.node.frontier.statement.Statements;
import org.entente.node.journal.Journal;
import org.entente.node.journal.JournalState;
import org.entente.node.journal.LeafId;
import org.entente.node.journal.PlacedLeaf;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a bundle, a JSON object on each line: a head, the leaves in their order, the receipts, an end that counts them.
 * Read by pages, so that a long journal needs no memory and holds up nobody.
 */
@Component
public class WriteBundle {
    static final String FORMAT = "entente-audit-bundle/1";
    private static final int RECEIPTS_READ = 500;

    private final Journal journal;
    private final Crossings crossings;
    private final Blocked blocked;
    private final Statements statements;
    private final Outbox outbox;
    private final NodeIdentity node;

    WriteBundle(
            Journal journal,
            Crossings crossings,
            Blocked blocked,
            Statements statements,
            Outbox outbox,
            NodeIdentity node) {
        this.journal = journal;
        this.blocked = blocked;
        this.crossings = crossings;
        this.statements = statements;
        this.outbox = outbox;
        this.node = node;
    }

    /** As {@link org.entente.node.frontier.Frontier#writeBundle} says. */
    public boolean write(String configuration, Optional<LocalDate> since, OutputStream out, Instant now)
            throws IOException {
        Optional<JournalState> latest = journal.stateBefore(now);
        if (latest.isEmpty()) {
            return false;
        }
        Instant begin =
                since.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(Instant.EPOCH);
        Optional<JournalState> base = journal.stateBefore(begin);
        line(out, head(configuration, base, latest.get(), now));
        long from = base.map(JournalState::size).orElse(0L);
        writeLeaves(from, latest.get().size(), out);
        long receipts = writeReceipts(begin, out);
        ObjectNode end = Json.newObject();
        end.putObject("end").put("leaves", latest.get().size() - from).put("receipts", receipts);
        line(out, end);
        return true;
    }

    private ObjectNode head(String configuration, Optional<JournalState> base, JournalState latest, Instant now) {
        ObjectNode head = Json.newObject()
                .put("format", FORMAT)
                .put("node", node.entityId().toString())
                .put("made_at", now.toString())
                .put("entity_configuration", configuration)
                .put("checkpoint", latest.note());
        base.ifPresent(state -> {
            ObjectNode from = head.putObject("base").put("checkpoint", state.note());
            ArrayNode subtrees = from.putArray("subtrees");
            journal.largestSubtrees(state.size()).forEach(hash -> subtrees.add(hash.base64()));
        });
        return head;
    }

    private void writeLeaves(long from, long to, OutputStream out) throws IOException {
        long next = from;
        while (next < to) {
            List<PlacedLeaf> leaves = journal.leaves(next, to);
            List<LeafId> ours = leaves.stream()
                    .filter(leaf -> leaf.stream().equals(Crossings.STREAM))
                    .map(PlacedLeaf::id)
                    .toList();
            Map<LeafId, Crossings.Recorded> crossed = crossings.of(ours);
            Map<LeafId, Statements.Kept> stated = statements.of(ours);
            Map<LeafId, Blocked.Recorded> refused = blocked.of(ours);
            if (leaves.isEmpty()) {
                throw new IllegalStateException("the journal has no leaf at " + next);
            }
            for (PlacedLeaf leaf : leaves) {
                ObjectNode line = leaf(leaf);
                Optional.ofNullable(refused.get(leaf.id()))
                        .ifPresent(one -> line.put(
                                        "salt", Secrets.base64url(one.leaf().salt()))
                                .set("record", one.refusal().toJson()));
                Optional.ofNullable(crossed.get(leaf.id()))
                        .ifPresent(one -> line.put(
                                        "salt", Secrets.base64url(one.leaf().salt()))
                                .set("record", Crossings.record(one.crossing())));
                Optional.ofNullable(stated.get(leaf.id()))
                        .ifPresent(kept -> line.put(
                                        "salt", Secrets.base64url(kept.leaf().salt()))
                                .put("statement", kept.statement())
                                .set("record", kept.record()));
                line(out, line);
            }
            next += leaves.size();
        }
    }

    private static ObjectNode leaf(PlacedLeaf leaf) {
        return Json.newObject()
                .put("position", leaf.position())
                .put("stream", leaf.stream())
                .put("type", leaf.type())
                .put("hour", leaf.hour().toString())
                .put("commitment", Secrets.base64url(leaf.commitment()));
    }

    private long writeReceipts(Instant since, OutputStream out) throws IOException {
        long count = 0;
        List<KeptReceipt> page = outbox.receipts(0, since, RECEIPTS_READ);
        while (!page.isEmpty()) {
            for (KeptReceipt kept : page) {
                line(out, Json.newObject().put("receipt", kept.receipt()));
            }
            count += page.size();
            page = outbox.receipts(page.getLast().id(), since, RECEIPTS_READ);
        }
        return count;
    }

    private static void line(OutputStream out, ObjectNode object) throws IOException {
        out.write(Json.bytes(object));
        out.write('\n');
    }
}
