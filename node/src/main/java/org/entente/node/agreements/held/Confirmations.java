package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import org.entente.node.agreements.life.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where it is kept which members are known here to be whom the entente states. Whoever writes has opened the {@link Ledger}. */
@Component
public class Confirmations {
    private final JdbcClient sql;

    Confirmations(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps it for good: the instrument that states the member never changes. */
    public void add(String name, Member member, Instant now) {
        sql.sql("""
                        insert into agreements.confirmations (name, party, instrument, confirmed_at)
                        values (:name, :party, :instrument, :now)
                        on conflict do nothing""")
                .param("name", name)
                .param("party", member.party().key())
                .param("instrument", member.instrument())
                .param("now", Timestamp.from(now))
                .update();
    }
}
