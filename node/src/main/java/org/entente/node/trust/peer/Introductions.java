package org.entente.node.trust.peer;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.federation.EntityStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the configurations of introduced nodes are kept, as they were at the introduction. */
@Component
class Introductions {
    private final JdbcClient sql;

    Introductions(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a configuration; a later introduction replaces an earlier one. */
    void keep(EntityStatement configuration, Instant now) {
        sql.sql("""
                        insert into trust.introductions (entity, statement, introduced_at)
                        values (:entity, :statement, :now)
                        on conflict (entity) do update
                        set statement = excluded.statement, introduced_at = excluded.introduced_at""")
                .param("entity", configuration.subject().toString())
                .param("statement", configuration.toString())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<EntityStatement> find(URI entity) {
        return sql.sql("select statement from trust.introductions where entity = :entity")
                .param("entity", entity.toString())
                .query(String.class)
                .optional()
                .map(EntityStatement::parse);
    }

    List<URI> entities() {
        return sql.sql("select entity from trust.introductions order by entity")
                .query((row, number) -> URI.create(row.getString("entity")))
                .list();
    }
}
