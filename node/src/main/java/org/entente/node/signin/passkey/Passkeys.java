package org.entente.node.signin.passkey;

import com.yubico.webauthn.data.ByteArray;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passkeys of the accounts: public keys, and what their owners call them. */
@Repository
public class Passkeys {
    /** The most passkeys that an account has. */
    public static final int MAX_OF_A_PERSON = 20;

    /**
     * What is kept of a passkey to verify it by (WebAuthn Level 3 §4, credential record).
     *
     * @param userHandle what it calls its owner
     */
    record Credential(
            ByteArray id,
            PersonId person,
            ByteArray userHandle,
            ByteArray publicKey,
            long signatureCount,
            Set<String> transports,
            boolean backupEligible,
            boolean backedUp) {}

    private static final String CREDENTIAL = """
            select credential_id, person, user_handle, public_key, signature_count, transports, backup_eligible, backed_up
            from signin.passkeys join signin.accounts using (person)
            """;

    private final JdbcClient database;

    Passkeys(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a new one; false when a passkey of this id is known already, whosesoever it is. */
    boolean add(UUID id, Credential credential, PasskeyName name, Instant now) {
        return database.sql("""
                        insert into signin.passkeys (
                            credential_id, id, person, public_key, signature_count, transports,
                            backup_eligible, backed_up, name, added_at)
                        values (
                            :credential, :id, :person, :publicKey, :count, :transports, :eligible, :backedUp, :name, :now)
                        on conflict (credential_id) do nothing
                        """)
                        .param("credential", credential.id().getBytes())
                        .param("id", id)
                        .param("person", credential.person().value())
                        .param("publicKey", credential.publicKey().getBytes())
                        .param("count", credential.signatureCount())
                        .param("transports", credential.transports().toArray(String[]::new))
                        .param("eligible", credential.backupEligible())
                        .param("backedUp", credential.backedUp())
                        .param("name", name.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** A passkey by its credential id. */
    Optional<Credential> credential(ByteArray id) {
        return database.sql(CREDENTIAL + "where credential_id = :id")
                .param("id", id.getBytes())
                .query(Passkeys::credential)
                .optional();
    }

    /** All passkeys of an account. */
    List<Credential> credentials(PersonId person) {
        return database.sql(CREDENTIAL + "where person = :person order by added_at")
                .param("person", person.value())
                .query(Passkeys::credential)
                .list();
    }

    /** The passkeys of an account that sign in. */
    List<Credential> inUse(PersonId person) {
        return database.sql(CREDENTIAL + "where person = :person and suspended_at is null order by added_at")
                .param("person", person.value())
                .query(Passkeys::credential)
                .list();
    }

    /** Suspends all that a person has; since when a passkey is suspended stays as it was. */
    void suspend(PersonId person, Instant now) {
        database.sql("update signin.passkeys set suspended_at = coalesce(suspended_at, :now) where person = :person")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets a suspended passkey sign in again; false when it is not the person's, or not suspended. */
    boolean confirm(PersonId person, UUID id) {
        return database.sql("""
                        update signin.passkeys set suspended_at = null
                        where id = :id and person = :person and suspended_at is not null
                        """).param("id", id).param("person", person.value()).update() == 1;
    }

    boolean isSuspended(ByteArray id) {
        return database.sql("select true from signin.passkeys where credential_id = :id and suspended_at is not null")
                .param("id", id.getBytes())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /**
     * Notes that a passkey was used; false when it is suspended. Of two answers with the same count, or of a copy's with an older one, only the first
     * counts, in whichever process they arrive; a passkey that does not count says 0 (WebAuthn Level 3 §6.1.1).
     */
    boolean use(ByteArray id, long signatureCount, boolean backedUp, Instant now) {
        return database.sql("""
                        update signin.passkeys
                        set signature_count = :count, backed_up = :backedUp, last_used_at = :now
                        where credential_id = :id and suspended_at is null
                            and (signature_count < :count or (signature_count = 0 and :count = 0))
                        """)
                        .param("id", id.getBytes())
                        .param("count", signatureCount)
                        .param("backedUp", backedUp)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** A person's passkeys, in the order in which they were added. */
    public List<Passkey> of(PersonId person) {
        return database.sql("""
                        select id, name, backed_up, added_at, last_used_at, suspended_at from signin.passkeys
                        where person = :person order by added_at, id
                        """)
                .param("person", person.value())
                .query(Passkeys::passkey)
                .list();
    }

    /** One of a person's passkeys. */
    Optional<Passkey> of(PersonId person, UUID id) {
        return of(person).stream().filter(passkey -> passkey.id().equals(id)).findFirst();
    }

    void rename(PersonId person, UUID id, PasskeyName name) {
        database.sql("update signin.passkeys set name = :name where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .param("name", name.value())
                .update();
    }

    boolean remove(PersonId person, UUID id) {
        return database.sql("delete from signin.passkeys where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                new ByteArray(row.getBytes("credential_id")),
                new PersonId(row.getObject("person", UUID.class)),
                new ByteArray(row.getBytes("user_handle")),
                new ByteArray(row.getBytes("public_key")),
                row.getLong("signature_count"),
                Set.of(strings(row.getArray("transports"))),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"));
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                new PasskeyName(row.getString("name")),
                row.getBoolean("backed_up"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "suspended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
