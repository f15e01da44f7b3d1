package org.entente.node.wallet.attestations;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.attestations.Showing.Result;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ArrayNode;

/** A holder's history of what was shown to whom; nobody else reads it. */
@Repository
public class Showings {
    /** The most entries that a page shows. */
    public static final int MAX_SHOWN = 50;

    private static final String COLUMNS = """
            select request, attestation, issuer, type, labels, verifier, reason, claims, shown_at, result
              from wallet.showings
            """;

    private final JdbcClient database;

    Showings(JdbcClient database) {
        this.database = database;
    }

    /** Writes an entry, in the caller's transaction, before anything leaves. */
    public void write(PersonId person, Showing showing) {
        ArrayNode claims = Json.newArray();
        showing.claims().forEach(claim -> claims.add(claim.toJson()));
        database.sql("""
                        insert into wallet.showings (person, request, attestation, issuer, type, labels, verifier,
                               reason, claims, shown_at, result)
                        values (:person, :request, :attestation, :issuer, :type, :labels::jsonb, :verifier::jsonb,
                               :reason::jsonb, :claims::jsonb, :at, :result)
                        on conflict (request, attestation) do update
                           set claims = excluded.claims, shown_at = excluded.shown_at, result = excluded.result""")
                .param("person", person.value())
                .param("request", showing.request())
                .param("attestation", showing.attestation())
                .param("issuer", showing.issuer().toString())
                .param("type", showing.type())
                .param("labels", Json.write(showing.labels().toJson()))
                .param("verifier", Json.write(showing.verifier().toJson()))
                .param("reason", Json.write(showing.reason().toJson()))
                .param("claims", Json.write(claims))
                .param("at", Timestamp.from(showing.at()))
                .param("result", word(showing.result()))
                .update();
    }

    /** Writes what the verifier made of a request's answer. */
    public void conclude(UUID request, Result result) {
        database.sql("update wallet.showings set result = :result where request = :request")
                .param("result", word(result))
                .param("request", request)
                .update();
    }

    /** Takes back what was written for an answer that never left. */
    public void withdraw(UUID request) {
        database.sql("delete from wallet.showings where request = :request")
                .param("request", request)
                .update();
    }

    /** A person's latest, the newest first. */
    public List<Showing> of(PersonId person) {
        return database.sql(COLUMNS + "where person = :person order by shown_at desc limit :limit")
                .param("person", person.value())
                .param("limit", MAX_SHOWN)
                .query(Showings::showing)
                .list();
    }

    /** The latest of one attestation, the newest first. */
    public List<Showing> of(PersonId person, UUID attestation) {
        return database.sql(COLUMNS + """
                         where person = :person and attestation = :attestation
                         order by shown_at desc
                         limit :limit""")
                .param("person", person.value())
                .param("attestation", attestation)
                .param("limit", MAX_SHOWN)
                .query(Showings::showing)
                .list();
    }

    private static Showing showing(ResultSet row, int number) throws SQLException {
        return new Showing(
                row.getObject("request", UUID.class),
                row.getObject("attestation", UUID.class),
                URI.create(row.getString("issuer")),
                row.getString("type"),
                Labels.parse(Json.object(row.getString("labels"))),
                Verifier.parse(Json.object(row.getString("verifier"))),
                Reason.parse(Json.object(row.getString("reason"))),
                Json.parse(row.getString("claims"))
                        .valueStream()
                        .map(ClaimPath::parse)
                        .toList(),
                row.getTimestamp("shown_at").toInstant(),
                Result.valueOf(row.getString("result").toUpperCase(Locale.ROOT)));
    }

    private static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
