package org.entente.node.agreements.held;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the parties' acts are kept, before and after the depositary has ordered them. */
@Component
public class Acts {
    private final JdbcClient sql;

    Acts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Keeps an act that waits for the depositary, which the caller has verified.
     *
     * @param bearer the node that brought it
     */
    public void add(String name, SignedAct act, URI bearer, Instant now) {
        sql.sql("""
                        insert into agreements.acts (name, id, party, bearer, counted, jws, received_at)
                        values (:name, :id, :party, :bearer, :counted, :jws, :now)""")
                .param("name", name)
                .param("id", act.id().toString())
                .param("party", act.party())
                .param("bearer", bearer.toString())
                .param("counted", !act.isOwnWholeSuspension())
                .param("jws", act.jws())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** How many acts of a party came after a moment, ordered or not, without those by which it stopped its whole part. */
    public int countSince(String name, String party, Instant since) {
        return sql.sql("""
                        select count(*) from agreements.acts
                        where name = :name and party = :party and counted and received_at > :since""")
                .param("name", name)
                .param("party", party)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** The names of the acts that wait and that a node brought. */
    public Set<String> waitingFrom(String name, URI bearer) {
        return sql.sql("""
                        select party || '.' || id as act from agreements.acts
                        where name = :name and bearer = :bearer and ordered_in is null""")
                .param("name", name)
                .param("bearer", bearer.toString())
                .query((row, number) -> row.getString("act"))
                .set();
    }

    /** Forgets acts that wait for nothing any more. */
    public void forget(String name, Collection<SignedAct> acts) {
        for (SignedAct act : acts) {
            sql.sql("""
                            delete from agreements.acts where name = :name and party = :party and id = :id
                                and ordered_in is null""")
                    .param("name", name)
                    .param("party", act.party())
                    .param("id", act.id().toString())
                    .update();
        }
    }

    /** The act of this party and id, ordered or not. */
    public Optional<SignedAct> find(String name, String party, UUID id) {
        return sql.sql("select jws from agreements.acts where name = :name and party = :party and id = :id")
                .param("name", name)
                .param("party", party)
                .param("id", id.toString())
                .query((row, number) -> SignedAct.parse(row.getString("jws")))
                .optional();
    }

    /** Lets the acts wait again that were ordered after a number. */
    public void waitAgain(String name, int number) {
        sql.sql("update agreements.acts set ordered_in = null where name = :name and ordered_in > :number")
                .param("name", name)
                .param("number", number)
                .update();
    }

    /**
     * Notes the number of the transition in which the depositary ordered acts; keeps those that we had not heard of, as heard
     * of by the time of the transition: what their parties wrote themselves says nothing about that.
     */
    public void markOrdered(String name, Transition transition, Instant now) {
        Instant ordered = transition.at().isBefore(now) ? transition.at() : now;
        for (SignedAct act : transition.acts()) {
            sql.sql("""
                            insert into agreements.acts (name, id, party, counted, jws, received_at, ordered_in)
                            values (:name, :id, :party, :counted, :jws, :received, :number)
                            on conflict (name, party, id) do update set ordered_in = excluded.ordered_in""")
                    .param("name", name)
                    .param("id", act.id().toString())
                    .param("party", act.party())
                    .param("counted", !act.isOwnWholeSuspension())
                    .param("jws", act.jws())
                    .param("received", Timestamp.from(ordered))
                    .param("number", transition.number())
                    .update();
        }
    }
}
