package org.entente.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.frontier.Crossing.Kind;
import org.entente.node.frontier.Frontier;
import org.entente.node.keys.Keys;
import org.entente.node.trust.statement.NodeMetadata;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.ChainVerdict.Trusted;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementVerdict.Valid;
import org.entente.protocols.federation.TrustChain;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** OpenID Federation 1.0 §8 and §9. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementTests {
    private static final String COUNCIL = "https://council.example";

    private TestNode node;
    private TestNode twin;

    @BeforeAll
    void start() {
        node = TestNode.government("gaspe", Map.of("entente.trust.council-directory", COUNCIL));
        twin = node.twin();
    }

    @AfterAll
    void stop() {
        twin.close();
        node.close();
    }

    @Test
    void publishes_the_nodes_configuration() throws Exception {
        HttpResponse<String> answer = TestFetch.get(node.origin(), EntityStatement.WELL_KNOWN_PATH);
        EntityStatement own = EntityStatement.parse(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).contains(EntityStatement.MEDIA_TYPE);
        assertThat(own.verify(own.keys(), Instant.now())).isEqualTo(new Valid());
        assertThat(own.subject()).isEqualTo(node.origin());
        assertThat(own.content().authorityHints()).containsExactly(URI.create(COUNCIL));
        assertThat(own.metadata("federation_entity")
                        .orElseThrow()
                        .path("organization_name#fr")
                        .asString())
                .isEqualTo("gaspe");
        Introduction introduction = NodeMetadata.read(own);
        assertThat(introduction.credentialAuthorities())
                .containsExactly(node.bean(Keys.class).certificateAuthority());
    }

    @Test
    void a_chain_leads_from_an_organisation_to_its_node() throws Exception {
        EntityStatement ofOrganisation = statement("/o/registrar" + EntityStatement.WELL_KNOWN_PATH);
        EntityStatement byNode = statement("/federation/fetch?sub=" + encode(node.origin() + "/o/registrar"));
        EntityStatement ofNode = statement(EntityStatement.WELL_KNOWN_PATH);

        assertThat(TrustChain.verify(
                        List.of(ofOrganisation, byNode, ofNode), node.origin(), ofNode.keys(), Instant.now()))
                .isInstanceOf(Trusted.class);
        assertThat(ofOrganisation.content().authorityHints()).containsExactly(node.origin());
        assertThat(ofOrganisation
                        .metadata(TestTideFacet.TYPE)
                        .orElseThrow()
                        .path("gauge")
                        .asString())
                .isEqualTo("registrar");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.2 list")
    void lists_its_organisations() throws Exception {
        HttpResponse<String> answer = TestFetch.get(node.origin(), "/federation/list");

        assertThat(Json.parse(answer.body()).valueStream().map(entity -> entity.asString()))
                .containsExactly(node.origin() + "/o/registrar");
    }

    @Test
    void is_the_same_bytes_from_every_process_and_one_crossing() throws Exception {
        String first =
                TestFetch.get(node.address(), EntityStatement.WELL_KNOWN_PATH).body();
        String second =
                TestFetch.get(twin.address(), EntityStatement.WELL_KNOWN_PATH).body();

        assertThat(second).isEqualTo(first);
        assertThat(node.bean(Frontier.class).crossings(Frontier.MAX_LISTED).stream()
                        .filter(crossing -> crossing.kind() == Kind.DOCUMENT)
                        .filter(crossing ->
                                crossing.address().equals(URI.create(node.origin() + EntityStatement.WELL_KNOWN_PATH))))
                .hasSize(1);
    }

    @Test
    void answers_not_modified_to_whoever_has_the_version() throws Exception {
        String tag = TestFetch.get(node.origin(), EntityStatement.WELL_KNOWN_PATH)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(TestFetch.get(node.origin(), EntityStatement.WELL_KNOWN_PATH, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.1.2 errors")
    void refuses_to_fetch_what_is_not_subordinate() throws Exception {
        assertError("/federation/fetch?sub=" + encode("https://perce.example"), 404, "not_found");
        assertError("/federation/fetch?sub=" + encode(node.origin() + "/o/elsewhere"), 404, "not_found");
        assertError("/federation/fetch?sub=" + encode(node.origin().toString()), 400, "invalid_request");
        assertError("/federation/fetch?sub=" + encode("no address"), 400, "invalid_request");
        assertError("/federation/fetch?sub=" + encode("https://" + "x".repeat(3000)), 400, "invalid_request");
        assertError("/federation/fetch", 400, "invalid_request");
        assertError("/o/elsewhere" + EntityStatement.WELL_KNOWN_PATH, 404, "not_found");
    }

    private EntityStatement statement(String path) throws Exception {
        return EntityStatement.parse(TestFetch.get(node.origin(), path).body());
    }

    private void assertError(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = TestFetch.get(node.origin(), path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.object(answer.body()).path("error").asString()).isEqualTo(code);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
