package org.entente.node.wallet.receiving;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where offers are kept from first sight to end; their codes and tokens sealed. Each change of state is one statement. */
@Repository
class Offers {
    /** How long an attempt is held at a time; one whose process died may be taken up after it. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** The most offers of one person that are kept; the oldest give way, except those under way. */
    static final int MAX_PER_PERSON = 50;

    /** What the holder has begun with: it is being received, allowed at the issuer, or the issuer's permission is here. */
    private static final String UNDER_WAY = "(state in ('receiving', 'asking') or sealed_grant is not null)";

    private static final String CONTENTS = "wallet.offer";
    private static final String GRANT = "wallet.grant";
    private static final String ASKING = "wallet.asking";

    private final JdbcClient database;
    private final Keys keys;

    Offers(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Keeps an offer for a holder to decide on. The same offer opened again is the same one, wherever it stands.
     *
     * @param id its name, if it is new
     * @return empty when it is new and there is no room, since all that is kept is under way
     */
    Optional<UUID> open(PersonId person, KnownOffer offer, UUID id, Instant now) {
        byte[] digest = offer.digest(id);
        makeRoom(person, digest);
        return database.sql("""
                        insert into wallet.offers (id, person, digest, issuer, sealed_contents, state, opened_at)
                        select :id, :person, :digest, :issuer, :contents, 'open', :now
                         where (select count(*) from wallet.offers
                                 where person = :person and digest <> :digest) < :most
                        on conflict (person, digest) do update set opened_at = excluded.opened_at
                        returning id""")
                .param("most", MAX_PER_PERSON)
                .param("id", id)
                .param("person", person.value())
                .param("digest", digest)
                .param("issuer", offer.issuerId().toString())
                .param("contents", keys.seal(CONTENTS, offer.toBytes()))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional();
    }

    /** What came under way in this very moment is seen by the outer condition, which is looked at again. */
    private void makeRoom(PersonId person, byte[] digest) {
        database.sql("""
                        delete from wallet.offers
                         where not %1$s
                           and id in (select id from wallet.offers
                                       where person = :person and digest <> :digest and not %1$s
                                       order by opened_at desc
                                      offset (select greatest(0, :kept - count(*)) from wallet.offers
                                               where person = :person and digest <> :digest and %1$s))
                        """.formatted(UNDER_WAY))
                .param("person", person.value())
                .param("digest", digest)
                .param("kept", MAX_PER_PERSON - 1)
                .update();
    }

    Optional<StoredOffer> find(PersonId person, UUID id) {
        return database.sql("""
                        select id, issuer, state, sealed_contents, sealed_grant is not null as permitted,
                               failed_step, failure, again_at, attempt_at
                          from wallet.offers
                         where person = :person and id = :id""")
                .param("person", person.value())
                .param("id", id)
                .query(this::offer)
                .optional();
    }

    /** Begins an attempt, unless a living process carries one out or the offer is at its end. */
    Optional<Attempt> begin(PersonId person, UUID id, UUID attempt, Instant now) {
        return database.sql("""
                        update wallet.offers
                           set state = 'receiving', attempt = :attempt, attempt_at = :now,
                               failed_step = null, failure = null, answer_state = null, sealed_asking = null
                         where person = :person and id = :id
                           and (state in ('open', 'asking') or (state = 'receiving' and attempt_at < :held))
                        returning id, attempt, sealed_contents, sealed_grant, sealed_asking""")
                .param("attempt", attempt)
                .param("now", Timestamp.from(now))
                .param("held", Timestamp.from(now.minus(LEASE)))
                .param("person", person.value())
                .param("id", id)
                .query(this::attempt)
                .optional();
    }

    /** Holds an attempt for longer, if it is still the one. */
    void hold(Attempt attempt, Instant now) {
        database.sql("""
                        update wallet.offers set attempt_at = :now
                         where id = :id and attempt = :attempt and state = 'receiving'""")
                .param("now", Timestamp.from(now))
                .param("id", attempt.offer())
                .param("attempt", attempt.number())
                .update();
    }

    /** Lets the attempt rest while the holder is with the issuer; false when another has taken its place. */
    boolean ask(Attempt attempt, Asking asking, String state) {
        return database.sql("""
                        update wallet.offers
                           set state = 'asking', answer_state = :answerState, sealed_asking = :asking
                         where id = :id and attempt = :attempt and state = 'receiving'""")
                        .param("answerState", Secrets.hash(state))
                        .param("asking", keys.seal(ASKING, asking.toBytes()))
                        .param("id", attempt.offer())
                        .param("attempt", attempt.number())
                        .update()
                == 1;
    }

    /** Takes the attempt up again with the issuer's answer, once: the state by which it is known goes. */
    Optional<Attempt> hear(PersonId person, String state, UUID attempt, Instant now) {
        return database.sql("""
                        update wallet.offers
                           set state = 'receiving', attempt = :attempt, attempt_at = :now, answer_state = null
                         where person = :person and answer_state = :answerState and state = 'asking'
                        returning id, attempt, sealed_contents, sealed_grant, sealed_asking""")
                .param("attempt", attempt)
                .param("now", Timestamp.from(now))
                .param("person", person.value())
                .param("answerState", Secrets.hash(state))
                .query(this::attempt)
                .optional();
    }

    /** Remembers the issuer's permission, so that the attempt can be taken up where it broke off. */
    void permit(Attempt attempt, Grant grant) {
        database.sql("update wallet.offers set sealed_grant = :grant where id = :id and attempt = :attempt")
                .param("grant", keys.seal(GRANT, grant.toBytes()))
                .param("id", attempt.offer())
                .param("attempt", attempt.number())
                .update();
    }

    /** Ends the attempt well, in the caller's transaction; false when another has taken its place. */
    boolean finish(Attempt attempt) {
        return database.sql("""
                        update wallet.offers
                           set state = 'received', sealed_contents = null, sealed_grant = null, sealed_asking = null
                         where id = :id and attempt = :attempt and state = 'receiving'""")
                        .param("id", attempt.offer())
                        .param("attempt", attempt.number())
                        .update()
                == 1;
    }

    /** An offer whose issuer's permission is here, held for the caller's transaction. */
    Optional<Attempt> permitted(UUID id) {
        return database.sql("""
                        select id, attempt, sealed_contents, sealed_grant, sealed_asking from wallet.offers
                         where id = :id and sealed_grant is not null for update""").param("id", id).query(this::attempt).optional();
    }

    /** Ends the attempt otherwise: the offer is open again, or over; false when another has taken its place. */
    boolean stop(Attempt attempt, Stopped stopped) {
        boolean again = stopped.problem().trouble().again();
        return database.sql("""
                        update wallet.offers
                           set state = :state, failed_step = :step, failure = :problem, again_at = :againAt,
                               sealed_asking = null,
                               sealed_contents = case when :again then sealed_contents end,
                               sealed_grant = case when :again then sealed_grant end
                         where id = :id and attempt = :attempt and state = 'receiving'""")
                        .param("state", again ? "open" : "failed")
                        .param("again", again)
                        .param("step", stopped.step().name())
                        .param("problem", stopped.problem().name())
                        .param("againAt", stopped.again().map(Timestamp::from).orElse(null))
                        .param("id", attempt.offer())
                        .param("attempt", attempt.number())
                        .update()
                == 1;
    }

    /** The holder says no; false when a living process carries out an attempt or the offer is at its end. */
    boolean refuse(PersonId person, UUID id, Instant now) {
        return database.sql("""
                        update wallet.offers
                           set state = 'refused', sealed_contents = null, sealed_grant = null,
                               sealed_asking = null, answer_state = null
                         where person = :person and id = :id
                           and (state in ('open', 'asking') or (state = 'receiving' and attempt_at < :held))""")
                        .param("held", Timestamp.from(now.minus(LEASE)))
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Forgets offers that nobody has looked at since. */
    void forget(Instant before) {
        database.sql("delete from wallet.offers where opened_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private StoredOffer offer(ResultSet row, int number) throws SQLException {
        byte @Nullable [] contents = row.getBytes("sealed_contents");
        @Nullable String step = row.getString("failed_step");
        @Nullable String problem = row.getString("failure");
        return new StoredOffer(
                row.getObject("id", UUID.class),
                URI.create(row.getString("issuer")),
                OfferState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                contents == null ? Optional.empty() : Optional.of(KnownOffer.of(keys.open(CONTENTS, contents))),
                row.getBoolean("permitted"),
                step == null || problem == null
                        ? Optional.empty()
                        : Optional.of(new StoredOffer.Failure(
                                Step.valueOf(step),
                                Problem.valueOf(problem),
                                Optional.ofNullable(row.getTimestamp("again_at"))
                                        .map(Timestamp::toInstant))),
                Optional.ofNullable(row.getTimestamp("attempt_at")).map(Timestamp::toInstant));
    }

    private Attempt attempt(ResultSet row, int number) throws SQLException {
        byte @Nullable [] grant = row.getBytes("sealed_grant");
        byte @Nullable [] asking = row.getBytes("sealed_asking");
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("attempt", UUID.class),
                KnownOffer.of(keys.open(CONTENTS, row.getBytes("sealed_contents"))),
                grant == null ? Optional.empty() : Optional.of(Grant.of(keys.open(GRANT, grant))),
                asking == null ? Optional.empty() : Optional.of(Asking.of(keys.open(ASKING, asking))));
    }
}
