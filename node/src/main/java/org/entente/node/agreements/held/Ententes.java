package org.entente.node.agreements.held;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Entente;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Where ententes are kept. Whoever writes has opened the {@link Ledger}. */
@Component
public class Ententes {
    /** The most ententes that a node holds. */
    public static final int MAX_HELD = 1_000;

    /** One statement, so that everything is of one moment: an act must never be missing between waiting and ordered. */
    private static final String SELECT = """
            select e.document, e.part,
                array(select signature from agreements.signatures s
                    where s.name = e.name order by received_at) as signatures,
                array(select jws from agreements.transitions t where t.name = e.name order by number) as transitions,
                array(select recorded_at from agreements.transitions t
                    where t.name = e.name order by number) as recorded,
                array(select jws from agreements.acts a
                    where a.name = e.name and ordered_in is null order by received_at, id) as pending,
                array(select what || ' ' || party from agreements.events v
                    where v.name = e.name order by happened_at, what, party) as events,
                array(select happened_at from agreements.events v
                    where v.name = e.name order by happened_at, what, party) as happened,
                array(select party || ' ' || instrument from agreements.confirmations c
                    where c.name = e.name) as confirmations,
                array(select party || ' ' || number || ' ' || head from agreements.standings d
                    where d.name = e.name order by party) as standings,
                array(select said_at from agreements.standings d where d.name = e.name order by party) as said
            from agreements.ententes e
            """;

    private final JdbcClient sql;

    Ententes(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether one more may be held. */
    public boolean haveRoom() {
        return sql.sql("select count(*) from agreements.ententes")
                        .query(Long.class)
                        .single()
                < MAX_HELD;
    }

    /** Begins to hold a document. */
    public void add(Entente entente, Part part, Instant now) {
        sql.sql("""
                        insert into agreements.ententes (name, url, document, document_hash, part, held_since)
                        values (:name, :url, :document, :hash, :part, :now)""")
                .param("name", entente.name())
                .param("url", entente.id().toString())
                .param("document", entente.canonical())
                .param("hash", entente.hash())
                .param("part", part.code())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Notes how far we have come ourselves. */
    public void advance(String name, Part part) {
        sql.sql("update agreements.ententes set part = :part where name = :name")
                .param("part", part.code())
                .param("name", name)
                .update();
    }

    /** Keeps a party's signature, which the caller has verified; one that is there already stays. */
    public void addSignature(String name, String party, ObjectNode signature, Instant now) {
        sql.sql("""
                        insert into agreements.signatures (name, party, signature, received_at)
                        values (:name, :party, :signature, :now)
                        on conflict (name, party) do nothing""")
                .param("name", name)
                .param("party", party)
                .param("signature", Json.write(signature))
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Notes where a party stands, in place of what was noted before. The caller has verified that the depositary signed the
     * transition: a party's later word counts, and what the depositary's public record shows counts more than its word.
     */
    public void note(String name, String party, Standing standing) {
        sql.sql("""
                        insert into agreements.standings (name, party, number, head, said_at)
                        values (:name, :party, :number, :head, :now)
                        on conflict (name, party) do update
                        set number = excluded.number, head = excluded.head, said_at = excluded.said_at""")
                .param("name", name)
                .param("party", party)
                .param("number", standing.number())
                .param("head", standing.head())
                .param("now", Timestamp.from(standing.saidAt()))
                .update();
    }

    /** The entente of this name as it is in the database now. */
    public Optional<Held> find(String name) {
        return sql.sql(SELECT + "where e.name = :name")
                .param("name", name)
                .query((row, number) -> HeldRow.read(row))
                .optional();
    }

    /** The entente of this address as it is in the database now. */
    public Optional<Held> at(URI id) {
        return sql.sql(SELECT + "where e.url = :url")
                .param("url", id.toString())
                .query((row, number) -> HeldRow.read(row))
                .optional();
    }

    /** All, by name. */
    Map<String, Held> all() {
        Map<String, Held> all = new LinkedHashMap<>();
        sql.sql(SELECT + "order by e.name limit :limit")
                .param("limit", MAX_HELD)
                .query((row, number) -> HeldRow.read(row))
                .list()
                .forEach(held -> all.put(held.entente().name(), held));
        return all;
    }
}
