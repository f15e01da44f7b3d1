package org.entente.node.agreements.held;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Where ententes are kept. Whoever writes has opened the {@link Ledger}. */
@Component
public class Ententes {
    /** The most ententes that a node holds. */
    public static final int MAX_HELD = 1_000;

    private final JdbcClient sql;
    private final Transitions transitions;
    private final Acts acts;
    private final Events events;

    Ententes(JdbcClient sql, Transitions transitions, Acts acts, Events events) {
        this.sql = sql;
        this.transitions = transitions;
        this.acts = acts;
        this.events = events;
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

    /** Notes where a party says that it stands; an older number does not take the place of a newer one. */
    public void note(String name, String party, Standing standing) {
        sql.sql("""
                        insert into agreements.standings (name, party, number, head, said_at)
                        values (:name, :party, :number, :head, :now)
                        on conflict (name, party) do update
                        set number = excluded.number, head = excluded.head, said_at = excluded.said_at
                        where standings.number <= excluded.number""")
                .param("name", name)
                .param("party", party)
                .param("number", standing.number())
                .param("head", standing.head())
                .param("now", Timestamp.from(standing.saidAt()))
                .update();
    }

    /** The entente of this name as it is in the database now. */
    public Optional<Held> find(String name) {
        return sql.sql("select name, document, part from agreements.ententes where name = :name")
                .param("name", name)
                .query(this::held)
                .optional();
    }

    /** The entente of this address as it is in the database now. */
    public Optional<Held> at(URI id) {
        return sql.sql("select name, document, part from agreements.ententes where url = :url")
                .param("url", id.toString())
                .query(this::held)
                .optional();
    }

    /** All, by name. */
    Map<String, Held> all() {
        Map<String, Held> all = new LinkedHashMap<>();
        sql.sql("select name, document, part from agreements.ententes order by name limit :limit")
                .param("limit", MAX_HELD)
                .query(this::held)
                .list()
                .forEach(held -> all.put(held.entente().name(), held));
        return all;
    }

    private Held held(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        Entente entente = Entente.parse(Json.object(row.getBytes("document")));
        List<Recorded> taken = transitions.of(name);
        EntenteState chain = EntenteState.of(entente);
        for (Recorded recorded : taken) {
            chain = after(chain, recorded);
        }
        List<SignedAct> pending = acts.pending(name);
        return new Held(
                entente,
                Part.of(row.getString("part")),
                events.of(name),
                signatures(name, entente),
                taken,
                chain,
                pending,
                standings(name));
    }

    /** Every transition was verified when it was taken, and is again whenever the state is read. */
    private static EntenteState after(EntenteState state, Recorded recorded) {
        Transition transition = recorded.transition();
        return switch (state.apply(transition, recorded.at())) {
            case Verdict.Applied(EntenteState next) -> next;
            case Verdict.Rejected(var reason) ->
                throw new IllegalStateException("transition " + transition.number() + " of "
                        + state.entente().name() + " was changed in the database: " + reason.code());
        };
    }

    private Signatures signatures(String name, Entente entente) {
        Signatures signatures = Signatures.none(entente);
        List<ObjectNode> kept = sql.sql("select signature from agreements.signatures where name = :name")
                .param("name", name)
                .query((row, number) -> Json.object(row.getString("signature")))
                .list();
        for (ObjectNode signature : kept) {
            signatures = signatures.with(signature).orElse(signatures);
        }
        return signatures;
    }

    private Map<String, Standing> standings(String name) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        sql.sql("select party, number, head, said_at from agreements.standings where name = :name")
                .param("name", name)
                .query(row -> {
                    Standing standing = new Standing(
                            row.getInt("number"),
                            row.getString("head"),
                            row.getTimestamp("said_at").toInstant());
                    standings.put(row.getString("party"), standing);
                });
        return standings;
    }
}
