package org.entente.node.keys;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.x509.Certificates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the federation key is kept, and how another takes its place. Others have pinned it, so that it never ends by itself:
 * the next one is prepared, adopted, and the one before given up, by whoever has told the others. Each step is the same
 * however often it is done, and every process reads anew which key is which when it signs: one row by its primary key, and the
 * private half is opened only when the row has changed. Nothing is remembered instead, since what one process remembers would
 * sign on after another has given it up; what is signed often, credentials, status lists and requests, is signed by others.
 */
@Component
public class FederationKeys {
    private static final String NAME = "federation";
    private static final Duration LIFETIME = Duration.ofDays(3650);

    private final JdbcClient sql;
    private final NodeIdentity node;
    private final NodeSecret secret;
    private final StoredKeys stored;
    private final SecureRandom random;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Opened> last = new AtomicReference<>();

    /** The key that signed last, opened. */
    private record Opened(byte[] certificate, SoftwareSigner signer) {}

    FederationKeys(
            JdbcClient sql,
            NodeIdentity node,
            StoredKeys stored,
            KeySettings settings,
            SecureRandom random,
            InstantSource clock) {
        this.sql = sql;
        this.node = node;
        this.stored = stored;
        this.secret = new NodeSecret(settings.secret(), random);
        this.random = random;
        this.clock = clock;
    }

    /** The key that signs. */
    Signer present() {
        return find().orElseGet(() -> {
            KeyPair pair = KeyPairs.generate(random);
            Validity validity = new Validity(clock.instant(), LIFETIME);
            stored.offer(NAME, pair, certificate(pair, validity), validity, secret);
            return find().orElseThrow();
        });
    }

    /** The keys by which this node is to be believed: the one that signs first, then the next and those not given up yet. */
    public Jwks believed() {
        PublicJwk present = present().publicKey();
        List<PublicJwk> others = sql.sql("""
                        select certificate from keys.next where name = :name
                        union all
                        select certificate from keys.former where name = :name and believed""")
                .param("name", NAME)
                .query((row, number) -> publicKey(row.getBytes("certificate")))
                .list();
        return new Jwks(
                Stream.concat(Stream.of(present), others.stream()).distinct().toList());
    }

    /** The key that is to sign next, once everybody has been told. */
    public Optional<PublicJwk> next() {
        return sql.sql("select certificate from keys.next where name = :name")
                .param("name", NAME)
                .query((row, number) -> publicKey(row.getBytes("certificate")))
                .optional();
    }

    /** Since when the keys by which this node is to be believed are those: when the last one was announced or adopted. */
    public Instant changedAt() {
        present();
        return sql.sql("""
                        select greatest(k.created_at, n.created_at) as changed from keys.keys k
                        left join keys.next n on n.name = k.name where k.name = :name""")
                .param("name", NAME)
                .query((row, number) -> row.getTimestamp("changed").toInstant())
                .single();
    }

    /** Signs by a key that is among these: the present one, or one before it whose private half is still kept. */
    public Optional<Signer> among(Jwks pinned) {
        Signer present = present();
        return pinned.keys().contains(present.publicKey())
                ? Optional.of(present)
                : kept().stream()
                        .filter(signer -> pinned.keys().contains(signer.publicKey()))
                        .findFirst();
    }

    /** Whatever can still sign: the present key, then those before it whose private half is kept, the latest first. */
    List<Signer> kept() {
        Stream<Signer> former = sql
                .sql("""
                        select sealed, certificate from keys.former
                        where name = :name and sealed is not null order by used_until desc""")
                .param("name", NAME)
                .query((row, number) -> (Signer) signer(row.getBytes("sealed"), row.getBytes("certificate")))
                .list()
                .stream();
        return Stream.concat(Stream.of(present()), former).toList();
    }

    /** Makes the key that is to sign next, unless there is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Instant now) {
        present();
        KeyPair pair = KeyPairs.generate(random);
        sql.sql("""
                        insert into keys.next (name, sealed, certificate, created_at)
                        values (:name, :sealed, :certificate, :now)
                        on conflict (name) do nothing""")
                .param("name", NAME)
                .param(
                        "sealed",
                        secret.seal(StoredKeys.PURPOSE, pair.getPrivate().getEncoded()))
                .param("certificate", StoredKeys.der(certificate(pair, new Validity(now, LIFETIME))))
                .param("now", at(now))
                .update();
    }

    /** Signs with the next key from now on; the one before is still to be believed. Nothing happens where there is no next. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(Instant now) {
        sql.sql("""
                        with replaced as (
                            insert into keys.former (name, certificate, used_from, used_until, sealed, believed)
                            select k.name, k.certificate, k.created_at, :now, k.sealed, true
                            from keys.keys k join keys.next n on n.name = k.name where k.name = :name),
                        taken as (delete from keys.next where name = :name returning sealed, certificate)
                        update keys.keys set sealed = taken.sealed, certificate = taken.certificate,
                            created_at = :now, retire_after = :retire
                        from taken where keys.name = :name""")
                .param("name", NAME)
                .param("now", at(now))
                .param("retire", at(new Validity(now, LIFETIME).retireAfter()))
                .update();
    }

    /** The keys before the present one are not to be believed any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUpFormer() {
        sql.sql("update keys.former set believed = false where name = :name and believed")
                .param("name", NAME)
                .update();
    }

    /** Destroys the private halves of the keys that were given up, but for those by which some text still names this node. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetFormer(Collection<PublicJwk> stillNamed) {
        sql.sql("""
                        select certificate from keys.former
                        where name = :name and sealed is not null and not believed""").param("name", NAME).query((row, number) -> row.getBytes("certificate")).list().stream()
                .filter(certificate -> !stillNamed.contains(publicKey(certificate)))
                .forEach(certificate -> sql.sql(
                                "update keys.former set sealed = null where name = :name and certificate = :certificate")
                        .param("name", NAME)
                        .param("certificate", certificate)
                        .update());
    }

    /** The keys that were given up, the latest first. */
    List<FormerKey> former() {
        return stored.former(NAME);
    }

    private Optional<Signer> find() {
        return sql.sql("select sealed, certificate from keys.keys where name = :name")
                .param("name", NAME)
                .query((row, number) -> open(row.getBytes("sealed"), row.getBytes("certificate")))
                .optional();
    }

    private Signer open(byte[] sealed, byte[] certificate) {
        Opened before = last.get();
        if (before != null && Arrays.equals(before.certificate(), certificate)) {
            return before.signer();
        }
        SoftwareSigner signer = signer(sealed, certificate);
        last.set(new Opened(certificate, signer));
        return signer;
    }

    private SoftwareSigner signer(byte[] sealed, byte[] certificate) {
        return new SoftwareSigner(
                publicKey(certificate), List.of(), KeyPairs.read(secret.open(StoredKeys.PURPOSE, sealed)));
    }

    private X509Certificate certificate(KeyPair pair, Validity validity) {
        return new CertificateMaker(random).authority(node.entityId().toString(), KeyOwner.of(pair), validity);
    }

    private static PublicJwk publicKey(byte[] certificate) {
        return PublicJwk.of((ECPublicKey) Certificates.parse(Base64.getEncoder().encodeToString(certificate))
                .getPublicKey());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
