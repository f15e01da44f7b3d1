package org.entente.node.frontier.inbox;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.frontier.message.Message;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the messages that were taken are remembered, so that none is taken twice. */
@Component
class Inbox {
    private final JdbcClient sql;

    Inbox(JdbcClient sql) {
        this.sql = sql;
    }

    /** A message that was taken before: its hash and the receipt that answered it. */
    record Taken(String sha256, String receipt) {}

    /**
     * Marks a message as taken; false when one of the same sender and name was before. Of attempts at the same time one
     * wins, and the others wait here until its transaction ends.
     */
    boolean take(Message message, Taken taken, Instant now) {
        return sql.sql("""
                        insert into frontier.inbox (sender, jti, type, sha256, received_at, receipt)
                        values (:sender, :jti, :type, :sha256, :now, :receipt)
                        on conflict (sender, jti) do nothing""")
                        .param("sender", message.sender().toString())
                        .param("jti", message.id())
                        .param("type", message.type())
                        .param("sha256", taken.sha256())
                        .param("now", Timestamp.from(now))
                        .param("receipt", taken.receipt())
                        .update()
                == 1;
    }

    /** Keeps the key under which a sender's message was taken. */
    void remember(URI sender, PublicJwk key) {
        sql.sql("""
                        insert into frontier.senders (entity, key) values (:sender, :key)
                        on conflict (entity) do update set key = excluded.key where senders.key <> excluded.key""")
                .param("sender", sender.toString())
                .param("key", Json.write(key.toJson()))
                .update();
    }

    /** The key under which the last message of a sender was taken; empty for whoever never had one taken. */
    Optional<PublicJwk> lastKeyOf(URI sender) {
        return sql.sql("select key from frontier.senders where entity = :sender")
                .param("sender", sender.toString())
                .query(String.class)
                .optional()
                .map(key -> PublicJwk.parse(Json.object(key)));
    }

    Optional<Taken> find(Message message) {
        return sql.sql("select sha256, receipt from frontier.inbox where sender = :sender and jti = :jti")
                .param("sender", message.sender().toString())
                .param("jti", message.id())
                .query(Taken.class)
                .optional();
    }
}
