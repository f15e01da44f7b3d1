package org.entente.node.frontier.crossing;

import java.net.URI;
import java.time.Instant;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.Crossing.Direction;
import org.entente.node.frontier.Crossing.Kind;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which content each of our public documents has: a new one is a crossing. */
@Component
public class PublishedDocuments {
    private final JdbcClient sql;
    private final Crossings crossings;
    private final NodeIdentity node;

    PublishedDocuments(JdbcClient sql, Crossings crossings, NodeIdentity node) {
        this.sql = sql;
        this.crossings = crossings;
        this.node = node;
    }

    /** Records the content of a document, if it is another than before. */
    @Transactional
    public void record(URI address, String mediaType, byte[] body, Instant now) {
        String hash = Secrets.base64url(Secrets.sha256(body));
        if (isKnown(address, hash)) {
            return;
        }
        int changed = sql.sql("""
                        insert into frontier.published as known (address, sha256) values (:address, :sha256)
                        on conflict (address) do update set sha256 = excluded.sha256
                        where known.sha256 <> excluded.sha256""")
                .param("address", address.toString())
                .param("sha256", hash)
                .update();
        if (changed > 0) {
            crossings.add(new Crossing(
                    now, Direction.OUT, node.entityId(), Kind.DOCUMENT, mediaType, address, body.length, hash));
        }
    }

    private boolean isKnown(URI address, String hash) {
        return sql.sql("select exists (select from frontier.published where address = :address and sha256 = :sha256)")
                .param("address", address.toString())
                .param("sha256", hash)
                .query(Boolean.class)
                .single();
    }
}
