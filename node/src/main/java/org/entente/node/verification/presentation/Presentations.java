package org.entente.node.verification.presentation;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.proof.Proof;
import org.entente.node.verification.proof.Proofs;
import org.entente.node.verification.shapes.RequestShapes;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.RequestObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where presentations are kept until they end. Each change of state is one conditional statement. */
@Repository
public class Presentations {
    private static final String RESULT = """
            select id, issuer, entente, entente_title, document_hash, clause, retention_days, changed_at, claims_sealed
            from taken join verification.proofs on proofs.id = taken.proof
            """;

    private final JdbcClient sql;
    private final Proofs proofs;
    private final RequestShapes shapes;

    Presentations(JdbcClient sql, Proofs proofs, RequestShapes shapes) {
        this.sql = sql;
        this.proofs = proofs;
        this.shapes = shapes;
    }

    /**
     * The end of a presentation.
     *
     * @param responseCode comes back with the holder's browser
     * @param claims sealed; empty unless accepted
     * @param expiresAt until when the result may be collected
     */
    public record End(PresentationState state, String responseCode, Reply reply, byte[] claims, Instant expiresAt) {}

    /**
     * An accepted result, taken out.
     *
     * @param proof the name of its proof
     * @param issuer whose credential was shown
     * @param basis what permitted it
     */
    record Result(String proof, URI issuer, Proof.Basis basis, SealedClaims claims, Instant acceptedAt) {}

    /**
     * Keeps an asking that this starter, named by a secret, began, with its proof, and counts its shape: one statement,
     * outside a transaction.
     */
    public void begin(Presentation asked, String starter, Proof proof) {
        sql.sql("with proof as (" + Proofs.BEGIN + "), shape as (" + RequestShapes.COUNT + ")" + """
                        insert into verification.presentations
                            (organisation, id, proof, state, purpose, request, key_sealed, starter_hash, code,
                             redirect_uri, back, expires_at)
                        values (:organisation, :id, :proof, :state, :purpose, :request::jsonb, :key, :starter, :code,
                                :redirect, :back, :expires)
                        """)
                .params(proofs.beginning(proof))
                .params(shapes.counting(
                        asked.id().organisation(), asked.purpose(), proof.credentialType(), proof.claims()))
                .param("organisation", asked.id().organisation())
                .param("id", asked.id().value())
                .param("state", asked.state().code())
                .param("purpose", asked.purpose())
                .param("request", Json.write(asked.request().toJson()))
                .param("key", asked.sealedKey())
                .param("starter", Secrets.hash(starter))
                .param("code", asked.code())
                .param("redirect", asked.redirectUri().toString())
                .param("back", asked.back())
                .param("expires", at(asked.expiresAt()))
                .update();
    }

    /** A presentation that has not expired. */
    public Optional<Presentation> find(PresentationId id, Instant now) {
        return sql.sql("""
                        select * from verification.presentations
                        where organisation = :organisation and id = :id and expires_at > :now
                        """)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .param("now", at(now))
                .query(Presentations::row)
                .optional();
    }

    /** As {@link #find}, for whoever began it. */
    public Optional<Presentation> findOf(String starter, PresentationId id, Instant now) {
        return sql.sql("""
                        select * from verification.presentations
                        where organisation = :organisation and id = :id and starter_hash = :starter and expires_at > :now
                        """)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .param("starter", Secrets.hash(starter))
                .param("now", at(now))
                .query(Presentations::row)
                .optional();
    }

    /** As {@link #find}, for whoever brings the response code. */
    public Optional<Presentation> findBy(String responseCode, PresentationId id, Instant now) {
        return sql.sql("""
                        select * from verification.presentations
                        where organisation = :organisation and id = :id and response_code_hash = :code
                          and expires_at > :now
                        """)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .param("code", Secrets.hash(responseCode))
                .param("now", at(now))
                .query(Presentations::row)
                .optional();
    }

    /**
     * Ends an asking and writes down how in its proof: true for exactly one caller, however many answers arrive at once. The
     * key goes with it.
     *
     * @param proof the {@linkplain Proofs#ending values} of the proof's end
     */
    public boolean end(PresentationId id, End end, Map<String, @Nullable Object> proof, Instant now) {
        return sql.sql("""
                        with ended as (
                            update verification.presentations
                            set state = :state, response_code_hash = :code, claims_sealed = :claims, key_sealed = null,
                                answer_hash = :answer, response_code_sealed = :codeSealed, expires_at = :expires
                            where organisation = :organisation and id = :id and state = 'asked' and expires_at > :now
                            returning proof)
                        """ + Proofs.END)
                        .params(proof)
                        .param("organisation", id.organisation())
                        .param("id", id.value())
                        .param("state", end.state().code())
                        .param("code", Secrets.hash(end.responseCode()))
                        .param("answer", orNull(end.reply().answer()))
                        .param("codeSealed", orNull(end.reply().sealedCode()))
                        .param("claims", orNull(end.claims()))
                        .param("expires", at(end.expiresAt()))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** The reply that this very answer had, while the result lives. */
    public Optional<Reply> replyTo(PresentationId id, byte[] answer, Instant now) {
        return sql.sql("""
                        select answer_hash, response_code_sealed from verification.presentations
                        where organisation = :organisation and id = :id and answer_hash = :answer and expires_at > :now
                        """)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .param("answer", answer)
                .param("now", at(now))
                .query((row, number) -> new Reply(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    /** Lets whoever began it collect the result; only with the response code. */
    public boolean release(PresentationId id, String responseCode, Instant now) {
        return sql.sql("""
                        update verification.presentations set released = true
                        where organisation = :organisation and id = :id and response_code_hash = :code
                          and state = 'accepted' and expires_at > :now
                        """)
                        .param("organisation", id.organisation())
                        .param("id", id.value())
                        .param("code", Secrets.hash(responseCode))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Forgets an accepted result because the holder says that the codes differ; only with the response code. */
    public boolean withdraw(PresentationId id, String responseCode, Instant now) {
        return sql.sql("""
                        update verification.presentations set state = 'declined', claims_sealed = null
                        where organisation = :organisation and id = :id and response_code_hash = :code
                          and state = 'accepted' and expires_at > :now
                        """)
                        .param("organisation", id.organisation())
                        .param("id", id.value())
                        .param("code", Secrets.hash(responseCode))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Takes the sealed claims of a released result out of the database: for exactly one caller. */
    Optional<Result> take(PresentationId id, Instant now) {
        return sql.sql("""
                        with taken as (
                            update verification.presentations set state = 'collected', claims_sealed = null
                            where organisation = :organisation and id = :id and state = 'accepted' and released
                              and expires_at > :now
                            returning proof, old.claims_sealed)
                        """ + RESULT)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .param("now", at(now))
                .query(Presentations::result)
                .optional();
    }

    /** As {@link #take}, released or not, for whoever began it and brings the response code. */
    Optional<Result> take(PresentationId id, String starter, String responseCode, Instant now) {
        return sql.sql("""
                        with taken as (
                            update verification.presentations
                            set state = 'collected', released = true, claims_sealed = null
                            where organisation = :organisation and id = :id and starter_hash = :starter
                              and response_code_hash = :code and state = 'accepted' and expires_at > :now
                            returning proof, old.claims_sealed)
                        """ + RESULT)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .param("starter", Secrets.hash(starter))
                .param("code", Secrets.hash(responseCode))
                .param("now", at(now))
                .query(Presentations::result)
                .optional();
    }

    /** Forgets what has expired, sealed claims with it. */
    public int removeExpired(Instant now) {
        return sql.sql("delete from verification.presentations where expires_at <= :now")
                .param("now", at(now))
                .update();
    }

    private static Presentation row(ResultSet row, int number) throws SQLException {
        return new Presentation(
                new PresentationId(row.getString("organisation"), row.getString("id")),
                row.getString("proof"),
                PresentationState.of(row.getString("state")),
                row.getString("purpose"),
                RequestObject.parse(Json.object(row.getString("request"))),
                row.getBytes("key_sealed"),
                row.getString("code"),
                URI.create(row.getString("redirect_uri")),
                row.getString("back"),
                row.getBoolean("released"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Result result(ResultSet row, int number) throws SQLException {
        return new Result(
                row.getString("id"),
                URI.create(row.getString("issuer")),
                Objects.requireNonNull(Proofs.basis(row)),
                new SealedClaims(row.getBytes("claims_sealed")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static byte @Nullable [] orNull(byte[] bytes) {
        return bytes.length == 0 ? null : bytes;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
