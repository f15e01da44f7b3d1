package org.entente.node.keys;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.x509.Certificates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The node's own keys by name, in the database, private halves sealed. */
@Component
class StoredKeys {
    /** The most former keys that are listed: more than a node has in a century. */
    private static final int MAX_FORMER = 32;

    /** For what private halves are sealed. */
    static final String PURPOSE = "stored key";

    private final JdbcClient sql;

    StoredKeys(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<StoredKey> find(String name, Instant validAt, NodeSecret secret) {
        return sql.sql("select sealed, certificate from keys.keys where name = ? and retire_after > ?")
                .param(name)
                .param(OffsetDateTime.ofInstant(validAt, ZoneOffset.UTC))
                .query((row, number) -> new StoredKey(
                        KeyPairs.read(secret.open(PURPOSE, row.getBytes("sealed"))),
                        Certificates.parse(Base64.getEncoder().encodeToString(row.getBytes("certificate")))))
                .optional();
    }

    /** The keys that had this name before and were given up, the latest first. */
    List<FormerKey> former(String name) {
        return sql.sql("""
                        select certificate, used_from, used_until from keys.former
                        where name = ? and not believed order by used_from desc limit ?""")
                .param(name)
                .param(MAX_FORMER)
                .query((row, number) -> new FormerKey(
                        PublicJwk.of((ECPublicKey)
                                Certificates.parse(Base64.getEncoder().encodeToString(row.getBytes("certificate")))
                                        .getPublicKey()),
                        row.getTimestamp("used_from").toInstant(),
                        row.getTimestamp("used_until").toInstant()))
                .list();
    }

    /**
     * Keeps a key under a name unless another process was quicker with one that is not due for retirement. What it replaces is
     * remembered without its private half.
     */
    void offer(String name, KeyPair pair, X509Certificate certificate, Validity validity, NodeSecret secret) {
        sql.sql("""
                        with replaced as (
                            insert into keys.former (name, certificate, used_from, used_until)
                            select name, certificate, created_at, :created from keys.keys
                            where name = :name and retire_after <= :created
                            on conflict do nothing)
                        insert into keys.keys (name, sealed, certificate, created_at, retire_after)
                        values (:name, :sealed, :certificate, :created, :retire)
                        on conflict (name) do update
                        set sealed = excluded.sealed, certificate = excluded.certificate,
                            created_at = excluded.created_at, retire_after = excluded.retire_after
                        where keys.keys.retire_after <= excluded.created_at
                        """)
                .param("name", name)
                .param("sealed", secret.seal(PURPOSE, pair.getPrivate().getEncoded()))
                .param("certificate", der(certificate))
                .param("created", OffsetDateTime.ofInstant(validity.now(), ZoneOffset.UTC))
                .param("retire", OffsetDateTime.ofInstant(validity.retireAfter(), ZoneOffset.UTC))
                .update();
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of ours could not be written", e);
        }
    }
}
