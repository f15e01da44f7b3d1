package org.entente.node.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Hash;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a leaf: enough to prove a record to somebody who has the record and its salt, and to tell nothing to
 * anybody else.
 *
 * @param stream which part of the house it concerns
 * @param type what kind of thing happened
 * @param hour when, to the hour
 * @param commitment SHA-256 over the salt and the canonical record
 */
record Leaf(String stream, String type, Instant hour, byte[] commitment) {
    private static final String NAME = "[a-z][a-z0-9._-]{0,79}";

    Leaf {
        if (!stream.matches(NAME) || !type.matches(NAME)) {
            throw new IllegalArgumentException("a stream and a type are lower-case names");
        }
    }

    static Leaf of(String stream, String type, ObjectNode record, byte[] salt, Instant now) {
        return new Leaf(stream, type, now.truncatedTo(ChronoUnit.HOURS), commitment(salt, record));
    }

    /** The hash that stands in the tree: of the canonical JSON of these four members. */
    Hash hash() {
        return Hash.ofLeaf(Json.canonical(Json.newObject()
                .put("stream", stream)
                .put("type", type)
                .put("hour", hour.toString())
                .put("commitment", Secrets.base64url(commitment))));
    }

    private static byte[] commitment(byte[] salt, ObjectNode record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(Json.canonical(record));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
