package org.entente.node.agreements.compile;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where signed lists of trusted issuers are kept: the same bytes for every reader, until who is trusted changes. */
@Component
class TrustLists {
    /** How long a list says that it is the latest. */
    static final Duration LIFETIME = Duration.ofHours(24);

    private final JdbcClient sql;
    private final NodeIdentity node;
    private final Keys keys;

    TrustLists(JdbcClient sql, NodeIdentity node, Keys keys) {
        this.sql = sql;
        this.node = node;
        this.keys = keys;
    }

    /** A list as it was published last. */
    private record Row(int sequence, byte[] content, String document, Instant renewAt) {}

    /** The list of an entente as it is now, signed with the federation key. */
    @Transactional
    public String current(HeldEntente held, URI address, Instant now) {
        String entente = held.state().entente().id().toString();
        // One process at a time numbers the lists of an entente.
        sql.sql("select pg_advisory_xact_lock(hashtext('agreements.trust_lists ' || :entente))")
                .param("entente", entente)
                .query()
                .listOfRows();
        ArrayNode entities = CompileTrustList.entities(held, now);
        ObjectNode says = Json.newObject().put("key", keys.federation().keyId());
        says.set("entities", entities);
        byte[] content = Secrets.sha256(Json.canonical(says));
        Optional<Row> last = find(entente);
        if (last.isPresent()
                && Arrays.equals(last.get().content(), content)
                && last.get().renewAt().isAfter(now)) {
            return last.get().document();
        }
        int sequence = last.map(row -> row.sequence() + 1).orElse(1);
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        ObjectNode list = CompileTrustList.list(
                held.state().entente(), node.name(), address, sequence, issuedAt, issuedAt.plus(LIFETIME), entities);
        String document = CompactJws.sign(
                keys.federation(),
                Json.newObject()
                        .put("typ", "JOSE")
                        .put("kid", keys.federation().keyId())
                        .put("iat", issuedAt.getEpochSecond()),
                list);
        keep(entente, new Row(sequence, content, document, issuedAt.plus(LIFETIME.dividedBy(2))));
        return document;
    }

    private Optional<Row> find(String entente) {
        return sql.sql("select sequence, content, document, renew_at from agreements.trust_lists where entente = ?")
                .param(entente)
                .query((row, number) -> new Row(
                        row.getInt("sequence"),
                        row.getBytes("content"),
                        row.getString("document"),
                        row.getTimestamp("renew_at").toInstant()))
                .optional();
    }

    private void keep(String entente, Row row) {
        sql.sql("""
                        insert into agreements.trust_lists (entente, sequence, content, document, renew_at)
                        values (:entente, :sequence, :content, :document, :renew)
                        on conflict (entente) do update
                        set sequence = excluded.sequence, content = excluded.content,
                            document = excluded.document, renew_at = excluded.renew_at""")
                .param("entente", entente)
                .param("sequence", row.sequence())
                .param("content", row.content())
                .param("document", row.document())
                .param("renew", Timestamp.from(row.renewAt()))
                .update();
    }
}
