package org.entente.node.signin.authorization;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.expiry.Expiring;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** The requests under way, from the push to the answer. Each change of state is one conditional statement. */
@Repository
class AuthorizationRequests implements Expiring {
    /** How long a {@code request_uri} opens a request (RFC 9126 §2.2). */
    static final Duration PUSHED = Duration.ofSeconds(60);

    /** How long an opened request waits for the person: to sign in, to be found in a register, to read and to answer. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * A request as it is kept.
     *
     * @param thumbprint of the key to which the code will be bound, "" when none was named
     * @param permission the name of the permission that it asks for
     * @param asked in the words of that permission
     * @param language in which the wallet would like the page, "" when it does not say
     * @param person who signed in for it
     */
    record Pending(
            UUID id,
            String clientId,
            URI redirectUri,
            String state,
            String codeChallenge,
            String thumbprint,
            String permission,
            ObjectNode asked,
            String language,
            Optional<PersonId> person) {}

    private final JdbcClient database;

    AuthorizationRequests(JdbcClient database) {
        this.database = database;
    }

    void add(Pending request, String requestUri, Instant now) {
        database.sql("""
                        insert into signin.authorization_requests
                            (id, request_hash, client_id, redirect_uri, client_state, code_challenge, thumbprint,
                             permission, asked, language, pushed_until, expires_at)
                        values (:id, :hash, :client, :redirect, :state, :challenge, :thumbprint,
                                :permission, :asked::jsonb, :language, :until, :until)
                        """)
                .param("id", request.id())
                .param("hash", Secrets.hash(requestUri))
                .param("client", request.clientId())
                .param("redirect", request.redirectUri().toString())
                .param("state", request.state())
                .param("challenge", request.codeChallenge())
                .param("thumbprint", request.thumbprint())
                .param("permission", request.permission())
                .param("asked", Json.write(request.asked()))
                .param("language", request.language())
                .param("until", now.plus(PUSHED).atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Opens a request by its name, as often as it is asked for, until somebody has signed in for it; afterwards for that
     * person alone, until it is answered.
     */
    Optional<Pending> open(String requestUri, String clientId, Optional<PersonId> person, Instant now) {
        return database.sql("""
                        update signin.authorization_requests
                        set opened_at = coalesce(opened_at, :now), expires_at = greatest(expires_at, :until)
                        where request_hash = :hash and client_id = :client and pushed_until > :now
                          and answered_at is null and (person is null or person = :person)
                        returning *
                        """)
                .param("hash", Secrets.hash(requestUri))
                .param("client", clientId)
                .param("person", person.map(PersonId::value).orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(PATIENCE).atOffset(ZoneOffset.UTC))
                .query(AuthorizationRequests::pending)
                .optional();
    }

    /** Gives an opened request to the first person who signs in for it, and to nobody else: one statement, one winner. */
    Optional<Pending> claim(UUID id, PersonId person, Instant now) {
        return database.sql("""
                        update signin.authorization_requests set person = :person
                        where id = :id and (person is null or person = :person)
                          and opened_at is not null and answered_at is null and expires_at > :now
                        returning *
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AuthorizationRequests::pending)
                .optional();
    }

    /** Takes a request that has no answer from the person who had it, for whoever signs in next: one statement. */
    boolean release(UUID id, PersonId person, Instant now) {
        return database.sql("""
                                update signin.authorization_requests set person = null
                                where id = :id and person = :person and answered_at is null and expires_at > :now
                                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes the one answer that a request has: one statement, one winner. */
    Optional<Pending> answer(UUID id, PersonId person, Instant now) {
        return database.sql("""
                        update signin.authorization_requests set answered_at = :now
                        where id = :id and person = :person and answered_at is null and expires_at > :now
                        returning *
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AuthorizationRequests::pending)
                .optional();
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.authorization_requests where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Pending pending(ResultSet row, int number) throws SQLException {
        return new Pending(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                URI.create(row.getString("redirect_uri")),
                row.getString("client_state"),
                row.getString("code_challenge"),
                row.getString("thumbprint"),
                row.getString("permission"),
                Json.object(row.getString("asked")),
                row.getString("language"),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new));
    }
}
