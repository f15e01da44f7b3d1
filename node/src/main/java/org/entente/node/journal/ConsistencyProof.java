package org.entente.node.journal;

import java.util.List;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.MerkleProof;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * That nothing of an older log was altered or taken away, for whoever kept its checkpoint.
 *
 * @param size how many leaves the older log had
 * @param path RFC 9162 §2.1.4
 * @param note the signed checkpoint of the newer log
 */
public record ConsistencyProof(long size, List<Hash> path, String note) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the log with this older root is a beginning of the newer one. */
    public boolean proves(Hash olderRoot) {
        Checkpoint newer = Checkpoint.parse(SignedNote.parse(note).text());
        return MerkleProof.isBeginning(size, olderRoot, newer.size(), newer.root(), path);
    }

    /** The JSON form: hashes in base64, as in the checkpoint. */
    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("size", size);
        ArrayNode hashes = json.putArray("path");
        path.forEach(hash -> hashes.add(hash.base64()));
        return json.put("checkpoint", note);
    }
}
