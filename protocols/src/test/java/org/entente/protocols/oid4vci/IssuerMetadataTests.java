package org.entente.protocols.oid4vci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class IssuerMetadataTests {
    private static final URI ISSUER = URI.create("https://quebec.example/o/registry");
    private static final List<Display> NAMES = List.of(new Display("Attestation", "fr"), new Display("Proof", "en-CA"));
    private static final IssuerMetadata METADATA = new IssuerMetadata(
            ISSUER,
            List.of(URI.create("https://quebec.example")),
            URI.create(ISSUER + "/credential"),
            Optional.of(URI.create(ISSUER + "/nonce")),
            Optional.of(URI.create(ISSUER + "/notification")),
            Optional.of(URI.create(ISSUER + "/status")),
            10,
            NAMES,
            List.of(new CredentialConfiguration(
                    "proof-of-identity",
                    CredentialConfiguration.SD_JWT_VC,
                    "proof_of_identity",
                    "urn:entente:ca:proof-of-identity:1",
                    List.of("ES256"),
                    NAMES,
                    List.of(new ClaimDescription(ClaimPath.of("address", "locality"), true, NAMES)))));

    @Test
    void reads_what_it_wrote() {
        assertThat(IssuerMetadata.parse(METADATA.toJson(), ISSUER)).isEqualTo(METADATA);
    }

    @Test
    void signed_they_say_for_whom_and_how_long() {
        ObjectNode claims = METADATA.toClaims(Instant.ofEpochSecond(100), Instant.ofEpochSecond(200));

        assertThat(claims.path("sub").stringValue()).isEqualTo(ISSUER.toString());
        assertThat(claims.path("iat").longValue()).isEqualTo(100);
        assertThat(claims.path("exp").longValue()).isEqualTo(200);
        assertThat(IssuerMetadata.parse(claims, ISSUER)).isEqualTo(METADATA);
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.2 path")
    void stands_at_the_path_inserted_between_host_and_issuer() {
        assertThat(IssuerMetadata.location(ISSUER))
                .hasToString("https://quebec.example/.well-known/openid-credential-issuer/o/registry");
        assertThat(IssuerMetadata.location(URI.create("http://quebec.localhost:8080")))
                .hasToString("http://quebec.localhost:8080/.well-known/openid-credential-issuer");
    }

    @Test
    @Requirement("OID4VCI 1.0 §A.3.2 vct")
    void says_the_scope_and_the_type_of_a_configuration() {
        assertThat(METADATA.configurations().getFirst().toJson().propertyNames())
                .contains("scope", "vct");
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 binding-and-proofs")
    void names_binding_methods_and_proof_types_together_or_not_at_all() {
        CredentialConfiguration bound = METADATA.configurations().getFirst();
        CredentialConfiguration unbound = new CredentialConfiguration(
                bound.id(), bound.format(), bound.scope(), bound.vct(), List.of(), bound.display(), bound.claims());

        assertThat(bound.toJson().propertyNames())
                .contains("cryptographic_binding_methods_supported", "proof_types_supported");
        assertThat(unbound.toJson().propertyNames())
                .doesNotContain("cryptographic_binding_methods_supported", "proof_types_supported");
        assertThat(unbound.isObtainable()).isFalse();
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 unknown")
    void tolerates_formats_and_paths_that_it_does_not_know() {
        IssuerMetadata metadata = IssuerMetadata.parse(Json.object("""
                {"credential_issuer":"https://i.example","credential_endpoint":"https://i.example/c","more":1,
                 "credential_configurations_supported":{"mdl":{"format":"mso_mdoc","doctype":"org.iso.18013.5.1.mDL",
                   "credential_signing_alg_values_supported":[-7],
                   "credential_metadata":{"claims":[{"path":["nationalities",true]},{"path":["a"]}]}}}}
                """), URI.create("https://i.example"));

        assertThat(metadata.batchSize()).isOne();
        assertThat(metadata.nonceEndpoint()).isEmpty();
        assertThat(metadata.authorizationServer()).hasToString("https://i.example");
        CredentialConfiguration mdl = metadata.configuration("mdl").orElseThrow();
        assertThat(mdl.isObtainable()).isFalse();
        assertThat(mdl.claims()).extracting(ClaimDescription::path).containsExactly(ClaimPath.of("a"));
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 identical")
    void refuses_metadata_of_another_issuer() {
        assertThatThrownBy(() -> IssuerMetadata.parse(METADATA.toJson(), URI.create(ISSUER + "/")))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 credential_endpoint")
    void refuses_metadata_without_an_endpoint_or_with_an_impossible_batch() {
        ObjectNode noEndpoint = METADATA.toJson();
        noEndpoint.remove("credential_endpoint");
        ObjectNode noBatch = METADATA.toJson();
        noBatch.putObject("batch_credential_issuance").put("batch_size", 0);

        assertThatThrownBy(() -> IssuerMetadata.parse(noEndpoint, ISSUER)).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> IssuerMetadata.parse(noBatch, ISSUER)).isInstanceOf(ProtocolError.class);
    }

    @Test
    void a_name_is_shown_in_the_language_asked_for_where_there_is_one() {
        assertThat(Display.in("en", NAMES)).contains("Proof");
        assertThat(Display.in("fr", NAMES)).contains("Attestation");
        assertThat(Display.in("iu", NAMES)).contains("Attestation");
        assertThat(Display.in("fr", List.of())).isEmpty();
    }
}
