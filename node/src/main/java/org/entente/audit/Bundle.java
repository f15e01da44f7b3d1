package org.entente.audit;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;

/**
 * What a node gives an auditor, read and not yet believed.
 *
 * @param node whose it is
 * @param madeAt when it was made
 * @param configuration the node's entity configuration: its keys
 * @param base the state of the journal before the first leaf; empty when the bundle begins with the journal
 * @param note the signed state of the journal after the last leaf
 */
public record Bundle(
        URI node,
        Instant madeAt,
        EntityStatement configuration,
        Optional<Base> base,
        SignedNote note,
        List<BundleLeaf> leaves,
        List<PeerReceipt> receipts) {
    /** A reason is shown as it is written. */
    private static final String REASON = "[a-z_]{3,64}";

    public Bundle {
        leaves = List.copyOf(leaves);
        receipts = List.copyOf(receipts);
    }

    /**
     * Where a bundle begins that does not begin with the journal.
     *
     * @param subtrees the hashes of the largest complete subtrees of the journal's tree then
     */
    record Base(SignedNote note, List<Hash> subtrees) {
        Base {
            subtrees = List.copyOf(subtrees);
        }

        Checkpoint checkpoint() {
            return Checkpoint.parse(note.text());
        }
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /** The name under which the journal's states are signed. */
    String logName() {
        return node.getRawAuthority() + "/journal";
    }

    private static Optional<Crossed> crossed(BundleLeaf leaf) {
        try {
            return Optional.of(
                    Crossed.of(leaf.position(), leaf.opened().orElseThrow().record()));
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    /** What crossed, as far as the records say it; a record of another form is left out. */
    List<Crossed> crossed() {
        return leaves.stream()
                .filter(leaf -> leaf.isCrossing() && leaf.opened().isPresent())
                .flatMap(leaf -> crossed(leaf).stream())
                .toList();
    }

    /** Why messages of this node came to nothing, as it recorded at the time, by their hash. */
    Map<String, String> undelivered() {
        Map<String, String> reasons = new HashMap<>();
        leaves.stream()
                .filter(BundleLeaf::isUndelivered)
                .flatMap(leaf -> leaf.opened().stream())
                .map(BundleLeaf.Opened::record)
                .filter(record -> record.path("reason").asString("").matches(REASON))
                .forEach(record -> reasons.put(
                        record.path("sha256").asString(""),
                        record.path("reason").asString("")));
        return reasons;
    }
}
