package org.entente.node.trust.examine;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where what was found is kept, so that it is journalled once. */
@Component
class Findings {
    private final JdbcClient sql;

    Findings(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Keeps a finding; false when it is known.
     *
     * @param detail in which way, in words of ours; "" where the reason says all
     */
    boolean add(URI entity, String reason, String detail, byte[] evidence, Instant now) {
        return sql.sql("""
                        insert into trust.findings (entity, reason, detail, evidence, found_at)
                        values (:entity, :reason, :detail, :evidence, :now) on conflict do nothing""")
                        .param("entity", entity.toString())
                        .param("reason", reason)
                        .param("detail", detail)
                        .param("evidence", evidence)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
