package org.entente.node.wallet.showing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.keys.Keys;
import org.entente.node.wallet.attestations.Verifier;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where requests are kept from first sight to end. Each change of state is one statement. */
@Repository
class Requests {
    /** How long an answer may be silent before it counts as broken off; longer than the exchange can take. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The most requests to one person that are kept; the oldest give way, except those that can still be answered. */
    static final int MAX_PER_PERSON = 50;

    /** An answer is on its way, or something is left to do and to do it in time. */
    private static final String LIVE = "(state = 'answering' or (sealed_contents is not null and ends_at > :now))";

    private static final String COLUMNS = """
            select id, verifier, state, sealed_contents, sealed_answer is not null as answer_kept,
                   sealed_next, failure, attempt_at
              from wallet.requests
            """;

    private static final String CONTENTS = "wallet.request";
    private static final String ANSWER = "wallet.answer";
    private static final String NEXT = "wallet.next";

    private final JdbcClient database;
    private final Keys keys;

    Requests(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Keeps a request for a holder to decide on. The same request opened again is the same one, wherever it stands.
     *
     * @param id its name, if it is new
     * @return empty when it is new and there is no room, since all that is kept can still be answered
     */
    Optional<UUID> open(PersonId person, FetchedRequest fetched, KnownRequest known, UUID id, Instant now) {
        makeRoom(person, known.digest(), now);
        return database.sql("""
                        insert into wallet.requests
                            (id, person, digest, verifier, sealed_contents, state, opened_at, ends_at)
                        select :id, :person, :digest, :verifier::jsonb, :contents, 'open', :now, :ends
                         where (select count(*) from wallet.requests
                                 where person = :person and digest <> :digest) < :most
                        on conflict (person, digest) do update set opened_at = excluded.opened_at
                        returning id""")
                .param("most", MAX_PER_PERSON)
                .param("ends", Timestamp.from(known.endsAt(fetched.fetchedAt())))
                .param("id", id)
                .param("person", person.value())
                .param("digest", known.digest())
                .param("verifier", Json.write(known.verifier().toJson()))
                .param("contents", seal(fetched))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional();
    }

    /** What came to life in this very moment is seen by the outer condition, which is looked at again. */
    void makeRoom(PersonId person, byte[] digest, Instant now) {
        database.sql("""
                        delete from wallet.requests
                         where not %1$s
                           and id in (select id from wallet.requests
                                       where person = :person and digest <> :digest and not %1$s
                                       order by opened_at desc
                                      offset (select greatest(0, :kept - count(*)) from wallet.requests
                                               where person = :person and digest <> :digest and %1$s))
                        """.formatted(LIVE))
                .param("person", person.value())
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .param("kept", MAX_PER_PERSON - 1)
                .update();
    }

    /** Those that can still be answered, the latest first. */
    List<StoredRequest> live(PersonId person, Instant now) {
        return database.sql(COLUMNS + "where person = :person and " + LIVE + " order by opened_at desc limit :limit")
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("limit", MAX_PER_PERSON)
                .query(this::request)
                .list();
    }

    Optional<StoredRequest> find(PersonId person, UUID id) {
        return database.sql(COLUMNS + "where person = :person and id = :id")
                .param("person", person.value())
                .param("id", id)
                .query(this::request)
                .optional();
    }

    /**
     * Begins an answer, or takes up one whose fate is not known, in the caller's transaction; false when one is under way or
     * the request is at its end.
     */
    boolean begin(PersonId person, UUID id, UUID attempt, Instant now) {
        return database.sql("""
                        update wallet.requests
                           set state = 'answering', attempt = :attempt, attempt_at = :now, failure = null
                         where person = :person and id = :id
                           and (state = 'open' or (state = 'uncertain' and sealed_answer is not null)
                                or (state = 'answering' and attempt_at < :patience))""")
                        .param("attempt", attempt)
                        .param("now", Timestamp.from(now))
                        .param("patience", Timestamp.from(now.minus(PATIENCE)))
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The answer that may have left, in the transaction that began it again. */
    Optional<DirectPost.Encrypted> answer(UUID id) {
        return database.sql("select sealed_answer from wallet.requests where id = :id and sealed_answer is not null")
                .param("id", id)
                .query((row, number) -> new DirectPost.Encrypted(
                        new String(keys.open(ANSWER, row.getBytes(1)), StandardCharsets.US_ASCII)))
                .optional();
    }

    /** Keeps the answer before it leaves, in the transaction that began it. */
    void keep(UUID id, DirectPost.Encrypted answer) {
        database.sql("update wallet.requests set sealed_answer = :answer where id = :id")
                .param("answer", keys.seal(ANSWER, answer.jwe().getBytes(StandardCharsets.US_ASCII)))
                .param("id", id)
                .update();
    }

    /** The verifier took the answer, and leads the holder on, or not. */
    void finish(UUID id, UUID attempt, Optional<URI> next) {
        database.sql("""
                        update wallet.requests
                           set state = 'answered', sealed_contents = null, sealed_answer = null, sealed_next = :next
                         where id = :id and attempt = :attempt and state = 'answering'""")
                .param("next", next.map(this::seal).orElse(null))
                .param("id", id)
                .param("attempt", attempt)
                .update();
    }

    /**
     * The answer never left, and may go again, or it was not taken: the request is open again, or over; false when another
     * attempt has taken its place.
     */
    boolean stop(UUID id, UUID attempt, Fault fault) {
        return database.sql("""
                        update wallet.requests
                           set state = :state, failure = :fault, sealed_answer = null,
                               sealed_contents = case when :again then sealed_contents end
                         where id = :id and attempt = :attempt and state = 'answering'""")
                        .param("state", fault.trouble().again() ? "open" : "failed")
                        .param("again", fault.trouble().again())
                        .param("fault", fault.name())
                        .param("id", id)
                        .param("attempt", attempt)
                        .update()
                == 1;
    }

    /** What became of the answer is not known; it is kept where asking once more may tell. */
    void leaveOpen(UUID id, UUID attempt, Fault fault) {
        database.sql("""
                        update wallet.requests
                           set state = 'uncertain', failure = :fault,
                               sealed_answer = case when :again then sealed_answer end,
                               sealed_contents = case when :again then sealed_contents end
                         where id = :id and attempt = :attempt and state = 'answering'""")
                .param("again", fault.trouble().again())
                .param("fault", fault.name())
                .param("id", id)
                .param("attempt", attempt)
                .update();
    }

    /** The holder says no; false when an answer is under way or may have left, or the request is at its end. */
    boolean decline(PersonId person, UUID id, Instant now) {
        return database.sql("""
                        update wallet.requests set state = 'declined', sealed_contents = null
                         where person = :person and id = :id and sealed_answer is null
                           and (state = 'open' or (state = 'answering' and attempt_at < :patience))""")
                        .param("patience", Timestamp.from(now.minus(PATIENCE)))
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Where the verifier leads the holder after a no. */
    void lead(UUID id, URI next) {
        database.sql("update wallet.requests set sealed_next = :next where id = :id and state = 'declined'")
                .param("next", seal(next))
                .param("id", id)
                .update();
    }

    /** Forgets requests that nobody has looked at since. */
    void forget(Instant before) {
        database.sql("delete from wallet.requests where opened_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    byte[] seal(FetchedRequest contents) {
        return keys.seal(CONTENTS, contents.toBytes());
    }

    byte[] seal(URI next) {
        return keys.seal(NEXT, next.toString().getBytes(StandardCharsets.UTF_8));
    }

    private StoredRequest request(ResultSet row, int number) throws SQLException {
        byte @Nullable [] contents = row.getBytes("sealed_contents");
        byte @Nullable [] next = row.getBytes("sealed_next");
        @Nullable String failure = row.getString("failure");
        return new StoredRequest(
                row.getObject("id", UUID.class),
                Verifier.parse(Json.object(row.getString("verifier"))),
                RequestState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                contents == null ? Optional.empty() : Optional.of(FetchedRequest.of(keys.open(CONTENTS, contents))),
                row.getBoolean("answer_kept"),
                next == null
                        ? Optional.empty()
                        : Optional.of(URI.create(new String(keys.open(NEXT, next), StandardCharsets.UTF_8))),
                failure == null ? Optional.empty() : Optional.of(Fault.valueOf(failure)),
                Optional.ofNullable(row.getTimestamp("attempt_at")).map(Timestamp::toInstant));
    }
}
