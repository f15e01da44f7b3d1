package org.entente.protocols.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CertificatesTests {
    /** RFC 7515, Appendix B, its first certificate. */
    private static final String RFC_CERTIFICATE = "MIIE3jCCA8agAwIBAgICAwEwDQYJKoZIhvcNAQEFBQAwYzELMAkGA1UEBhMCVVM"
            + "xITAfBgNVBAoTGFRoZSBHbyBEYWRkeSBHcm91cCwgSW5jLjExMC8GA1UECxMoR2"
            + "8gRGFkZHkgQ2xhc3MgMiBDZXJ0aWZpY2F0aW9uIEF1dGhvcml0eTAeFw0wNjExM"
            + "TYwMTU0MzdaFw0yNjExMTYwMTU0MzdaMIHKMQswCQYDVQQGEwJVUzEQMA4GA1UE"
            + "CBMHQXJpem9uYTETMBEGA1UEBxMKU2NvdHRzZGFsZTEaMBgGA1UEChMRR29EYWR"
            + "keS5jb20sIEluYy4xMzAxBgNVBAsTKmh0dHA6Ly9jZXJ0aWZpY2F0ZXMuZ29kYW"
            + "RkeS5jb20vcmVwb3NpdG9yeTEwMC4GA1UEAxMnR28gRGFkZHkgU2VjdXJlIENlc"
            + "nRpZmljYXRpb24gQXV0aG9yaXR5MREwDwYDVQQFEwgwNzk2OTI4NzCCASIwDQYJ"
            + "KoZIhvcNAQEBBQADggEPADCCAQoCggEBAMQt1RWMnCZM7DI161+4WQFapmGBWTt"
            + "wY6vj3D3HKrjJM9N55DrtPDAjhI6zMBS2sofDPZVUBJ7fmd0LJR4h3mUpfjWoqV"
            + "Tr9vcyOdQmVZWt7/v+WIbXnvQAjYwqDL1CBM6nPwT27oDyqu9SoWlm2r4arV3aL"
            + "GbqGmu75RpRSgAvSMeYddi5Kcju+GZtCpyz8/x4fKL4o/K1w/O5epHBp+YlLpyo"
            + "7RJlbmr2EkRTcDCVw5wrWCs9CHRK8r5RsL+H0EwnWGu1NcWdrxcx+AuP7q2BNgW"
            + "JCJjPOq8lh8BJ6qf9Z/dFjpfMFDniNoW1fho3/Rb2cRGadDAW/hOUoz+EDU8CAw"
            + "EAAaOCATIwggEuMB0GA1UdDgQWBBT9rGEyk2xF1uLuhV+auud2mWjM5zAfBgNVH"
            + "SMEGDAWgBTSxLDSkdRMEXGzYcs9of7dqGrU4zASBgNVHRMBAf8ECDAGAQH/AgEA"
            + "MDMGCCsGAQUFBwEBBCcwJTAjBggrBgEFBQcwAYYXaHR0cDovL29jc3AuZ29kYWR"
            + "keS5jb20wRgYDVR0fBD8wPTA7oDmgN4Y1aHR0cDovL2NlcnRpZmljYXRlcy5nb2"
            + "RhZGR5LmNvbS9yZXBvc2l0b3J5L2dkcm9vdC5jcmwwSwYDVR0gBEQwQjBABgRVH"
            + "SAAMDgwNgYIKwYBBQUHAgEWKmh0dHA6Ly9jZXJ0aWZpY2F0ZXMuZ29kYWRkeS5j"
            + "b20vcmVwb3NpdG9yeTAOBgNVHQ8BAf8EBAMCAQYwDQYJKoZIhvcNAQEFBQADggE"
            + "BANKGwOy9+aG2Z+5mC6IGOgRQjhVyrEp0lVPLN8tESe8HkGsz2ZbwlFalEzAFPI"
            + "UyIXvJxwqoJKSQ3kbTJSMUA2fCENZvD117esyfxVgqwcSeIaha86ykRvOe5GPLL"
            + "5CkKSkB2XIsKd83ASe8T+5o0yGPwLPk9Qnt0hCqU7S+8MxZC9Y7lhyVJEnfzuz9"
            + "p0iRFEUOOjZv2kWzRaJBydTXRE4+uXR21aITVSzGh6O1mawGhId/dQb8vxRMDsx"
            + "uxN89txJx9OjxUUAiKEngHUuHqDTMBqLdElrRhjZkAzVvb3du6/KFUJheqwNTrZ"
            + "EjYx8WnM25sgVjOuH0aBsXBTWVU+4=";

    private final TestAuthority authority = TestAuthority.create("Québec", 0);
    private final TestSigner issuer = TestSigner.create();
    private final X509Certificate leaf = authority.leaf(issuer);

    @Test
    void reads_the_certificate_of_RFC_7515_appendix_B() {
        X509Certificate certificate = Certificates.parse(RFC_CERTIFICATE);

        assertThat(Certificates.toBase64(certificate)).isEqualTo(RFC_CERTIFICATE);
        assertThat(Certificates.keyIdentifier(certificate)).isEqualTo("_axhMpNsRdbi7oVfmrrndplozOc");
        assertThat(Certificates.authorityKeyIdentifier(certificate)).contains("0sSw0pHUTBFxs2HLPaH-3ahq1OM");
        assertThat(Certificates.sanUris(certificate)).isEmpty();
    }

    @Test
    void a_leaf_names_its_authority_by_the_key_identifier_that_the_authority_has() {
        assertThat(Certificates.authorityKeyIdentifier(leaf))
                .contains(Certificates.keyIdentifier(authority.certificate()));
    }

    @Test
    void reads_the_alternative_names_by_kind() {
        assertThat(Certificates.sanUris(leaf)).containsExactly("https://quebec.example/o/etat-civil");
        assertThat(Certificates.sanDnsNames(leaf)).containsExactly("quebec.example");
    }

    @Test
    void the_hash_is_the_one_of_the_der() {
        assertThat(Certificates.sha256Hash(leaf))
                .hasSize(43)
                .isEqualTo(Certificates.sha256Hash(Certificates.parse(Certificates.toBase64(leaf))))
                .isNotEqualTo(Certificates.sha256Hash(authority.certificate()));
    }

    @Test
    void a_signature_brings_its_certificates() {
        TestSigner signer = issuer.withCertificates(leaf);

        CompactJws jws = CompactJws.parse(CompactJws.sign(signer, "x", Json.newObject(), JoseOption.CERTIFICATES));

        assertThat(jws.certificates()).containsExactly(leaf);
        assertThat(jws.keyId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "\"x\"", "[7]", "[\"x\"]", "[\"\"]", "null"})
    void a_signature_with_the_x5c_has_no_certificates_to_read(String x5c) {
        ObjectNode header = Json.newObject();
        header.set("x5c", Json.parse(x5c));
        CompactJws jws = CompactJws.parse(CompactJws.sign(issuer, header, Json.newObject()));

        assertThatExceptionOfType(ProtocolError.class).isThrownBy(jws::certificates);
    }

    @Test
    void refuses_what_is_not_exactly_one_der_certificate() {
        String base64 = Certificates.toBase64(leaf);
        byte[] der = Base64.getDecoder().decode(base64);
        byte[] longer = Arrays.copyOf(der, der.length + 1);
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";

        for (byte[] bytes : List.of(
                longer,
                Arrays.copyOf(der, der.length - 1),
                pem.getBytes(StandardCharsets.US_ASCII),
                new byte[0],
                new byte[] {0x30})) {
            String text = Base64.getEncoder().encodeToString(bytes);
            assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> Certificates.parse(text));
        }
    }

    @Property(tries = 3000)
    void a_certificate_with_bytes_changed_is_read_or_refused(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 1_000_000) Integer> places, @ForAll byte value) {
        byte[] der = Base64.getDecoder().decode(RFC_CERTIFICATE);
        places.forEach(place -> der[place % der.length] = value);
        try {
            X509Certificate read = Certificates.parse(Base64.getEncoder().encodeToString(der));
            Certificates.sanUris(read);
            Certificates.sha256Hash(read);
            Certificates.authorityKeyIdentifier(read);
            Certificates.keyIdentifier(read);
            CertificateChain.verify(List.of(read), List.of(read), Instant.EPOCH);
        } catch (ProtocolError e) {
            assertThat(e.code()).isEqualTo("invalid_request");
        }
    }
}
