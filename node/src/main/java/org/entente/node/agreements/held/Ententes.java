package org.entente.node.agreements.held;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.Transition;
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
            select e.name, e.document_hash, e.part,
                array(select hash from agreements.documents d where d.name = e.name order by hash) as texts,
                array(select document from agreements.documents d where d.name = e.name order by hash) as documents,
                array(select jws from agreements.moves m where m.name = e.name order by place) as moves,
                array(select document || ' ' || path || ' ' || step || ' ' || officer from agreements.approvals p
                    where p.name = e.name order by document, path, step) as approvals,
                array(select approved_at from agreements.approvals p
                    where p.name = e.name order by document, path, step) as approved,
                array(select document || ' ' || signature from agreements.signatures s
                    where s.name = e.name order by received_at) as signatures,
                last_known.jws as last_known, last_known.recorded_at as known_at,
                array(select jws from agreements.transitions t
                    where t.name = e.name and number > coalesce(known.number, 0) order by number) as transitions,
                array(select recorded_at from agreements.transitions t
                    where t.name = e.name and number > coalesce(known.number, 0) order by number) as recorded,
                array(select jws from agreements.acts a
                    where a.name = e.name and ordered_in is null order by received_at, id) as pending,
                array(select received_at from agreements.acts a
                    where a.name = e.name and ordered_in is null order by received_at, id) as heard,
                array(select what || ' ' || party || ' ' || version || ' ' || document from agreements.events v
                    where v.name = e.name order by happened_at, version, document, what, party) as events,
                array(select happened_at from agreements.events v
                    where v.name = e.name order by happened_at, version, document, what, party) as happened,
                array(select party || ' ' || instrument from agreements.confirmations c
                    where c.name = e.name) as confirmations,
                array(select party || ' ' || keys from agreements.contradictions k
                    where k.name = e.name) as contradictions,
                array(select party || ' ' || number || ' ' || astray || ' ' || head from agreements.standings d
                    where d.name = e.name order by party) as standings,
                array(select said_at from agreements.standings d where d.name = e.name order by party) as said
            from agreements.ententes e
                left join unnest(cast(:names as text[]), cast(:numbers as int[])) as known (name, number)
                    on known.name = e.name
                left join agreements.transitions last_known
                    on last_known.name = e.name and last_known.number = known.number
            """;

    private final JdbcClient sql;
    private final OurApproval ourApproval;
    private final Texts texts = new Texts();
    private final Histories histories = new Histories(Transition::parse);

    Ententes(JdbcClient sql, OurApproval ourApproval) {
        this.sql = sql;
        this.ourApproval = ourApproval;
    }

    /** Whether one more may be held. */
    public boolean haveRoom() {
        return sql.sql("select count(*) from agreements.ententes")
                        .query(Long.class)
                        .single()
                < MAX_HELD;
    }

    /** How many proposals of a node, or of all others together, are on the table here and not in force. */
    public int countOpenedBy(Optional<URI> opener) {
        return sql.sql("""
                        select count(*) from agreements.ententes e
                        where opened_by is not null and (opened_by = :opener or :opener = '')
                            and not exists (select from agreements.transitions t where t.name = e.name)""")
                .param("opener", opener.map(URI::toString).orElse(""))
                .query(Integer.class)
                .single();
    }

    /** Notes on whose proposal we hold it. */
    public void openedBy(String name, URI opener) {
        sql.sql("update agreements.ententes set opened_by = :opener where name = :name")
                .param("opener", opener.toString())
                .param("name", name)
                .update();
    }

    /** Forgets a proposal that came to nothing, with all that belongs to it; the journal keeps its leaves. */
    public void forget(String name) {
        for (String table : List.of("moves", "approvals", "deeds", "signatures", "events", "documents", "ententes")) {
            sql.sql("delete from agreements." + table + " where name = :name")
                    .param("name", name)
                    .update();
        }
    }

    /** Keeps a text; one that is there already stays. */
    public void addText(String name, Entente text) {
        sql.sql("""
                        insert into agreements.documents (name, hash, document) values (:name, :hash, :document)
                        on conflict do nothing""")
                .param("name", name)
                .param("hash", text.hash())
                .param("document", text.canonical())
                .update();
    }

    /** Forgets the texts that are none of these. */
    public void keepTexts(String name, Collection<String> hashes) {
        sql.sql("delete from agreements.documents where name = :name and not (hash = any (:hashes))")
                .param("name", name)
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    /** Begins to hold a document. */
    public void add(Entente entente, Part part, Instant now) {
        sql.sql("""
                        insert into agreements.ententes (name, url, document_hash, part, held_since)
                        values (:name, :url, :hash, :part, :now)""")
                .param("name", entente.name())
                .param("url", entente.id().toString())
                .param("hash", entente.hash())
                .param("part", part.code())
                .param("now", Timestamp.from(now))
                .update();
        addText(entente.name(), entente);
    }

    /** Notes which version is in force; we are bound if we signed it. */
    public void enter(String name, Entente text) {
        sql.sql("update agreements.ententes set document_hash = :hash where name = :name")
                .param("hash", text.hash())
                .param("name", name)
                .update();
    }

    /** Notes how far we have come ourselves. */
    public void advance(String name, Part part) {
        sql.sql("update agreements.ententes set part = :part where name = :name")
                .param("part", part.code())
                .param("name", name)
                .update();
    }

    /** Keeps a party's signature over a text, which the caller has verified, in place of one by keys that it had before. */
    public void addSignature(Entente text, String party, ObjectNode signature, Instant now) {
        sql.sql("""
                        insert into agreements.signatures (name, document, party, signature, received_at)
                        values (:name, :document, :party, :signature, :now)
                        on conflict (name, document, party) do update set signature = excluded.signature""")
                .param("name", text.name())
                .param("document", text.hash())
                .param("party", party)
                .param("signature", Json.write(signature))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether a party has signed a text. */
    public boolean isSigned(Entente text, String party) {
        return sql.sql(
                        "select 1 from agreements.signatures where name = :name and document = :document and party = :party")
                .param("name", text.name())
                .param("document", text.hash())
                .param("party", party)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Notes where a party stands, in place of what was noted before. The caller has verified that the depositary signed the
     * transition: a party's later word counts, and what the depositary's public record shows counts more than its word.
     */
    public void note(String name, String party, Standing standing) {
        sql.sql("""
                        insert into agreements.standings (name, party, number, head, said_at, astray)
                        values (:name, :party, :number, :head, :now, :astray)
                        on conflict (name, party) do update
                        set number = excluded.number, head = excluded.head, said_at = excluded.said_at,
                            astray = excluded.astray""")
                .param("name", name)
                .param("party", party)
                .param("number", standing.number())
                .param("head", standing.head())
                .param("astray", standing.astray())
                .param("now", Timestamp.from(standing.saidAt()))
                .update();
    }

    /** Forgets where a party stands. */
    public void forgetStanding(String name, String party) {
        sql.sql("delete from agreements.standings where name = :name and party = :party")
                .param("name", name)
                .param("party", party)
                .update();
    }

    /** The entente of this name as it is in the database now. */
    public Optional<Held> find(String name) {
        return read("where e.name = :value", name, Map.of(name, histories.known(name))).stream()
                .findFirst();
    }

    /** The entente of this address as it is in the database now. */
    public Optional<Held> at(URI id) {
        return read("where e.url = :value", id.toString(), histories.all()).stream()
                .findFirst();
    }

    /** All, by name. */
    public Map<String, Held> all() {
        Map<String, Held> all = new LinkedHashMap<>();
        read("order by e.name limit :value", MAX_HELD, histories.all())
                .forEach(held -> all.put(held.entente().name(), held));
        return all;
    }

    /** Reads of each history what came after what is known, or all where something else is in its place. */
    private List<Held> read(String which, Object value, Map<String, List<Recorded>> known) {
        List<Optional<Held>> read = rows(which, value, known);
        return (read.stream().allMatch(Optional::isPresent) ? read : rows(which, value, Map.of()))
                .stream().flatMap(Optional::stream).toList();
    }

    private List<Optional<Held>> rows(String which, Object value, Map<String, List<Recorded>> known) {
        List<String> names = List.copyOf(known.keySet());
        return sql.sql(SELECT + which)
                .param("value", value)
                .param("names", names.toArray(String[]::new))
                .param(
                        "numbers",
                        names.stream()
                                .map(name -> known.getOrDefault(name, List.of()).size())
                                .toArray(Integer[]::new))
                .query((row, number) -> HeldRow.read(row, ourApproval, texts, histories, known))
                .list();
    }
}
