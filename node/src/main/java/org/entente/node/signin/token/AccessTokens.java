package org.entente.node.signin.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.expiry.Expiring;
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
     */
    public record Entry(String subject, String clientId, Set<String> scopes, ObjectNode details, String thumbprint) {}

    private final JdbcClient database;

    AccessTokens(JdbcClient database) {
        this.database = database;
    }

    void add(String token, Entry entry, Instant expiresAt) {
        database.sql("""
                        insert into signin.access_tokens
                            (token_hash, subject, client_id, scopes, details, thumbprint, expires_at)
                        values (:hash, :subject, :client, :scopes, :details::jsonb, :thumbprint, :expires)
                        """)
                .param("hash", Secrets.hash(token))
                .param("subject", entry.subject())
                .param("client", entry.clientId())
                .param("scopes", entry.scopes().toArray(String[]::new))
                .param("details", Json.write(entry.details()))
                .param("thumbprint", entry.thumbprint())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a token stands for, while it holds. */
    public Optional<Entry> find(String token, Instant now) {
        return database.sql("""
                        select subject, client_id, scopes, details, thumbprint from signin.access_tokens
                        where token_hash = :hash and expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AccessTokens::entry)
                .optional();
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
                row.getString("thumbprint"));
    }
}
