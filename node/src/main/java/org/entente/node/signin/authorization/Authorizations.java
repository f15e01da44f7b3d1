package org.entente.node.signin.authorization;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.Permission;
import org.entente.node.signin.StandingPermissions;
import org.entente.node.signin.expiry.Expiring;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What persons allowed, each with its code's digest. An authorization that ends takes its tokens with it: they are deleted
 * in the same statement.
 */
@Repository
public class Authorizations implements Expiring, StandingPermissions {
    /** How long a code can be exchanged (RFC 6749 §4.1.2 allows ten minutes; a wallet needs none). */
    public static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

    /**
     * Since when, and until when, a rotation may be asked for again by who lost its answer. Whoever comes sooner comes at the
     * same moment as another, and is told to wait: if there are two holders, both going on shows it.
     */
    private static final Duration REPEATED_FROM = Duration.ofSeconds(10);

    private static final Duration REPEATED_UNTIL = Duration.ofMinutes(45);

    /** The most that one person sees at once. */
    private static final int MAX_SHOWN = 100;

    private final JdbcClient database;

    Authorizations(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what a person allowed, until the code is exchanged or has expired. */
    void add(UUID id, AuthorizationRequests.Pending request, String code, Permission.Permitted permitted, Instant now) {
        database.sql("""
                        insert into signin.authorizations
                            (id, person, client_id, redirect_uri, code_hash, code_challenge, code_expires_at, thumbprint,
                             permission, scopes, details, response_members, allowed_at, expires_at)
                        values (:id, :person, :client, :redirect, :code, :challenge, :codeExpires, :thumbprint,
                                :permission, :scopes, :details::jsonb, :members::jsonb, :now, :codeExpires)
                        """)
                .param("id", id)
                .param("person", request.person().orElseThrow().value())
                .param("client", request.clientId())
                .param("redirect", request.redirectUri().toString())
                .param("code", Secrets.hash(code))
                .param("challenge", request.codeChallenge())
                .param("codeExpires", now.plus(CODE_LIFETIME).atOffset(ZoneOffset.UTC))
                .param("thumbprint", request.thumbprint())
                .param("permission", request.permission())
                .param("scopes", permitted.scopes().toArray(String[]::new))
                .param("details", Json.write(permitted.details()))
                .param("members", Json.write(permitted.responseMembers()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Exchanges a code if all fits: one statement, so one winner.
     *
     * @param until when the authorization ends from now on
     */
    public Optional<Authorization> redeem(AuthorizationCode code, Instant until, Instant now) {
        return database.sql("""
                        update signin.authorizations
                        set code_used = true, thumbprint = :thumbprint, generation = 1, expires_at = :until
                        where code_hash = :code and not code_used and code_expires_at > :now
                          and client_id = :client and redirect_uri = :redirect and code_challenge = :challenge
                          and thumbprint in ('', :thumbprint)
                        returning *
                        """)
                .param("thumbprint", code.thumbprint())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("code", Secrets.hash(code.code()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("client", code.clientId())
                .param("redirect", code.redirectUri())
                .param("challenge", code.verifier().challenge())
                .query(Authorizations::authorization)
                .optional();
    }

    /** Ends the authorization whose code comes a second time (RFC 6749 §4.1.2). */
    public void endReused(String code) {
        database.sql("delete from signin.authorizations where code_hash = :code and code_used")
                .param("code", Secrets.hash(code))
                .update();
    }

    /** The next generation, if the given one is the last and all fits: one statement, so one winner. */
    public Optional<Authorization> rotate(UUID id, int generation, String clientId, String thumbprint, Instant now) {
        return database.sql("""
                        update signin.authorizations set generation = generation + 1, rotated_at = :now
                        where id = :id and generation = :generation and code_used and expires_at > :now
                          and client_id = :client and thumbprint = :thumbprint
                        returning *
                        """)
                .param("id", id)
                .param("generation", generation)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("client", clientId)
                .param("thumbprint", thumbprint)
                .query(Authorizations::authorization)
                .optional();
    }

    /** The last generation once more, for the one before it, while the last was never used: the answer may have been lost. */
    public Optional<Authorization> repeat(UUID id, int generation, String clientId, String thumbprint, Instant now) {
        return database.sql("""
                        select * from signin.authorizations
                        where id = :id and generation = :generation + 1 and expires_at > :now
                          and client_id = :client and thumbprint = :thumbprint
                          and rotated_at between :earliest and :latest
                        """)
                .param("id", id)
                .param("generation", generation)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("client", clientId)
                .param("thumbprint", thumbprint)
                .param("earliest", now.minus(REPEATED_UNTIL).atOffset(ZoneOffset.UTC))
                .param("latest", now.minus(REPEATED_FROM).atOffset(ZoneOffset.UTC))
                .query(Authorizations::authorization)
                .optional();
    }

    /**
     * How long the wallet that exchanged a generation a moment ago has to wait before it may ask for the last one once more;
     * empty when it is not that wallet, by its key, or when the moment has passed.
     */
    public Optional<Duration> tooSoon(UUID id, int generation, String clientId, String thumbprint, Instant now) {
        return database.sql("""
                        select rotated_at from signin.authorizations
                        where id = :id and generation = :generation + 1 and expires_at > :now
                          and client_id = :client and thumbprint = :thumbprint and rotated_at > :latest
                        """)
                .param("id", id)
                .param("generation", generation)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("client", clientId)
                .param("thumbprint", thumbprint)
                .param("latest", now.minus(REPEATED_FROM).atOffset(ZoneOffset.UTC))
                .query(Timestamp.class)
                .optional()
                .map(rotated -> Duration.between(now, rotated.toInstant().plus(REPEATED_FROM)));
    }

    /** Ends the authorization of which an earlier generation than the last comes again (RFC 9700 §4.14.2). */
    public void endReused(UUID id, int generation) {
        database.sql("delete from signin.authorizations where id = :id and generation > :generation")
                .param("id", id)
                .param("generation", generation)
                .update();
    }

    /** What holds. */
    public Optional<Authorization> find(UUID id, Instant now) {
        return database.sql("select * from signin.authorizations where id = :id and expires_at > :now")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Authorizations::authorization)
                .optional();
    }

    /** What a person allowed and still holds, the latest first, whether or not a wallet has come for it yet. */
    List<Authorization> of(PersonId person, Instant now) {
        return database.sql("""
                        select * from signin.authorizations where person = :person and expires_at > :now
                        order by allowed_at desc, id limit :most
                        """)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MAX_SHOWN)
                .query(Authorizations::authorization)
                .list();
    }

    /** Ends an authorization on its wallet's word. */
    public void end(UUID id, String clientId) {
        database.sql("delete from signin.authorizations where id = :id and client_id = :client")
                .param("id", id)
                .param("client", clientId)
                .update();
    }

    /** Ends an authorization on its person's word. */
    void end(UUID id, PersonId person) {
        database.sql("delete from signin.authorizations where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .update();
    }

    @Override
    public boolean hold(UUID authorization, Instant now) {
        return database.sql("""
                        select true from signin.authorizations where id = :id and expires_at > :now for key share
                        """)
                .param("id", authorization)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    @Override
    public void await(PersonId person) {
        database.sql("select id from signin.authorizations where person = :person order by id for update")
                .param("person", person.value())
                .query(UUID.class)
                .list();
    }

    /** In one order for everybody, so that two who end or hold one person's permissions never wait for each other. */
    @Override
    public void withdraw(PersonId person, Predicate<Permission.Permitted> which) {
        database
                .sql("select * from signin.authorizations where person = :person order by id")
                .param("person", person.value())
                .query(Authorizations::authorization)
                .list()
                .stream()
                .filter(authorization -> which.test(authorization.permitted()))
                .forEach(authorization -> end(authorization.id(), person));
    }

    @Override
    public void removeExpired(Instant now) {
        database.sql("delete from signin.authorizations where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Authorization authorization(ResultSet row, int number) throws SQLException {
        return new Authorization(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("client_id"),
                URI.create(row.getString("redirect_uri")),
                row.getString("permission"),
                new Permission.Permitted(
                        Set.of((String[]) row.getArray("scopes").getArray()),
                        Json.object(row.getString("details")),
                        Json.object(row.getString("response_members"))),
                row.getInt("generation"),
                row.getObject("allowed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
