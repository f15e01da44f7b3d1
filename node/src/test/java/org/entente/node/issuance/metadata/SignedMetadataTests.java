package org.entente.node.issuance.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.keys.Keys;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.Certificates;
import org.entente.protocols.x509.ChainVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedMetadataTests {
    private final TestNode node = TestIssuer.start();

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.3 signed")
    void whoever_asks_for_a_jwt_gets_the_same_metadata_signed_by_the_issuer() {
        HttpResponse<String> response = get("application/jwt");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/jwt");
        CompactJws signed = CompactJws.parse(response.body());
        String issuer = node.origin() + "/o/registrar";
        assertThat(signed.type()).isEqualTo("openidvci-issuer-metadata+jwt");
        ObjectNode claims = signed.claims();
        assertThat(claims.path("sub").stringValue()).isEqualTo(issuer);
        assertThat(claims.path("iat").longValue())
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        assertThat(claims.without(List.of("iss", "sub", "iat", "exp")))
                .isEqualTo(Json.object(get("application/json").body()));
    }

    @Test
    @Requirement("HAIP 1.0 §4.1 signed")
    void the_signature_is_the_issuers_and_its_certificates_lead_to_the_governments_authority() {
        CompactJws signed = CompactJws.parse(get("application/jwt").body());
        List<X509Certificate> chain = signed.certificates();
        X509Certificate authority = node.bean(Keys.class).certificateAuthority();
        assertThat(Certificates.sanUris(chain.getFirst())).contains(node.origin() + "/o/registrar");
        assertThat(chain).doesNotContain(authority);
        assertThat(CertificateChain.verify(chain, List.of(authority), Instant.now()))
                .isInstanceOf(ChainVerdict.Valid.class);
        assertThat(signed.isSignedBy(
                        (java.security.interfaces.ECPublicKey) chain.getFirst().getPublicKey()))
                .isTrue();
        assertThat(signed.isSignedBy(PublicJwk.of((java.security.interfaces.ECPublicKey) authority.getPublicKey())))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "*/*", "application/json, application/jwt;q=0.5", "text/html, */*;q=0.1"})
    @Requirement("OID4VCI 1.0 §12.2.2 json")
    void everybody_else_gets_json(String accept) {
        HttpResponse<String> response = get(accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(response.headers().allValues("Vary")).anyMatch(value -> value.contains("Accept"));
    }

    @Test
    @Requirement("HAIP 1.0 §4.1 scope")
    void each_configuration_has_a_scope() {
        assertThat(Json.object(get("application/json").body())
                        .path("credential_configurations_supported")
                        .values())
                .isNotEmpty()
                .allSatisfy(configuration ->
                        assertThat(configuration.path("scope").asString("")).isNotEmpty());
    }

    private HttpResponse<String> get(String accept) {
        return TestOAuthClient.send(
                HttpRequest.newBuilder(URI.create(node.origin() + "/.well-known/openid-credential-issuer/o/registrar"))
                        .header("Accept", accept)
                        .build());
    }
}
