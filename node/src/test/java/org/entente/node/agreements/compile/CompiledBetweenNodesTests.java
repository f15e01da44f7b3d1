package org.entente.node.agreements.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.keys.Keys;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.TrustMark;
import org.entente.protocols.federation.TrustMarkStatus;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** What two governments publish of their entente, and how soon a suspension shows in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompiledBetweenNodesTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    @BeforeAll
    void conclusion() {
        conclude(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    void a_suspension_shows_within_a_minute_in_marks_lists_and_queries_of_the_other_party() throws Exception {
        String entente = quebec.origin() + "/ententes/" + NAME;
        String path = "/federation/trust-mark?trust_mark_type=" + encode(entente) + "&sub="
                + encode(britishColumbia.origin().toString());
        String mark = get(quebec, path).body();
        assertThat(TrustMark.parse(mark).markType()).isEqualTo(entente);
        assertThat(status(mark)).isEqualTo(TrustMarkStatus.ACTIVE);
        ObjectNode before = list();
        assertThat(Json.write(before)).contains(britishColumbia.origin() + "/o/registrar");
        assertThat(queries()).contains("trusted_authorities");
        EntityStatement own = EntityStatement.parse(
                get(quebec, EntityStatement.WELL_KNOWN_PATH).body());
        assertThat(own.content().marks().own()).hasSize(1);
        assertThat(own.content().marks().issuers()).containsOnlyKeys(entente);

        String suspension = perform(
                britishColumbia,
                ActJson.suspend(new Target("CA-BC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE));

        await().atMost(A_MINUTE).until(() -> status(mark) == TrustMarkStatus.REVOKED);
        assertThat(get(quebec, path).statusCode()).isEqualTo(404);
        assertThat(queries()).doesNotContain("trusted_authorities");
        ObjectNode after = list();
        assertThat(Json.write(after)).doesNotContain(britishColumbia.origin() + "/o/registrar");
        assertThat(sequence(after)).isGreaterThan(sequence(before));

        perform(britishColumbia, ActJson.lift(suspension));
        await().atMost(A_MINUTE).until(() -> status(mark) == TrustMarkStatus.ACTIVE);
        assertThat(sequence(list())).isGreaterThan(sequence(after));
        awaitSettled();
    }

    /** The mark is the party's: it stands as long as not all of a direction is stopped, since it cannot say half of it. */
    @Test
    void an_issuer_that_is_suspended_is_within_a_minute_out_of_the_list_and_the_queries_of_the_other_party()
            throws Exception {
        URI issuer = URI.create(britishColumbia.origin() + "/o/registrar");
        String path = "/federation/trust-mark?trust_mark_type=" + encode(quebec.origin() + "/ententes/" + NAME)
                + "&sub=" + encode(britishColumbia.origin().toString());
        String mark = get(quebec, path).body();
        await().atMost(A_MINUTE).until(() -> Json.write(list()).contains(issuer.toString()));
        int before = sequence(list());

        String suspension = perform(
                britishColumbia,
                ActJson.suspend(
                        new Target("CA-BC", Target.Direction.ISSUANCE, Set.of(issuer), Set.of()),
                        Act.Cause.ERROR_IN_ISSUANCE));

        await().atMost(A_MINUTE).until(() -> !Json.write(list()).contains(issuer.toString()));
        assertThat(sequence(list())).isGreaterThan(before);
        assertThat(queries()).doesNotContain("trusted_authorities");
        assertThat(policy()).doesNotContain("trusted_authorities");
        assertThat(status(mark)).isEqualTo(TrustMarkStatus.ACTIVE);

        perform(britishColumbia, ActJson.lift(suspension));
        await().atMost(A_MINUTE).until(() -> Json.write(list()).contains(issuer.toString()));
        assertThat(queries()).contains("trusted_authorities");
        assertThat(policy()).contains("trusted_authorities");
        awaitSettled();
    }

    /** No act waits for its place any more. */
    private void awaitSettled() {
        await().atMost(A_MINUTE)
                .until(() -> held(quebec).pending().isEmpty()
                        && held(britishColumbia).pending().isEmpty()
                        && hashes(quebec, britishColumbia).size() == 1);
    }

    private String policy() throws IOException, InterruptedException {
        String statement = get(quebec, "/federation/fetch?sub=" + encode(quebec.origin() + "/o/registrar"))
                .body();
        return Json.write(
                EntityStatement.parse(statement).content().rules().policy().toJson());
    }

    @Test
    void the_statement_about_a_verifier_demands_the_queries_of_the_entente() throws Exception {
        HttpResponse<String> answer = get(quebec, "/federation/fetch?sub=" + encode(quebec.origin() + "/o/registrar"));
        EntityStatement about = EntityStatement.parse(answer.body());
        assertThat(answer.headers().firstValue("Link").orElseThrow())
                .contains("rel=\"profile\"", "openid-federation-wallet-1_0", "draft 05");
        assertThat(get(quebec, "/en/ententes/" + NAME).body()).contains("draft 05");
        assertThat(get(quebec, "/fr/ententes/" + NAME).body()).contains("version provisoire 05");

        assertThat(about.content()
                        .rules()
                        .policy()
                        .toJson()
                        .path("openid_credential_verifier")
                        .propertyNames())
                .contains("dcql_queries", "client_id");
        HttpResponse<String> resolved = get(
                quebec,
                "/federation/resolve?sub=" + encode(quebec.origin() + "/o/registrar") + "&trust_anchor="
                        + encode(quebec.origin().toString()));
        assertThat(resolved.statusCode()).isEqualTo(200);
        assertThat(resolved.headers().firstValue("Link").orElseThrow()).contains("draft 05");
    }

    @Test
    void publishes_the_agreement_and_its_profile_and_nothing_of_what_is_not_in_force() throws Exception {
        HttpResponse<String> odrl = get(quebec, "/ententes/" + NAME + "/odrl");
        assertThat(odrl.headers().firstValue("Content-Type")).contains("application/ld+json");
        new OdrlAgreement(Json.object(odrl.body()));
        assertThat(get(quebec, "/ententes/odrl-profile/1").body()).contains(OdrlAgreement.PROFILE);
        for (String output : new String[] {"trust-list", "queries", "odrl"}) {
            assertThat(get(quebec, "/ententes/unheard-of/" + output).statusCode())
                    .isEqualTo(404);
        }
    }

    private ObjectNode list() throws IOException, InterruptedException {
        CompactJws signed = CompactJws.parse(
                get(quebec, "/ententes/" + NAME + "/trust-list").body());
        assertThat(signed.isSignedBy(quebec.bean(Keys.class).federation().publicKey()))
                .isTrue();
        return signed.claims();
    }

    private static int sequence(ObjectNode list) {
        return list.at("/LoTE/ListAndSchemeInformation/LoTESequenceNumber").intValue();
    }

    private String queries() throws IOException, InterruptedException {
        return get(quebec, "/ententes/" + NAME + "/queries").body();
    }

    private TrustMarkStatus status(String mark) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(quebec.origin() + "/federation/trust-mark-status"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("trust_mark=" + encode(mark)))
                .build();
        String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
        return TrustMarkStatus.Answer.parse(CompactJws.parse(answer)).status();
    }

    private static HttpResponse<String> get(TestNode node, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(node.origin() + path)).build(), BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
