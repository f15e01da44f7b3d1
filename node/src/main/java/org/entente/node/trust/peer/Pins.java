package org.entente.node.trust.peer;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.journal.Journal;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Where pinned keys are kept. A pin is journalled: it is what everything else rests on. */
@Component
public class Pins {
    private final JdbcClient sql;
    private final Journal journal;

    Pins(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** Pins keys; the same keys again change nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pin(URI entity, Jwks keys, Instant now) {
        if (keys.keys().isEmpty()) {
            throw new IllegalArgumentException("a pin without a key would lock the entity out");
        }
        int changed = sql.sql("""
                        insert into trust.pins as known (entity, keys, pinned_at) values (:entity, :keys, :now)
                        on conflict (entity) do update set keys = excluded.keys, pinned_at = excluded.pinned_at
                        where known.keys <> excluded.keys""")
                .param("entity", entity.toString())
                .param("keys", Json.write(keys.toJson()))
                .param("now", Timestamp.from(now))
                .update();
        if (changed > 0) {
            ObjectNode record = Json.newObject().put("entity", entity.toString());
            record.set("jwks", keys.toJson());
            journal.record("trust", "keys-pinned", record, now);
        }
    }

    Optional<Jwks> find(URI entity) {
        return sql.sql("select keys from trust.pins where entity = :entity")
                .param("entity", entity.toString())
                .query(String.class)
                .optional()
                .map(keys -> Jwks.parse(Json.object(keys)));
    }

    List<URI> entities() {
        return sql.sql("select entity from trust.pins order by entity")
                .query((row, number) -> URI.create(row.getString("entity")))
                .list();
    }
}
