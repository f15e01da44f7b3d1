package org.entente.node.verification;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An organisation of a fictional government that issues proofs of identity, with a credential CA of its own.
 *
 * @param issuer its identifier
 */
public record TestIssuer(URI issuer, TestKey authorityKey, X509Certificate authority, TestKey key) {
    public static final String TYPE = "urn:entente:ca:proof-of-identity:1";
    private static final Duration DAY = Duration.ofDays(1);

    public static TestIssuer at(URI issuer, Instant now) {
        TestKey authorityKey = TestKey.create();
        X509Certificate authority = certificate(authorityKey, authorityKey, "CN=authority", null, now);
        TestKey leaf = TestKey.create();
        X509Certificate certificate = certificate(leaf, authorityKey, "CN=leaf", issuer, now);
        return new TestIssuer(issuer, authorityKey, authority, leaf.withCertificate(certificate));
    }

    /** Another organisation under the same authority. */
    public TestIssuer colleague(URI issuer, Instant now) {
        TestKey leaf = TestKey.create();
        X509Certificate certificate = certificate(leaf, authorityKey, "CN=leaf", issuer, now);
        return new TestIssuer(issuer, authorityKey, authority, leaf.withCertificate(certificate));
    }

    /** What every credential carries in the clear, of a credential bound to this key. */
    public ObjectNode plainClaims(TestKey holder, int index, Instant now) {
        ObjectNode claims = Json.newObject()
                .put("iss", issuer.toString())
                .put("vct", TYPE)
                .put("iat", now.minus(DAY).getEpochSecond())
                .put("exp", now.plus(DAY).getEpochSecond());
        claims.putObject("cnf").set("jwk", holder.publicKey().toJson());
        claims.set("status", new StatusReference(statusList(), index).toJson());
        return claims;
    }

    /** A fictional person's claims. */
    public static ObjectNode personalClaims() {
        ObjectNode claims = Json.newObject()
                .put("name", "Aupaluk Kangirsuk")
                .put("birthdate", "1990-02-03")
                .put("place_of_birth", "Kuujjuaq");
        claims.putObject("pseudonyms")
                .put("ca-bc-arrival", "pseudonym-of-arrival")
                .put("health", "pseudonym-of-health");
        return claims;
    }

    /** A credential of these claims. */
    public String credential(ObjectNode plain, ObjectNode disclosable) {
        return SdJwtIssuance.issue(key, plain, disclosable, 2, new SecureRandom());
    }

    /** A credential as this issuer makes them. */
    public String credential(TestKey holder, int index, Instant now) {
        return credential(plainClaims(holder, index, now), personalClaims());
    }

    public URI statusList() {
        return URI.create(issuer + "/status/1");
    }

    /** The list in which these indices are revoked. */
    public String statusListToken(Instant now, int... revoked) {
        StatusList list = StatusList.create(1, 1024);
        for (int index : revoked) {
            list.set(index, 1);
        }
        return StatusListToken.sign(key, statusList(), list, now, now.plus(DAY), Duration.ofMinutes(5));
    }

    /** Its metadata, which name the place of the aggregation. */
    public String metadata() {
        return Json.write(new IssuerMetadata(
                        issuer,
                        List.of(),
                        URI.create(issuer + "/credential"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(URI.create(issuer + "/lists")),
                        1,
                        List.of(),
                        List.of())
                .toJson());
    }

    public String aggregation() {
        ObjectNode json = Json.newObject();
        json.putArray("status_lists").add(statusList().toString());
        return Json.write(json);
    }

    private static X509Certificate certificate(
            TestKey subject, TestKey authority, String name, @Nullable URI uri, Instant now) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            boolean isAuthority = uri == null;
            var builder = new JcaX509v3CertificateBuilder(
                            new X500Principal("CN=authority"),
                            BigInteger.TWO,
                            Date.from(now.minus(DAY)),
                            Date.from(now.plus(DAY)),
                            new X500Principal(name),
                            subject.publicKey().toKey())
                    .addExtension(
                            Extension.basicConstraints,
                            true,
                            isAuthority ? new BasicConstraints(0) : new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(isAuthority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            identifiers.createSubjectKeyIdentifier(
                                    subject.publicKey().toKey()));
            if (uri != null) {
                GeneralName name6 = new GeneralName(GeneralName.uniformResourceIdentifier, uri.toString());
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name6));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(authority.privateKey())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }
}
