package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.entente.node.agreements.life.SignedAct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the parties' acts are kept, before and after the depositary has ordered them. */
@Component
public class Acts {
    private final JdbcClient sql;

    Acts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps an act, which the caller has verified. */
    public void add(String name, SignedAct act, Instant now) {
        sql.sql("""
                        insert into agreements.acts (name, id, jws, received_at)
                        values (:name, :id, :jws, :now)""")
                .param("name", name)
                .param("id", act.id())
                .param("jws", act.jws())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The act of this id, ordered or not. */
    public Optional<SignedAct> find(String name, String id) {
        return sql.sql("select jws from agreements.acts where name = :name and id = :id")
                .param("name", name)
                .param("id", id)
                .query((row, number) -> SignedAct.parse(row.getString("jws")))
                .optional();
    }

    /** Notes the number of the transition in which the depositary ordered acts; keeps those that we had not heard of. */
    public void markOrdered(String name, Collection<SignedAct> acts, int number, Instant now) {
        for (SignedAct act : acts) {
            sql.sql("""
                            insert into agreements.acts (name, id, jws, received_at, ordered_in)
                            values (:name, :id, :jws, :now, :number)
                            on conflict (name, id) do update set ordered_in = excluded.ordered_in""")
                    .param("name", name)
                    .param("id", act.id())
                    .param("jws", act.jws())
                    .param("now", Timestamp.from(now))
                    .param("number", number)
                    .update();
        }
    }
}
