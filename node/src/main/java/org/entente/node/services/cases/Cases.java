package org.entente.node.services.cases;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** Where cases are kept until their retention ends. */
@Repository
class Cases {
    private final JdbcClient sql;

    Cases(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a case for the browser that opened it; false when its reference is taken. */
    boolean add(Case opened, String browserToken) {
        return sql.sql("""
                        insert into services.cases
                            (service, reference, presentation, browser_hash, subject, claims, issuer, entente,
                             entente_title, clause, proof, opened_at, delete_after)
                        values (:service, :reference, :presentation, :browser, :subject, :claims::jsonb, :issuer,
                                :entente, :title::jsonb, :clause, :proof, :opened, :delete)
                        on conflict (service, reference) do nothing
                        """)
                        .param("service", opened.service())
                        .param("reference", opened.reference())
                        .param("presentation", opened.presentation())
                        .param("browser", Secrets.hash(browserToken))
                        .param("subject", opened.subject())
                        .param("claims", Json.write(opened.claims()))
                        .param("issuer", opened.issuer().toString())
                        .param("entente", opened.entente().toString())
                        .param("title", Json.write(write(opened.ententeTitle())))
                        .param("clause", opened.clause())
                        .param("proof", opened.proof())
                        .param("opened", opened.openedAt().atOffset(ZoneOffset.UTC))
                        .param("delete", opened.deleteAfter().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The case that a presentation opened, for the browser that opened it. */
    Optional<Case> find(String service, String presentation, String browserToken) {
        return sql.sql("""
                        select * from services.cases
                        where service = :service and presentation = :presentation and browser_hash = :browser
                        """)
                .param("service", service)
                .param("presentation", presentation)
                .param("browser", Secrets.hash(browserToken))
                .query(Cases::row)
                .optional();
    }

    /** Deletes what may be kept no longer. */
    int removeAfterRetention(Instant now) {
        return sql.sql("delete from services.cases where delete_after <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Case row(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getString("service"),
                row.getString("reference"),
                row.getString("presentation"),
                row.getString("subject"),
                Json.object(row.getString("claims")),
                URI.create(row.getString("issuer")),
                URI.create(row.getString("entente")),
                text(row.getString("entente_title")),
                row.getString("clause"),
                row.getString("proof"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("delete_after", OffsetDateTime.class).toInstant());
    }

    private static Text text(String json) {
        ObjectNode object = Json.object(json);
        return new Text(object.path("fr").asString(), object.path("en").asString());
    }

    private static ObjectNode write(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }
}
