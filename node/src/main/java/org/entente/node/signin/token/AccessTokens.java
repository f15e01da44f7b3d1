package org.entente.node.signin.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.expiry.Expiring;
import org.entente.node.signin.proof.GenuineProof;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** The access tokens that hold, each under the digest of its text. */
@Repository
public class AccessTokens implements Expiring {
    /**
     * What a token stands for.
     *
     * @param thumbprint of the key to which it is bound, "" for a bearer token
     * @param authorization the person's permission with which it ends, if it came of one
     */
    public record Entry(
            String subject,
            String clientId,
            Set<String> scopes,
            ObjectNode details,
            String thumbprint,
            Optional<UUID> authorization) {}

    /**
     * A token that was presented with a proof of possession.
     *
     * @param entry what it stands for
     * @param spent whether the proof was used up by this; not so when it was used before, or is by another key
     */
    public record Presented(Entry entry, boolean spent) {}

    private final JdbcClient database;

    AccessTokens(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps a token, and spends the proof with which it was asked for in the same statement.
     *
     * @return whether it is kept: not where the proof was used before
     */
    boolean add(String token, Entry entry, Optional<GenuineProof> proof, Instant expiresAt) {
        return database.sql("""
                        with spent as (
                            insert into signin.spent_proofs (thumbprint, jti_hash, expires_at)
                            select :thumbprint, :jti::bytea, :forgettable::timestamptz where :jti::bytea is not null
                            on conflict do nothing
                            returning true)
                        insert into signin.access_tokens
                            (token_hash, subject, client_id, scopes, details, thumbprint, authorization_id, expires_at)
                        select :hash, :subject, :client, :scopes, :details::jsonb, :thumbprint, :authorization::uuid, :expires
                        where :jti::bytea is null or exists (select from spent)
                        """)
                        .param("hash", Secrets.hash(token))
                        .param("subject", entry.subject())
                        .param("client", entry.clientId())
                        .param("scopes", entry.scopes().toArray(String[]::new))
                        .param("details", Json.write(entry.details()))
                        .param("thumbprint", entry.thumbprint())
                        .param("authorization", entry.authorization().orElse(null))
                        .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                        .param(
                                "jti",
                                proof.map(made -> Secrets.hash(made.jti())).orElse(null))
                        .param(
                                "forgettable",
                                proof.map(made -> made.forgettableAt().atOffset(ZoneOffset.UTC))
                                        .orElse(null))
                        .update()
                == 1;
    }

    /** What a token stands for, while it holds. */
    public Optional<Entry> find(String token, Instant now) {
        return database.sql("""
                        select subject, client_id, scopes, details, thumbprint, authorization_id
                        from signin.access_tokens
                        where token_hash = :hash and expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AccessTokens::entry)
                .optional();
    }

    /**
     * What a token stands for, while it holds; spends a proof by the key to which it is bound in the same statement: the
     * proof is taken from exactly one of all who bring it.
     */
    public Optional<Presented> find(String token, GenuineProof proof, Instant now) {
        return database.sql("""
                        with token as (
                            select subject, client_id, scopes, details, thumbprint, authorization_id
                            from signin.access_tokens
                            where token_hash = :hash and expires_at > :now),
                        spent as (
                            insert into signin.spent_proofs (thumbprint, jti_hash, expires_at)
                            select thumbprint, :jti, :forgettable from token where thumbprint = :thumbprint
                            on conflict do nothing
                            returning true)
                        select token.*, exists (select from spent) as spent from token
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("jti", Secrets.hash(proof.jti()))
                .param("forgettable", proof.forgettableAt().atOffset(ZoneOffset.UTC))
                .param("thumbprint", proof.thumbprint())
                .query((row, number) -> new Presented(entry(row, number), row.getBoolean("spent")))
                .optional();
    }

    /** Ends a token, if it is that client's; "" is a client that never named itself. */
    void revoke(String token, String clientId) {
        database.sql("delete from signin.access_tokens where token_hash = :hash and client_id = :client")
                .param("hash", Secrets.hash(token))
                .param("client", clientId)
                .update();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.access_tokens where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("subject"),
                row.getString("client_id"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                Json.object(row.getString("details")),
                row.getString("thumbprint"),
                Optional.ofNullable(row.getObject("authorization_id", UUID.class)));
    }
}
