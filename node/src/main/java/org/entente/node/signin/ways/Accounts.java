package org.entente.node.signin.ways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each account may be entered with. An account has a row from the first sign-in on. */
@Repository
public class Accounts {
    private static final int HANDLE_BYTES = 32;

    private final JdbcClient database;
    private final Secrets secrets;

    Accounts(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** The ways into an account. */
    public WaysIn waysIn(PersonId person) {
        return database.sql("""
                        select mail_codes, recovery_made_at,
                            (select count(*) from signin.passkeys p
                             where p.person = a.person and p.suspended_at is null) as passkeys
                        from signin.accounts a where person = :person
                        """)
                .param("person", person.value())
                .query(Accounts::waysIn)
                .optional()
                .orElse(WaysIn.MAIL_ONLY);
    }

    /**
     * The ways into an account, which nobody else changes, and by which nobody else enters, until the transaction ends: two
     * changes that are each allowed, but not both, come one after the other.
     */
    public WaysIn lock(PersonId person) {
        database.sql("""
                        insert into signin.accounts (person, user_handle) values (:person, :handle)
                        on conflict (person) do nothing
                        """)
                .param("person", person.value())
                .param("handle", secrets.bytes(HANDLE_BYTES))
                .update();
        database.sql("select person from signin.accounts where person = :person for update")
                .param("person", person.value())
                .query(UUID.class)
                .single();
        return waysIn(person);
    }

    /** What authenticators call the person: random, not the address (WebAuthn Level 3 §14.6.1). */
    public byte[] userHandle(PersonId person) {
        lock(person);
        return database.sql("select user_handle from signin.accounts where person = :person")
                .param("person", person.value())
                .query(byte[].class)
                .single();
    }

    /** Whom authenticators call so. */
    public Optional<PersonId> person(byte[] userHandle) {
        return database.sql("select person from signin.accounts where user_handle = :handle")
                .param("handle", userHandle)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Lets codes by mail sign in, or not; false when it was so already. */
    public boolean letMailCodes(PersonId person, boolean let) {
        return database.sql("""
                        update signin.accounts set mail_codes = :let where person = :person and mail_codes <> :let
                        """)
                        .param("person", person.value())
                        .param("let", let)
                        .update()
                == 1;
    }

    /** Keeps a new recovery code; an earlier one no longer counts. */
    public void putRecoveryCode(PersonId person, byte[] mac, Instant now) {
        database.sql("""
                        update signin.accounts set recovery_mac = :mac, recovery_made_at = :now where person = :person
                        """)
                .param("person", person.value())
                .param("mac", mac)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Uses up the recovery code, if this is it. */
    public boolean spendRecoveryCode(PersonId person, byte[] mac) {
        return database.sql("""
                        update signin.accounts set recovery_mac = null, recovery_made_at = null
                        where person = :person and recovery_mac = :mac
                        """)
                        .param("person", person.value())
                        .param("mac", mac)
                        .update()
                == 1;
    }

    private static WaysIn waysIn(ResultSet row, int number) throws SQLException {
        OffsetDateTime made = row.getObject("recovery_made_at", OffsetDateTime.class);
        return new WaysIn(
                row.getInt("passkeys"),
                Optional.ofNullable(made).map(OffsetDateTime::toInstant),
                row.getBoolean("mail_codes"));
    }
}
