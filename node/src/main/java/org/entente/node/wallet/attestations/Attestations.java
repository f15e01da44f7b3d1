package org.entente.node.wallet.attestations;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where attestations and their copies are kept. A copy is bound to its row by the purpose under which it is sealed. */
@Repository
public class Attestations {
    /** The most attestations that one person keeps. */
    public static final int MAX_PER_PERSON = 100;

    private static final String COLUMNS = """
            a.id, a.issuer, a.type, a.labels, a.received_at, a.valid_until,
            (select count(*) from wallet.copies c where c.attestation = a.id) as copies,
            (select count(*) from wallet.copies c where c.attestation = a.id and c.shown_to is null) as unused
            """;

    private final JdbcClient database;
    private final Keys keys;

    Attestations(JdbcClient database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** All of a person's, the newest first. */
    public List<Attestation> of(PersonId person) {
        return database.sql("select " + COLUMNS + """
                         from wallet.attestations a
                        where a.person = :person
                        order by a.received_at desc, a.id
                        limit :limit""")
                .param("person", person.value())
                .param("limit", MAX_PER_PERSON)
                .query(Attestations::attestation)
                .list();
    }

    /** One of a person's. */
    public Optional<Attestation> find(PersonId person, UUID id) {
        return database.sql("select " + COLUMNS + """
                         from wallet.attestations a
                        where a.person = :person and a.id = :id""")
                .param("person", person.value())
                .param("id", id)
                .query(Attestations::attestation)
                .optional();
    }

    /** Keeps an attestation with its copies, in the caller's transaction. */
    public void keep(PersonId person, Attestation attestation, List<Copy> copies) {
        database.sql("""
                        insert into wallet.attestations (id, person, issuer, type, labels, received_at, valid_until)
                        values (:id, :person, :issuer, :type, :labels::jsonb, :receivedAt, :validUntil)""")
                .param("id", attestation.id())
                .param("person", person.value())
                .param("issuer", attestation.issuer().toString())
                .param("type", attestation.type())
                .param("labels", Json.write(attestation.labels().toJson()))
                .param("receivedAt", Timestamp.from(attestation.receivedAt()))
                .param(
                        "validUntil",
                        attestation.validUntil().map(Timestamp::from).orElse(null))
                .update();
        copies.forEach(copy -> keep(attestation.id(), copy));
    }

    /**
     * Puts a new batch in the place of an attestation's copies, in the caller's transaction; false, and nothing is done, for an
     * attestation that its holder deleted meanwhile.
     */
    public boolean replace(UUID attestation, List<Copy> copies, Optional<Instant> validUntil) {
        int there = database.sql("update wallet.attestations set valid_until = :validUntil where id = :id")
                .param("validUntil", validUntil.map(Timestamp::from).orElse(null))
                .param("id", attestation)
                .update();
        if (there == 1) {
            database.sql("delete from wallet.copies where attestation = :attestation")
                    .param("attestation", attestation)
                    .update();
            copies.forEach(copy -> keep(attestation, copy));
        }
        return there == 1;
    }

    /** When an attestation is renewed without its holder's doing; none where its issuer does not allow it. */
    public Optional<Instant> renewsAt(UUID attestation) {
        return database.sql("""
                        select due_at from wallet.renewals
                         where id = (select renewal from wallet.renewed where attestation = :attestation) and not ended""")
                .param("attestation", attestation)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Whether its issuer renewed it once and does so no more: its holder obtains it again. */
    public boolean isRenewalOver(UUID attestation) {
        return database.sql("""
                        select exists (
                            select 1 from wallet.renewed join wallet.renewals r on r.id = renewal
                             where attestation = :attestation and r.ended)""")
                .param("attestation", attestation)
                .query(Boolean.class)
                .single();
    }

    private void keep(UUID attestation, Copy copy) {
        database.sql("""
                        insert into wallet.copies (id, attestation, holder_key, sealed_key, sealed_credential)
                        values (:id, :attestation, :holderKey::jsonb, :sealedKey, :sealedCredential)""")
                .param("id", copy.id())
                .param("attestation", attestation)
                .param("holderKey", Json.write(copy.key().publicKey().toJson()))
                .param("sealedKey", copy.key().sealed())
                .param(
                        "sealedCredential",
                        keys.seal(
                                purpose(copy.id()), copy.credential().toString().getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    /** Any copy, to read what the attestation says; all say the same. */
    public SdJwt read(Attestation attestation) {
        return database.sql("""
                        select id, holder_key, sealed_key, sealed_credential
                          from wallet.copies
                         where attestation = :attestation
                         order by id
                         limit 1""")
                .param("attestation", attestation.id())
                .query(this::copy)
                .single()
                .credential();
    }

    /** Whether a copy is left for a verifier: one that nobody has seen, or one that only this verifier has. */
    public boolean hasCopyFor(Attestation attestation, String verifier) {
        return database.sql("""
                        select exists (
                            select 1 from wallet.copies
                             where attestation = :attestation and (shown_to is null or shown_to = :verifier))""")
                .param("attestation", attestation.id())
                .param("verifier", verifier)
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes a copy for a verifier, in the caller's transaction: the one already taken for this request, else one that
     * nobody has seen, else the one that this verifier has known longest. None when every copy is known to others.
     *
     * @param verifier who will see it: never another one from now on
     */
    public Optional<Copy> take(UUID attestation, String verifier, UUID request, Instant now) {
        return database.sql("""
                        with chosen as (
                            select id from wallet.copies
                             where attestation = :attestation and (shown_to is null or shown_to = :verifier)
                             order by request is distinct from :request, shown_to is not null, shown_at, id
                             limit 1
                               for update skip locked)
                        update wallet.copies c
                           set shown_to = :verifier, shown_at = coalesce(c.shown_at, :now), request = :request
                          from chosen
                         where c.id = chosen.id
                        returning c.id, c.holder_key, c.sealed_key, c.sealed_credential""")
                .param("attestation", attestation)
                .param("verifier", verifier)
                .param("request", request)
                .param("now", Timestamp.from(now))
                .query(this::copy)
                .optional();
    }

    /**
     * Forgets an attestation with all its copies and keys; the permission to renew it is due with the last that it was for, to be
     * given back. An issuer that was not told yet that it was kept is told that it is not.
     */
    public boolean delete(PersonId person, UUID id) {
        database.sql("""
                        update wallet.notifications set event = 'credential_deleted'
                         where attestation = (select id from wallet.attestations where person = :person and id = :id)""").param("person", person.value()).param("id", id).update();
        Optional<UUID> renewal = database.sql("select renewal from wallet.renewed where attestation = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
        boolean deleted = database.sql("delete from wallet.attestations where person = :person and id = :id")
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
        renewal.ifPresent(this::leave);
        return deleted;
    }

    /** Where nothing is left of what a permission was for, it is due, to be given back; one that has ended is forgotten. */
    private void leave(UUID permission) {
        String nothingLeft = " where id = :id and not exists (select from wallet.renewed where renewal = :id)";
        database.sql("delete from wallet.renewals" + nothingLeft + " and ended")
                .param("id", permission)
                .update();
        database.sql("update wallet.renewals set due_at = 'epoch', tries = 0" + nothingLeft)
                .param("id", permission)
                .update();
    }

    private Copy copy(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PublicJwk holderKey = PublicJwk.parse(Json.object(row.getString("holder_key")));
        byte[] credential = keys.open(purpose(id), row.getBytes("sealed_credential"));
        return new Copy(
                id,
                new WrappedKey(holderKey, row.getBytes("sealed_key")),
                SdJwt.parse(new String(credential, StandardCharsets.UTF_8)));
    }

    private static Attestation attestation(ResultSet row, int number) throws SQLException {
        return new Attestation(
                row.getObject("id", UUID.class),
                URI.create(row.getString("issuer")),
                row.getString("type"),
                Labels.parse(Json.object(row.getString("labels"))),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("valid_until")).map(Timestamp::toInstant),
                row.getInt("copies"),
                row.getInt("unused"));
    }

    private static String purpose(UUID copy) {
        return "wallet.copy." + copy;
    }
}
