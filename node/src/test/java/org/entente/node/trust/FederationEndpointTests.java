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
import org.entente.node.keys.Keys;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.ResolveResponse;
import org.entente.protocols.federation.TrustMark;
import org.entente.protocols.federation.TrustMarkStatus;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A province above a municipality that lives on its node and one that has its own. OpenID Federation 1.0 §8. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationEndpointTests {
    private static final String ELSEWHERE = "https://tadoussac.example";
    private static final String KEYS = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\","
            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
            + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}";
    private static final String MARK = "https://gaspe.example/ententes/marees";

    private TestNode node;
    private URI registrar;
    private URI perce;

    @BeforeAll
    void start() {
        node = TestNode.government(
                "gaspe",
                Map.of(
                        "entente.node.organisations[1].id", "perce",
                        "entente.node.organisations[1].name.fr", "Ville de Percé",
                        "entente.node.organisations[1].name.en", "Town of Percé",
                        "entente.trust.own-entities[0]", "perce",
                        "entente.trust.subordinates[0].entity", ELSEWHERE,
                        "entente.trust.subordinates[0].keys", KEYS,
                        "entente.trust.subordinates[0].entity-types[0]", TestTideFacet.TYPE,
                        "entente.trust.subordinates[0].max-path-length", "1",
                        "entente.trust.subordinates[0].names[0]", "tadoussac.example"));
        registrar = URI.create(node.origin() + "/o/registrar");
        perce = URI.create(node.origin() + "/o/perce");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §9 configuration")
    void the_configuration_names_every_endpoint() throws Exception {
        HttpResponse<String> answer = get(EntityStatement.WELL_KNOWN_PATH);

        assertThat(answer.headers().firstValue("Content-Type")).contains(EntityStatement.MEDIA_TYPE);
        assertThat(EntityStatement.parse(answer.body())
                        .metadata("federation_entity")
                        .orElseThrow()
                        .propertyNames())
                .contains(
                        "federation_fetch_endpoint",
                        "federation_list_endpoint",
                        "federation_resolve_endpoint",
                        "federation_trust_mark_endpoint",
                        "federation_trust_mark_list_endpoint",
                        "federation_trust_mark_status_endpoint",
                        "federation_historical_keys_endpoint");
    }

    @Test
    void a_municipality_that_lives_here_has_a_key_of_its_own_under_the_provinces_statement() throws Exception {
        EntityStatement own = EntityStatement.parse(
                get("/o/perce" + EntityStatement.WELL_KNOWN_PATH).body());
        EntityStatement byProvince = fetch(perce);

        assertThat(own.keys()).isEqualTo(byProvince.keys());
        assertThat(own.isSignedBy(own.keys())).isTrue();
        assertThat(own.keys())
                .isNotEqualTo(Jwks.of(node.bean(Keys.class).federation().publicKey()));
        assertThat(resolved(perce).chain()).hasSize(3);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.1 fetch")
    void the_statement_about_a_municipality_elsewhere_binds_it_by_the_settings() throws Exception {
        EntityStatement about = fetch(URI.create(ELSEWHERE));

        assertThat(about.keys()).isEqualTo(Jwks.parse(Json.object(KEYS)));
        assertThat(about.content().rules().constraints().json())
                .isEqualTo(Json.object("{\"max_path_length\":1,"
                        + "\"naming_constraints\":{\"permitted\":[\"tadoussac.example\"]},"
                        + "\"allowed_entity_types\":[\"" + TestTideFacet.TYPE + "\"]}"));
        assertThat(fetch(registrar).content().rules().constraints().permitPath(1))
                .isFalse();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.2.1 filters")
    @Requirement("OpenID Federation 1.0 §8 unknown")
    void lists_those_for_whom_a_reader_asks() throws Exception {
        TestTideAccreditation accreditation = node.bean(TestTideAccreditation.class);
        accreditation.grant(grant(perce));

        assertListed("", registrar, perce, URI.create(ELSEWHERE));
        assertListed("?tide=high", registrar, perce, URI.create(ELSEWHERE));
        assertListed("?intermediate=true", URI.create(ELSEWHERE));
        assertListed("?intermediate=false", registrar, perce);
        assertListed("?entity_type=" + TestTideFacet.TYPE, registrar, perce, URI.create(ELSEWHERE));
        assertListed("?entity_type=" + TestTideFacet.TYPE + "&entity_type=federation_entity", registrar, perce);
        assertListed("?entity_type=openid_provider");
        assertListed("?trust_marked=true", perce);
        assertListed("?trust_mark_type=" + encode(MARK), perce);
        assertListed("?trust_mark_type=" + encode(MARK + "x"));
        assertError("/federation/list?intermediate=perhaps", 400, "invalid_request");
        assertError("/federation/list?trust_marked=true&trust_marked=false", 400, "invalid_request");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.3 resolve")
    void resolves_what_lives_here_under_what_the_node_demands() throws Exception {
        node.bean(TestTideAccreditation.class)
                .demand(registrar, "{\"" + TestTideFacet.TYPE + "\":{\"unit\":{\"default\":\"m\"}}}");

        ResolveResponse response = resolved(registrar);

        assertThat(response.metadata().path(TestTideFacet.TYPE).path("unit").asString())
                .isEqualTo("m");
        assertThat(response.metadata().path(TestTideFacet.TYPE).path("gauge").asString())
                .isEqualTo("registrar");
        assertThat(response.issuer()).isEqualTo(node.origin());
        assertThat(response.expiresAt())
                .isEqualTo(response.chain().stream()
                        .map(statement -> statement.content().expiresAt())
                        .min(Instant::compareTo)
                        .orElseThrow());
        assertThat(ResolveResponse.parse(CompactJws.parse(
                                get(resolve(registrar, node.origin().toString()) + "&entity_type=federation_entity")
                                        .body()))
                        .metadata()
                        .propertyNames())
                .containsExactly("federation_entity");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.3 marks")
    void resolves_with_the_marks_that_are_granted_and_no_others() throws Exception {
        TestTideAccreditation accreditation = node.bean(TestTideAccreditation.class);
        accreditation.grant(grant(registrar));
        assertThat(resolved(registrar).marks()).hasSize(1);

        accreditation.withdrawAll();
        assertThat(resolved(registrar).marks()).isEmpty();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.9 errors")
    void says_why_nothing_is_resolved() throws Exception {
        assertError(resolve(registrar, "https://stranger.example"), 404, "invalid_trust_anchor");
        assertError(
                resolve(URI.create("https://stranger.example"), node.origin().toString()), 404, "not_found");
        assertError(resolve(URI.create(ELSEWHERE), node.origin().toString()), 404, "not_found");
        assertError("/federation/resolve?sub=" + encode(registrar.toString()), 400, "invalid_request");
        assertError("/federation/resolve?sub=x&trust_anchor=y", 400, "invalid_request");

        node.bean(TestTideAccreditation.class)
                .demand(perce, "{\"" + TestTideFacet.TYPE + "\":{\"gauge\":{\"one_of\":[\"other\"]}}}");
        assertError(resolve(perce, node.origin().toString()), 400, "invalid_metadata");
        node.bean(TestTideAccreditation.class).demand(perce, "{}");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.4 status")
    @Requirement("OpenID Federation 1.0 §8.5 listing")
    @Requirement("OpenID Federation 1.0 §8.6 mark")
    void a_mark_counts_until_it_is_withdrawn() throws Exception {
        URI bearer = URI.create("https://british-columbia.example");
        String query = "?trust_mark_type=" + encode(MARK + "/2") + "&sub=" + encode(bearer.toString());
        assertError("/federation/trust-mark" + query, 404, "not_found");
        TestTideAccreditation accreditation = node.bean(TestTideAccreditation.class);
        MarkGrant grant =
                new MarkGrant(URI.create(MARK + "/2"), bearer, Instant.now().plusSeconds(3600), URI.create(MARK));
        accreditation.grant(grant);

        String mark = get("/federation/trust-mark" + query).body();

        assertThat(get("/federation/trust-mark" + query).body())
                .as("the same bytes")
                .isEqualTo(mark);
        assertThat(TrustMark.parse(mark).content().expiresAt()).isBeforeOrEqualTo(grant.until());
        assertThat(TrustMark.parse(mark)
                        .verify(
                                bearer,
                                Jwks.of(node.bean(Keys.class).federation().publicKey()),
                                Instant.now()))
                .isEqualTo(TrustMark.Verdict.VALID);
        assertThat(status(mark)).isEqualTo(TrustMarkStatus.ACTIVE);
        assertThat(get("/federation/trust-marked" + query).body()).isEqualTo("[\"" + bearer + "\"]");

        accreditation.withdrawAll();
        assertThat(status(mark)).isEqualTo(TrustMarkStatus.REVOKED);
        assertThat(get("/federation/trust-marked" + query).body()).isEqualTo("[]");
        assertError("/federation/trust-mark" + query, 404, "not_found");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.4.2 unknown")
    void says_nothing_of_a_mark_that_it_did_not_issue() throws Exception {
        Keys keys = node.bean(Keys.class);
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        TrustMark forged = TrustMark.sign(
                new TrustMark.Content(node.origin(), registrar, MARK, now, now.plusSeconds(60), URI.create(MARK)),
                keys.signer(keys.newKey()));

        for (String mark : List.of(forged.toString(), "no mark", "")) {
            HttpResponse<String> answer =
                    TestFetch.post(node.origin(), "/federation/trust-mark-status", "trust_mark", mark);
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    private TrustMarkStatus status(String mark) throws Exception {
        HttpResponse<String> answer =
                TestFetch.post(node.origin(), "/federation/trust-mark-status", "trust_mark", mark);
        assertThat(answer.headers().firstValue("Content-Type")).contains(TrustMarkStatus.MEDIA_TYPE);
        CompactJws signed = CompactJws.parse(answer.body());
        assertThat(signed.isSignedBy(node.bean(Keys.class).federation().publicKey()))
                .isTrue();
        return TrustMarkStatus.Answer.parse(signed).status();
    }

    private MarkGrant grant(URI subject) {
        return new MarkGrant(URI.create(MARK), subject, Instant.now().plusSeconds(7200), URI.create(MARK));
    }

    private ResolveResponse resolved(URI subject) throws Exception {
        HttpResponse<String> answer = get(resolve(subject, node.origin().toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(ResolveResponse.MEDIA_TYPE);
        CompactJws signed = CompactJws.parse(answer.body(), ResolveResponse.MAX_LENGTH);
        assertThat(signed.isSignedBy(node.bean(Keys.class).federation().publicKey()))
                .isTrue();
        return ResolveResponse.parse(signed);
    }

    private static String resolve(URI subject, String anchor) {
        return "/federation/resolve?sub=" + encode(subject.toString()) + "&trust_anchor=" + encode(anchor);
    }

    private EntityStatement fetch(URI subject) throws Exception {
        return EntityStatement.parse(
                get("/federation/fetch?sub=" + encode(subject.toString())).body());
    }

    private void assertListed(String query, URI... expected) throws Exception {
        HttpResponse<String> answer = get("/federation/list" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        assertThat(Json.parse(answer.body()).valueStream().map(entity -> URI.create(entity.asString())))
                .as(query)
                .containsExactlyInAnyOrder(expected);
    }

    private void assertError(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        assertThat(Json.object(answer.body()).path("error").asString()).isEqualTo(code);
        assertThat(Json.object(answer.body()).path("error_description").asString())
                .isNotEmpty();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return TestFetch.get(node.origin(), path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
