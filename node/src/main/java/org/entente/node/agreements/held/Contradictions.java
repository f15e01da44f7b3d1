package org.entente.node.agreements.held;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Party;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where it is kept which members an entente states by other keys than those that are known here, each statement with its leaf of
 * the journal. Whoever writes has opened the {@link Ledger}.
 */
@Component
public class Contradictions {
    private final JdbcClient sql;
    private final Journal journal;

    Contradictions(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** The keys by which a party is stated, as they are named here. */
    static String keys(Party party) {
        return party.keys().keys().stream().map(PublicJwk::keyId).sorted().collect(Collectors.joining(","));
    }

    /** Keeps a contradiction, once for the same keys. */
    public void note(String name, Party party, Instant now) {
        if (isNoted(name, party)) {
            return;
        }
        RecordedLeaf leaf = journal.record(
                Events.STREAM,
                "member-contradicted",
                Json.newObject().put("entente", name).put("party", party.key()).put("keys", keys(party)),
                now);
        sql.sql("""
                        insert into agreements.contradictions (name, party, keys, found_at, leaf, salt)
                        values (:name, :party, :keys, :now, :leaf, :salt)""")
                .param("name", name)
                .param("party", party.key())
                .param("keys", keys(party))
                .param("now", Timestamp.from(now))
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    private boolean isNoted(String name, Party party) {
        return sql.sql("""
                        select count(*) from agreements.contradictions
                        where name = :name and party = :party and keys = :keys""")
                        .param("name", name)
                        .param("party", party.key())
                        .param("keys", keys(party))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The party is whom the entente states after all: what was noted is kept with the leaf by which it ended. */
    public void settle(String name, Party party, Instant now) {
        sql.sql("select keys from agreements.contradictions where name = :name and party = :party order by keys")
                .param("name", name)
                .param("party", party.key())
                .query(String.class)
                .list()
                .forEach(keys -> settle(name, party, keys, now));
    }

    private void settle(String name, Party party, String keys, Instant now) {
        RecordedLeaf leaf = journal.record(
                Events.STREAM,
                "member-contradiction-settled",
                Json.newObject().put("entente", name).put("party", party.key()).put("keys", keys),
                now);
        sql.sql("""
                        with ended as (
                            delete from agreements.contradictions
                            where name = :name and party = :party and keys = :keys returning *)
                        insert into agreements.settled_contradictions
                            (name, party, keys, found_at, leaf, salt, settled_at, settled_leaf, settled_salt)
                        select name, party, keys, found_at, leaf, salt, :now, :settled, :salt from ended""")
                .param("name", name)
                .param("party", party.key())
                .param("keys", keys)
                .param("now", Timestamp.from(now))
                .param("settled", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }
}
