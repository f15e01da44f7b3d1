package org.entente.node.verification.proof;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** Keeps the proof of a presentation that begins, with these {@linkplain #beginning values}. */
    public static final String BEGIN = """
            insert into verification.proofs
                (id, organisation, purpose, credential_type, claims, state, path, common_path, changed_at)
            values (:proof, :proofOrganisation, :proofPurpose::jsonb, :proofType, :proofClaims::jsonb, :proofState,
                    :proofPath::jsonb, :proofCommon, :proofNow)
            """;

    /**
     * Writes down how the presentation ended whose proof the statement {@code ended} gives, with these
     * {@linkplain #ending values}.
     */
    public static final String END = """
            update verification.proofs
            set state = :proofState, issuer = :proofIssuer, entente = :proofEntente, entente_title = :proofTitle::jsonb,
                document_hash = :proofHash, clause = :proofClause, retention_days = :proofRetention,
                path = case when :proofNewPath then :proofPath::jsonb else path end,
                common_path = case when :proofNewPath then :proofCommon else common_path end,
                error = :proofError, changed_at = :proofNow
            where id = (select proof from ended)
            """;

    private static final String COLUMNS = """
            select proofs.*, coalesce(proofs.path, (select paths.path from verification.paths
                                                    where paths.hash = proofs.common_path)) as whole_path
            from verification.proofs
            """;

    private final JdbcClient sql;
    private final CommonPaths paths;

    Proofs(JdbcClient sql, CommonPaths paths) {
        this.sql = sql;
        this.paths = paths;
    }

    /** The values of {@link #BEGIN}. */
    public Map<String, @Nullable Object> beginning(Proof proof) {
        Map<String, @Nullable Object> values = path(paths.written(proof.path()));
        values.put("proof", proof.id());
        values.put("proofOrganisation", proof.organisation());
        values.put("proofPurpose", Json.write(write(proof.purpose())));
        values.put("proofType", proof.credentialType());
        values.put("proofClaims", Json.write(paths(proof.claims())));
        values.put("proofState", proof.state().code());
        values.put("proofNow", proof.changedAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    /** The values of {@link #END}. */
    public Map<String, @Nullable Object> ending(Ended ended) {
        Optional<Basis> basis = ended.basis();
        Map<String, @Nullable Object> values =
                path(ended.path().map(paths::written).orElse(CommonPaths.Written.NOTHING));
        values.put("proofNewPath", ended.path().isPresent());
        values.put("proofState", ended.state().code());
        values.put("proofIssuer", ended.shownBy().map(URI::toString).orElse(null));
        values.put("proofEntente", basis.map(Basis::entente).map(URI::toString).orElse(null));
        values.put("proofTitle", basis.map(b -> Json.write(write(b.title()))).orElse(null));
        values.put("proofHash", basis.map(Basis::documentHash).orElse(null));
        values.put("proofClause", basis.map(Basis::clause).orElse(null));
        values.put("proofRetention", basis.map(b -> b.retention().getDays()).orElse(null));
        values.put("proofError", ended.error().map(WalletError::code).orElse(null));
        values.put("proofNow", ended.changedAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    private static Map<String, @Nullable Object> path(CommonPaths.Written written) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("proofPath", written.own());
        values.put("proofCommon", written.common());
        return values;
    }

    public Optional<Proof> find(String id) {
        return sql.sql(COLUMNS + "where id = :id")
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

    private static Proof row(ResultSet row, int number) throws SQLException {
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
                ProofPath.parse(Json.parse(row.getString("whole_path"))),
                error == null ? null : WalletError.of(error),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** What permitted, of a row that has the columns of {@code proofs} about it. */
    public static @Nullable Basis basis(ResultSet row) throws SQLException {
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
