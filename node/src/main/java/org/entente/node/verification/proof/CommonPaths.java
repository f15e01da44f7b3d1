package org.entente.node.verification.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.node.agreements.ProofPath;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The paths in which nothing failed: they say what documents say, so that many presentations share one, which is kept once
 * and stays.
 */
@Repository
public class CommonPaths {
    private static final int MOST = 1_000;

    private final JdbcClient sql;

    /** What is in the table for certain, as nothing is taken out of it. */
    private final Map<ProofPath, byte[]> kept = new ConcurrentHashMap<>();

    CommonPaths(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What the row of a proof says of its path.
     *
     * @param own the path as JSON, null when it is a common one
     * @param common the name of the common one, null when the path is its own
     */
    public record Written(@Nullable String own, byte @Nullable [] common) {
        /** Of a proof that has no new path. */
        public static final Written NOTHING = new Written(null, null);
    }

    /**
     * How a path is written down; a common one is in its table afterwards.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException in a transaction: what that took back would
     *     be believed to be kept
     */
    @Transactional(propagation = Propagation.NEVER)
    public Written written(ProofPath path) {
        return path.firstFailed().isPresent()
                ? new Written(Json.write(path.toJson()), null)
                : new Written(null, common(path));
    }

    private byte[] common(ProofPath path) {
        byte[] known = kept.get(path);
        return known == null ? keep(path) : known;
    }

    private byte[] keep(ProofPath path) {
        String json = Json.write(path.toJson());
        byte[] hash = Secrets.sha256(json.getBytes(StandardCharsets.UTF_8));
        sql.sql("insert into verification.paths (hash, path) values (:hash, :path::jsonb) on conflict do nothing")
                .param("hash", hash)
                .param("path", json)
                .update();
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(path, hash);
        return hash;
    }
}
