package org.entente.audit;

import java.net.URI;
import java.time.Instant;
import java.util.List;
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
}
