package org.entente.node.agreements.held;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last transition of ours that each party has shown to hold too. Where a depositary shows different histories to different
 * parties, that is where they part. Whoever writes has opened the {@link Ledger}.
 */
@Component
public class CommonGround {
    /** The entry into force, by which all came to hold an entente at all. */
    private static final int FIRST = 1;

    private final JdbcClient sql;

    CommonGround(JdbcClient sql) {
        this.sql = sql;
    }

    /** Notes what a party's last word and the one before say. */
    public void note(Held held, String party, Standing standing) {
        int shared =
                Math.max(shared(held, standing), shared(held, held.standings().get(party)));
        if (shared > 0) {
            sql.sql("""
                            insert into agreements.common_ground (name, party, number) values (:name, :party, :number)
                            on conflict (name, party) do update
                            set number = greatest(common_ground.number, excluded.number)""")
                    .param("name", held.entente().name())
                    .param("party", party)
                    .param("number", shared)
                    .update();
        }
    }

    /** The number of the last transition that a party is known to share with us, or of the entry into force. */
    public int with(Held held, String party) {
        int noted = sql.sql("select number from agreements.common_ground where name = :name and party = :party")
                .param("name", held.entente().name())
                .param("party", party)
                .query(Integer.class)
                .optional()
                .orElse(FIRST);
        return Math.max(noted, shared(held, held.standings().get(party)));
    }

    /** Nothing after a number is ours any more. */
    public void setBack(String name, int number) {
        sql.sql("update agreements.common_ground set number = :number where name = :name and number > :number")
                .param("name", name)
                .param("number", number)
                .update();
    }

    private static int shared(Held held, @Nullable Standing standing) {
        return standing != null && held.agreesWith(standing) ? standing.number() : 0;
    }
}
