package org.entente.node.wallet.showing;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where requests are kept that cannot be answered, until their verifier is told or they are forgotten. They stand among the
 * {@link Requests}, where they give way to any that can be answered.
 */
@Repository
class FaultyRequests {
    private final JdbcClient database;
    private final Requests requests;

    FaultyRequests(JdbcClient database, Requests requests) {
        this.database = database;
        this.requests = requests;
    }

    /**
     * Keeps a request for a holder who may let its verifier know. The same opened again is the same one, told or not.
     *
     * @param id its name, if it is new
     * @return empty when it is new and there is no room
     */
    Optional<UUID> open(PersonId person, FetchedRequest fetched, Objection objection, UUID id, Instant now) {
        requests.makeRoom(person, objection.digest(), now);
        return database.sql("""
                        insert into wallet.requests
                            (id, person, digest, verifier, sealed_contents, state, opened_at, ends_at)
                        select :id, :person, :digest, :verifier::jsonb, :contents, 'faulty', :now, :now
                         where (select count(*) from wallet.requests
                                 where person = :person and digest <> :digest) < :most
                        on conflict (person, digest) do update set opened_at = excluded.opened_at
                        returning id""")
                .param("most", Requests.MAX_PER_PERSON)
                .param("id", id)
                .param("person", person.value())
                .param("digest", objection.digest())
                .param("verifier", Json.write(objection.verifier().toJson()))
                .param("contents", requests.seal(fetched))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional();
    }

    /** Begins to tell; false when that is under way or done. */
    boolean begin(PersonId person, UUID id, UUID attempt, Instant now) {
        return database.sql("""
                        update wallet.requests
                           set state = 'telling', attempt = :attempt, attempt_at = :now, failure = null
                         where person = :person and id = :id
                           and (state = 'faulty' or (state = 'telling' and attempt_at < :patience))""")
                        .param("attempt", attempt)
                        .param("now", Timestamp.from(now))
                        .param("patience", Timestamp.from(now.minus(Requests.PATIENCE)))
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The verifier has it; it may have no use for it, or lead the holder on. */
    void told(UUID id, UUID attempt, Optional<URI> next, Optional<Fault> fault) {
        database.sql("""
                        update wallet.requests
                           set state = 'told', sealed_contents = null, sealed_next = :next, failure = :fault
                         where id = :id and attempt = :attempt and state = 'telling'""")
                .param("next", next.map(requests::seal).orElse(null))
                .param("fault", fault.map(Fault::name).orElse(null))
                .param("id", id)
                .param("attempt", attempt)
                .update();
    }

    /** Nobody is known to have heard it, and the holder may try again. */
    void notTold(UUID id, UUID attempt, Fault fault) {
        end(id, attempt, "faulty", fault);
    }

    /** There is nobody to be told any more. */
    void over(UUID id, UUID attempt, Fault fault) {
        end(id, attempt, "failed", fault);
    }

    private void end(UUID id, UUID attempt, String state, Fault fault) {
        database.sql("""
                        update wallet.requests
                           set state = :state, failure = :fault,
                               sealed_contents = case when :state = 'faulty' then sealed_contents end
                         where id = :id and attempt = :attempt and state = 'telling'""")
                .param("state", state)
                .param("fault", fault.name())
                .param("id", id)
                .param("attempt", attempt)
                .update();
    }
}
