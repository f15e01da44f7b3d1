package org.entente.node.services.cases;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.entente.node.services.catalogue.BrowserToken;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** Where cases are kept until their retention ends; what is over is not found, deleted yet or not. Claims are sealed. */
@Repository
class Cases {
    private static final String CLAIMS = "claims of a case";

    private final JdbcClient sql;
    private final Keys keys;

    Cases(JdbcClient sql, Keys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** Keeps a case for the browser that opened it; false when its reference is taken. */
    boolean add(Case opened, BrowserToken browser) {
        return sql.sql("""
                        insert into services.cases
                            (service, reference, presentation, browser_hash, person, claims_sealed, issuer, entente,
                             entente_title, clause, proof, opened_at, delete_after)
                        values (:service, :reference, :presentation, :browser, :person, :claims, :issuer,
                                :entente, :title::jsonb, :clause, :proof, :opened, :delete)
                        on conflict (service, reference) do nothing
                        """)
                        .param("service", opened.service())
                        .param("reference", opened.reference())
                        .param("presentation", opened.presentation())
                        .param("browser", browser.hash())
                        .param("person", opened.person())
                        .param("claims", keys.seal(CLAIMS, Json.bytes(opened.claims())))
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
    Optional<Case> find(String service, String presentation, BrowserToken browser, Instant now) {
        return sql.sql("""
                        select * from services.cases
                        where service = :service and presentation = :presentation and browser_hash = :browser
                          and delete_after > :now
                        """)
                .param("service", service)
                .param("presentation", presentation)
                .param("browser", browser.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::row)
                .optional();
    }

    /** When the same person last used the same service before this case. */
    Optional<Instant> lastBefore(Case opened, Instant now) {
        return sql.sql("""
                        select opened_at from services.cases
                        where service = :service and person = :person and opened_at < :before and delete_after > :now
                        order by opened_at desc limit 1
                        """)
                .param("service", opened.service())
                .param("person", opened.person())
                .param("before", opened.openedAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Deletes what may be kept no longer. */
    int removeAfterRetention(Instant now) {
        return sql.sql("delete from services.cases where delete_after <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Case row(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getString("service"),
                row.getString("reference"),
                row.getString("presentation"),
                row.getBytes("person"),
                Json.object(keys.open(CLAIMS, row.getBytes("claims_sealed"))),
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
