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
import tools.jackson.databind.node.ObjectNode;

/** Where pinned keys are kept. A pin is journalled: it is what everything else rests on. */
@Component
class Pins {
    private final JdbcClient sql;
    private final Journal journal;

    Pins(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** Pins the first keys of an entity; false when it has some already. */
    boolean add(URI entity, Jwks keys, Instant now) {
        boolean first = sql.sql("""
                        insert into trust.pins (entity, keys, pinned_at) values (:entity, :keys, :now)
                        on conflict (entity) do nothing""")
                        .param("entity", entity.toString())
                        .param("keys", Json.write(keys.toJson()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        if (first) {
            record(entity, keys, now);
        }
        return first;
    }

    /** The keys that are pinned for an entity, held against changes until the caller's transaction ends. */
    Jwks hold(URI entity) {
        String keys = sql.sql("select keys from trust.pins where entity = :entity for update")
                .param("entity", entity.toString())
                .query(String.class)
                .single();
        return Jwks.parse(Json.object(keys));
    }

    /** Pins other keys in place of those that are held. */
    void replace(URI entity, Jwks keys, Instant now) {
        sql.sql("update trust.pins set keys = :keys, pinned_at = :now where entity = :entity")
                .param("entity", entity.toString())
                .param("keys", Json.write(keys.toJson()))
                .param("now", Timestamp.from(now))
                .update();
        record(entity, keys, now);
    }

    /** When the entity made the last statement that was followed. */
    Optional<Instant> lastStated(URI entity) {
        return sql.sql("select stated_at from trust.pins where entity = :entity and stated_at is not null")
                .param("entity", entity.toString())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Notes when it made the one that is followed now. */
    void stated(URI entity, Instant stated) {
        sql.sql("update trust.pins set stated_at = :stated where entity = :entity")
                .param("stated", Timestamp.from(stated))
                .param("entity", entity.toString())
                .update();
    }

    private void record(URI entity, Jwks keys, Instant now) {
        ObjectNode record = Json.newObject().put("entity", entity.toString());
        record.set("jwks", keys.toJson());
        journal.record("trust", "keys-pinned", record, now);
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
