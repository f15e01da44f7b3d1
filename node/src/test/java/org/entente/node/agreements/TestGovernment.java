package org.entente.node.agreements;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;

/** A government with keys in memory and no node. */
public final class TestGovernment implements Signer {
    public static final TestGovernment QUEBEC = create("quebec", "CA-QC", "Québec");
    public static final TestGovernment BRITISH_COLUMBIA = create("british-columbia", "CA-BC", "Colombie-Britannique");
    public static final TestGovernment ONTARIO = create("ontario", "CA-ON", "Ontario");
    public static final TestGovernment NUNAVUT = create("nunavut", "CA-NU", "Nunavut");

    private final URI entity;
    private final PartyFacts facts;
    private final KeyPair keys;

    private TestGovernment(URI entity, PartyFacts facts, KeyPair keys) {
        this.entity = entity;
        this.facts = facts;
        this.keys = keys;
    }

    /** A government at {@code https://<place>.example} with new keys. */
    public static TestGovernment create(String place, String code, String name) {
        return at(URI.create("https://" + place + ".example"), code, name);
    }

    /** A government that says that it is the one at this address, with new keys. */
    public static TestGovernment at(URI entity, String code, String name) {
        KeyPair keys = pair();
        var jurisdiction = new Jurisdiction(code, new Text(name, name), Jurisdiction.Kind.PROVINCE);
        var jwks = Jwks.of(PublicJwk.of((ECPublicKey) keys.getPublic()));
        return new TestGovernment(entity, new PartyFacts(jurisdiction, jwks, authority(entity.getHost())), keys);
    }

    /** The same government, which says that another's keys are its own as well. */
    public TestGovernment claiming(TestGovernment other) {
        Jwks both = new Jwks(List.of(publicKey(), other.publicKey()));
        return new TestGovernment(
                entity, new PartyFacts(facts.jurisdiction(), both, facts.credentialAuthority()), keys);
    }

    public URI entity() {
        return entity;
    }

    public PartyFacts facts() {
        return facts;
    }

    public String key() {
        return facts.jurisdiction().code();
    }

    public URI organisation(String id) {
        return URI.create(entity + "/o/" + id);
    }

    @Override
    public String keyId() {
        return publicKey().keyId();
    }

    @Override
    public PublicJwk publicKey() {
        return facts.keys().keys().getFirst();
    }

    @Override
    public List<X509Certificate> certificates() {
        return List.of();
    }

    @Override
    public byte[] sign(byte[] signingInput) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signingInput);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate authority(String place) {
        KeyPair pair = pair();
        X500Name name = new X500Name("CN=" + place);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                    name,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
