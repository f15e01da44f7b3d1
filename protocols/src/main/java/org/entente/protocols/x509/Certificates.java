package org.entente.protocols.x509;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;

/** What the standards read from one certificate. */
public final class Certificates {
    /** The longest certificate that is read, in base64 characters. */
    public static final int MAX_LENGTH = 16 * 1024;

    private static final int SAN_DNS_NAME = 2;
    private static final int SAN_URI = 6;

    private Certificates() {}

    /**
     * Reads one element of {@code x5c}: base64 (not base64url) of DER (RFC 7515 §4.1.6).
     *
     * @throws ProtocolError {@code invalid_request} when it is too long or no certificate
     */
    public static X509Certificate parse(String base64Der) {
        if (base64Der.isEmpty() || base64Der.length() > MAX_LENGTH) {
            throw malformed();
        }
        try {
            byte[] der = Base64.getDecoder().decode(base64Der);
            ByteArrayInputStream input = new ByteArrayInputStream(der);
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(input);
            // The factory also reads PEM and stops at the end of the first certificate.
            if (input.available() > 0 || der[0] != 0x30) {
                throw malformed();
            }
            return certificate;
        } catch (CertificateException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** The certificate as an element of {@code x5c}: base64 of its DER. */
    public static String toBase64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(der(certificate));
    }

    /** SHA-256 of the DER, base64url: the {@code x509_hash} of OpenID4VP 1.0 §5.9.3. */
    public static String sha256Hash(X509Certificate certificate) {
        try {
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(der(certificate)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The subject key identifier, base64url (RFC 5280 §4.2.1.2): of an authority's certificate, the value of {@code aki} in
     * DCQL's {@code trusted_authorities}.
     *
     * @throws ProtocolError {@code invalid_request} when the certificate has none
     */
    public static String keyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            throw new ProtocolError("invalid_request", "the certificate has no subject key identifier");
        }
        try {
            return Base64Url.encode(
                    SubjectKeyIdentifier.getInstance(content(extension)).getKeyIdentifier());
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** The key identifier of the authority that signed the certificate, base64url (RFC 5280 §4.2.1.1). */
    public static Optional<String> authorityKeyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(AuthorityKeyIdentifier.getInstance(content(extension))
                            .getKeyIdentifierOctets())
                    .map(Base64Url::encode);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** The URIs among the subject's alternative names, as written. */
    public static List<String> sanUris(X509Certificate certificate) {
        return alternativeNames(certificate, SAN_URI);
    }

    /** The DNS names among the subject's alternative names, as written. */
    public static List<String> sanDnsNames(X509Certificate certificate) {
        return alternativeNames(certificate, SAN_DNS_NAME);
    }

    private static List<String> alternativeNames(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return List.of();
            }
            return names.stream()
                    .filter(name -> Integer.valueOf(kind).equals(name.get(0)))
                    .map(name -> (String) name.get(1))
                    .toList();
        } catch (CertificateParsingException e) {
            throw malformed();
        }
    }

    private static byte[] content(byte[] extension) {
        return ASN1OctetString.getInstance(extension).getOctets();
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw malformed();
        }
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_request", "a certificate is malformed");
    }
}
