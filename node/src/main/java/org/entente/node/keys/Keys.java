package org.entente.node.keys;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.springframework.stereotype.Component;

/**
 * The front desk of the room: signers for what the node signs, and sealing for what other rooms keep. All keys are on
 * P-256 and sign with ES256. Keys are made when they are first needed and are the same in every process of the node. How the
 * federation key is replaced is for {@link FederationKeys}.
 */
@Component
public class Keys {
    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);
    private static final Duration LEAF_LIFETIME = Duration.ofDays(730);
    private static final String AUTHORITY = "credential-ca";
    private static final String WRAPPED = "wrapped key";

    private final NodeIdentity node;
    private final StoredKeys stored;
    private final FederationKeys federationKeys;
    private final NodeSecret secret;
    private final SecureRandom random;
    private final InstantSource clock;
    private final CertificateMaker certificates;
    private final Map<String, StoredKey> known = new ConcurrentHashMap<>();

    Keys(
            NodeIdentity node,
            StoredKeys stored,
            FederationKeys federationKeys,
            KeySettings settings,
            SecureRandom random,
            InstantSource clock) {
        CryptoProvider.install();
        this.node = node;
        this.stored = stored;
        this.federationKeys = federationKeys;
        this.secret = new NodeSecret(settings.secret(), random);
        this.random = random;
        this.clock = clock;
        this.certificates = new CertificateMaker(random);
    }

    /** Signs as the government itself: entity statements, ententes, messages (OpenID Federation 1.0 §3). */
    public Signer federation() {
        return federationKeys.present();
    }

    /**
     * Signs as the government itself for those who believe these keys of it: by the present one where it is among them,
     * otherwise by one before it that is kept for their sake.
     */
    public Signer federation(Jwks believed) {
        return federationKeys.among(believed).orElseGet(this::federation);
    }

    /** Whatever can still sign as the government itself: the present key first, then those before it that are kept. */
    public List<Signer> keptFederation() {
        return federationKeys.kept();
    }

    /** The keys by which this node itself is to be believed: while one takes another's place, both. */
    public Jwks federationKeys() {
        return federationKeys.believed();
    }

    /** Signs as an organisation that is an entity of its own in the federation, though it lives on this node. */
    public Signer entity(Organisation organisation) {
        return key(
                        "entity " + organisation.id(),
                        name -> makeSelfSigned(name, node.issuer(organisation).toString()))
                .bare();
    }

    /** The federation keys that this node had before and gave up, the latest first. */
    public List<FormerKey> formerFederation() {
        return federationKeys.former();
    }

    /** Signs an organisation's credentials and status lists; the leaf's SAN URI is the credential issuer identifier. */
    public Signer issuer(Organisation organisation) {
        String issuer = node.issuer(organisation).toString();
        return key("issuer " + organisation.id(), name -> makeLeaf(name, organisation, CertificateMaker.names(issuer)))
                .withCertificate();
    }

    /** Signs an organisation's presentation requests; the leaf names the host and the verifier (OID4VP 1.0 §5.9.3). */
    public Signer verifier(Organisation organisation) {
        var names = CertificateMaker.names(
                node.issuer(organisation).toString(), node.origin().getHost());
        return key("verifier " + organisation.id(), name -> makeLeaf(name, organisation, names))
                .withCertificate();
    }

    /** The government's credential CA, which signs the leaves above. */
    public X509Certificate certificateAuthority() {
        return authority().certificate();
    }

    /** A new key pair for a room to keep. */
    public WrappedKey newKey() {
        KeyPair pair = KeyPairs.generate(random);
        return new WrappedKey(
                PublicJwk.of((ECPublicKey) pair.getPublic()),
                secret.seal(WRAPPED, pair.getPrivate().getEncoded()));
    }

    /** Signs with a key that a room kept. */
    public Signer signer(WrappedKey key) {
        return new SoftwareSigner(key.publicKey(), List.of(), KeyPairs.read(secret.open(WRAPPED, key.sealed())));
    }

    /**
     * Decrypts a message that was encrypted to a key that a room kept.
     *
     * @throws org.entente.protocols.ProtocolError when it was not, or is malformed
     */
    public byte[] decrypt(WrappedKey key, String jwe) {
        return CompactJwe.decrypt(jwe, KeyPairs.read(secret.open(WRAPPED, key.sealed())));
    }

    /** HMAC-SHA-256 under a key of this node that serves this purpose alone: 32 bytes. */
    public byte[] mac(String purpose, byte[] data) {
        return secret.mac(purpose, data);
    }

    /** Seals bytes so that only this node opens them, and only for the same purpose (AES-256-GCM). */
    public byte[] seal(String purpose, byte[] plain) {
        return secret.seal(purpose, plain);
    }

    /** Opens what {@link #seal} closed for the same purpose; an {@link IllegalStateException} when it was changed. */
    public byte[] open(String purpose, byte[] sealed) {
        return secret.open(purpose, sealed);
    }

    private StoredKey authority() {
        return key(AUTHORITY, this::makeAuthority);
    }

    private StoredKey key(String name, Maker maker) {
        StoredKey cached = known.get(name);
        if (cached != null) {
            return cached;
        }
        StoredKey found = stored.find(name, clock.instant(), secret).orElseGet(() -> {
            maker.make(name);
            return stored.find(name, clock.instant(), secret).orElseThrow();
        });
        known.put(name, found);
        return found;
    }

    private void makeAuthority(String name) {
        makeSelfSigned(name, node.name().in(Language.EN) + " – credential CA");
    }

    private void makeSelfSigned(String name, String subject) {
        KeyPair pair = KeyPairs.generate(random);
        Validity validity = new Validity(clock.instant(), AUTHORITY_LIFETIME);
        X509Certificate certificate = certificates.authority(subject, KeyOwner.of(pair), validity);
        stored.offer(name, pair, certificate, validity, secret);
    }

    private void makeLeaf(String name, Organisation organisation, GeneralNames names) {
        KeyPair pair = KeyPairs.generate(random);
        Validity validity = new Validity(clock.instant(), LEAF_LIFETIME);
        X509Certificate certificate =
                certificates.leaf(organisation.name().in(Language.EN), pair.getPublic(), names, authority(), validity);
        stored.offer(name, pair, certificate, validity, secret);
    }

    private interface Maker {
        void make(String name);
    }
}
