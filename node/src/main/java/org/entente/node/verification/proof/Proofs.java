package org.entente.node.verification.proof;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.agreements.ProofPath;
import org.entente.node.kernel.Text;
import org.entente.node.verification.WalletError;
import org.entente.node.verification.proof.Proof.Basis;
import org.entente.node.verification.proof.Proof.Ended;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where proofs are kept. */
@Repository
public class Proofs {
    private final JdbcClient sql;

    Proofs(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps the proof of a presentation that begins. */
    public void add(Proof proof) {
        sql.sql("""
                        insert into verification.proofs
                            (id, organisation, purpose, credential_type, claims, state, path, changed_at)
                        values (:id, :organisation, :purpose::jsonb, :type, :claims::jsonb, :state, :path::jsonb, :now)
                        """)
                .param("id", proof.id())
                .param("organisation", proof.organisation())
                .param("purpose", Json.write(write(proof.purpose())))
                .param("type", proof.credentialType())
                .param("claims", Json.write(paths(proof.claims())))
                .param("state", proof.state().code())
                .param("path", Json.write(proof.path().toJson()))
                .param("now", proof.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes down how the presentation ended. */
    public void end(String id, Ended ended) {
        Optional<Basis> basis = ended.basis();
        sql.sql("""
                        update verification.proofs
                        set state = :state, issuer = :issuer, entente = :entente, entente_title = :title::jsonb,
                            document_hash = :hash, clause = :clause, retention_days = :retention,
                            path = coalesce(:path::jsonb, path), error = :error, changed_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("state", ended.state().code())
                .param("issuer", ended.shownBy().map(URI::toString).orElse(null))
                .param("entente", basis.map(Basis::entente).map(URI::toString).orElse(null))
                .param("title", basis.map(b -> Json.write(write(b.title()))).orElse(null))
                .param("hash", basis.map(Basis::documentHash).orElse(null))
                .param("clause", basis.map(Basis::clause).orElse(null))
                .param("retention", basis.map(b -> b.retention().getDays()).orElse(null))
                .param(
                        "path",
                        ended.path().map(path -> Json.write(path.toJson())).orElse(null))
                .param("error", ended.error().map(WalletError::code).orElse(null))
                .param("now", ended.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Proof> find(String id) {
        return sql.sql("select * from verification.proofs where id = :id")
                .param("id", id)
                .query(Proofs::row)
                .optional();
    }

    /** Forgets the proofs that last changed before this. */
    public int removeBefore(Instant limit) {
        return sql.sql("delete from verification.proofs where changed_at < :limit")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets the proofs of requests that were made before this and that no wallet answered. */
    public int removeUnansweredBefore(Instant limit) {
        return sql.sql("delete from verification.proofs where state = 'asked' and changed_at < :limit")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Reads a row of all columns of the table. */
    public static Proof row(ResultSet row, int number) throws SQLException {
        String issuer = row.getString("issuer");
        @Nullable String error = row.getString("error");
        return new Proof(
                row.getString("id"),
                row.getString("organisation"),
                text(row.getString("purpose")),
                row.getString("credential_type"),
                claims(Json.parse(row.getString("claims"))),
                Proof.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                issuer == null ? null : URI.create(issuer),
                basis(row),
                ProofPath.parse(Json.parse(row.getString("path"))),
                error == null ? null : WalletError.of(error),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Basis basis(ResultSet row) throws SQLException {
        String entente = row.getString("entente");
        return entente == null
                ? null
                : new Basis(
                        URI.create(entente),
                        text(row.getString("entente_title")),
                        row.getString("document_hash"),
                        row.getString("clause"),
                        Period.ofDays(row.getInt("retention_days")));
    }

    private static List<ClaimPath> claims(JsonNode array) {
        return array.valueStream().map(ClaimPath::parse).toList();
    }

    private static ArrayNode paths(List<ClaimPath> claims) {
        ArrayNode array = Json.newArray();
        claims.forEach(claim -> array.add(claim.toJson()));
        return array;
    }

    private static Text text(String json) {
        ObjectNode object = Json.object(json);
        return new Text(object.path("fr").asString(), object.path("en").asString());
    }

    private static ObjectNode write(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }
}
