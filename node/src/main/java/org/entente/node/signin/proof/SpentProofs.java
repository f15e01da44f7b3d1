package org.entente.node.signin.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.expiry.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proofs that were used, remembered until they would be too old anyway; known to every process. */
@Repository
class SpentProofs implements Expiring {
    private final JdbcClient database;

    SpentProofs(JdbcClient database) {
        this.database = database;
    }

    /** Marks a proof as used: true for exactly one of all who try, at once or later. */
    boolean spend(GenuineProof proof) {
        int inserted = database.sql("""
                        insert into signin.spent_proofs (thumbprint, jti_hash, expires_at)
                        values (:thumbprint, :jti, :expires) on conflict do nothing
                        """)
                .param("thumbprint", proof.thumbprint())
                .param("jti", Secrets.hash(proof.jti()))
                .param("expires", proof.forgettableAt().atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 1;
    }

    boolean isSpent(GenuineProof proof) {
        return database.sql("""
                        select exists (
                            select from signin.spent_proofs where thumbprint = :thumbprint and jti_hash = :jti)""")
                .param("thumbprint", proof.thumbprint())
                .param("jti", Secrets.hash(proof.jti()))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.spent_proofs where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
