package org.entente.node.journal;

import java.time.Instant;
import java.util.List;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.MerkleProof;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a leaf stands in the log, for whoever has the record and its salt.
 *
 * @param position the leaf's place
 * @param path from the leaf's sibling up to the root
 * @param note the signed checkpoint whose tree the path leads into
 */
public record InclusionProof(long position, List<Hash> path, String note) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Whether this record was journalled in this stream, type and hour. Who signed the checkpoint is asked of
     * {@link SignedNote#isSignedBy}.
     *
     * @param at a moment in the hour in which it was recorded
     */
    public boolean proves(String stream, String type, ObjectNode record, byte[] salt, Instant at) {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        Hash leaf = Leaf.of(stream, type, record, salt, at).hash();
        return MerkleProof.includes(leaf, position, checkpoint.size(), path, checkpoint.root());
    }

    /** The JSON form: hashes in base64, as in the checkpoint. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("position", position);
        ArrayNode hashes = json.putArray("path");
        path.forEach(hash -> hashes.add(hash.base64()));
        return json.put("checkpoint", note);
    }
}
