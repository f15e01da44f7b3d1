package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.TestHttps;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What a node says of itself, read by {@code oauth4webapi}, {@code openid-client}, {@code @openid4vc} and {@code jose}. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class DiscoveryTests {
    private final NodeJs node;
    private final URI origin;
    private final URI columbia;
    private final TestNode wallet;
    private final String issuer;
    private final String authority;

    DiscoveryTests(Meeting meeting) {
        this.node = meeting.node();
        this.origin = meeting.provinces().quebec().origin();
        this.columbia = meeting.provinces().columbia().origin();
        this.wallet = meeting.provinces().wallet();
        this.issuer = origin + "/o/" + TestIssuer.ORGANISATION;
        this.authority = new StrangersWallet(meeting).authority();
    }

    @Test
    void the_metadata_of_the_authorization_server_of_a_government_that_issues() {
        JsonNode read = authorizationServer(origin);
        assertThat(read.path("require_pushed_authorization_requests").booleanValue())
                .isTrue();
        assertThat(read.path("authorization_response_iss_parameter_supported").booleanValue())
                .isTrue();
    }

    @Test
    void the_metadata_of_the_authorization_server_of_a_government_that_does_not() {
        JsonNode read = authorizationServer(columbia);
        assertThat(read.path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        assertThat(read.path("token_endpoint_auth_methods_supported").toString())
                .isEqualTo("[\"client_secret_basic\",\"client_secret_post\"]");
        assertThat(read.has("authorization_endpoint")).isFalse();
        assertThat(read.has("pre-authorized_grant_anonymous_access_supported")).isFalse();
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.2 json")
    @Requirement("OID4VCI 1.0 §12.2.3 signed")
    void the_metadata_of_the_issuer_plain_and_signed() {
        JsonNode read = node.ask(
                "discovery.credentialIssuer",
                Json.newObject().put("issuer", issuer).put("authority", authority));
        assertThat(read.path("version").asString("")).isEqualTo("V1");
        assertThat(read.path("plainSigned").booleanValue()).isFalse();
        assertThat(read.path("configurations").toString()).contains(TestIssuer.IDENTITY, TestIssuer.RESIDENCE);
        assertThat(read.path("type").asString("")).isEqualTo("openidvci-issuer-metadata+jwt");
        assertThat(read.path("subject").asString("")).isEqualTo(issuer);
        assertThat(read.path("endsAtAuthority").booleanValue()).isTrue();
        assertThat(read.path("alike").booleanValue()).as("the same is signed").isTrue();
    }

    @Test
    void the_entity_configurations_of_each_government_and_its_organisations_by_the_keys_in_them() {
        assertThat(entity(origin.toString()).has("federation_entity")).isTrue();
        assertThat(entity(columbia.toString()).has("federation_entity")).isTrue();
        assertThat(subordinates(origin)).containsExactly(issuer);
        assertThat(entity(issuer)
                        .at("/openid_credential_issuer/credential_issuer")
                        .asString(""))
                .isEqualTo(issuer);
        String verifier = columbia + "/o/citizen-services";
        assertThat(subordinates(columbia)).containsExactly(verifier);
        assertThat(entity(verifier).has("openid_credential_verifier")).isTrue();
    }

    /** Systems that are registered with it ask it for tokens; it has no organisations. */
    @Test
    void the_documents_of_the_councils_directory() {
        Map<String, Object> settings = new HashMap<>(TestHttps.settings("council"));
        settings.putAll(TestOAuthClient.settings("members"));
        try (TestNode directory = TestNode.directory(settings)) {
            JsonNode read = authorizationServer(directory.origin());
            assertThat(read.path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
            assertThat(read.has("authorization_endpoint")).isFalse();
            JsonNode entity = entity(directory.origin().toString());
            assertThat(entity.has("federation_entity")).isTrue();
            assertThat(entity.has("openid_credential_issuer")).isFalse();
            assertThat(subordinates(directory.origin())).isEmpty();
            assertNone(directory, "openid-credential-issuer");
        }
    }

    /** It gives no token to anybody, and is no entity of the federation. */
    @Test
    void a_wallets_node_has_no_document_of_the_kind() {
        assertNone(wallet, "oauth-authorization-server");
        assertNone(wallet, "openid-configuration");
        assertNone(wallet, "openid-federation");
        assertNone(wallet, "openid-credential-issuer");
    }

    /** As both libraries see it, too, where they look for it. */
    private void assertNone(TestNode at, String document) {
        JsonNode read = node.ask(
                "discovery.absent",
                Json.newObject().put("origin", at.origin().toString()).put("document", document));
        assertThat(read.path("status").intValue()).as(document).isEqualTo(404);
        assertThat(read.path("read").booleanValue()).as(document).isFalse();
    }

    /** What both libraries read alike. */
    private JsonNode authorizationServer(URI server) {
        JsonNode read =
                node.ask("discovery.authorizationServer", Json.newObject().put("issuer", server.toString()));
        assertThat(read.path("issuer").asString("")).isEqualTo(server.toString());
        assertThat(read.path("same").booleanValue()).as("read alike by both").isTrue();
        assertThat(read.path("dpop_signing_alg_values_supported").toString()).isEqualTo("[\"ES256\"]");
        return read;
    }

    /** The metadata in an entity configuration that was verified. */
    private JsonNode entity(String identifier) {
        JsonNode read = node.ask("discovery.entity", Json.newObject().put("identifier", identifier));
        assertThat(read.path("mediaType").asString("")).isEqualTo("application/entity-statement+jwt");
        assertThat(read.path("keys").intValue()).isPositive();
        return read.path("metadata");
    }

    private List<String> subordinates(URI government) {
        return node.ask("discovery.subordinates", Json.newObject().put("identifier", government.toString()))
                .path("subordinates")
                .valueStream()
                .map(entity -> entity.asString(""))
                .toList();
    }
}
