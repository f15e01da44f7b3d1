package org.entente.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.entente.node.TestNode;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.FederationKeys;
import org.entente.node.keys.Keys;
import org.entente.node.trust.examine.ExamineDirectory;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTests {
    private static final String SECRET = "a-secret-of-the-secretariat";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TestNode council;
    private TestNode gaspe;
    private TestNode tadoussac;

    @BeforeAll
    void start() {
        String hash = HexFormat.of().formatHex(Secrets.hash(SECRET));
        council = TestNode.directory(Map.of(
                "entente.signin.clients[0].id", "secretariat",
                "entente.signin.clients[0].secret-sha256", hash,
                "entente.signin.clients[0].scopes[0]", "members",
                "entente.signin.clients[1].id", "reader",
                "entente.signin.clients[1].secret-sha256", hash,
                "entente.signin.clients[1].scopes[0]", "reading",
                "entente.frontier.mirror-every", "200ms"));
        Map<String, Object> member = Map.of(
                "entente.trust.council-directory",
                council.origin().toString(),
                "entente.frontier.mirror-every",
                "200ms");
        gaspe = TestNode.government("gaspe", member);
        tadoussac = TestNode.government("tadoussac", member);
    }

    @AfterAll
    void stop() {
        tadoussac.close();
        gaspe.close();
        council.close();
    }

    @Test
    void members_know_each_others_keys_without_having_been_introduced() throws Exception {
        String token = token("secretariat", "members");

        assertThat(enrol(token, gaspe.origin().toString()).statusCode()).isIn(200, 201);
        assertThat(enrol(token, tadoussac.origin().toString()).statusCode()).isIn(200, 201);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !gaspe.bean(PeerKeys.class).keysOf(tadoussac.origin()).isEmpty());
        assertThat(gaspe.bean(PeerKeys.class).keysOf(tadoussac.origin()))
                .containsExactly(tadoussac.bean(Keys.class).federation().publicKey());
        assertThat(TestFetch.get(council.origin(), "/federation/list").body())
                .contains(gaspe.origin().toString());
        assertThat(TestFetch.get(council.origin(), "/en/members").body())
                .contains(gaspe.origin().getAuthority());
        assertThat(TestFetch.get(council.origin(), "/fr/members").statusCode()).isEqualTo(200);
    }

    @Test
    void a_member_that_changes_its_keys_is_followed_and_one_that_did_so_unseen_is_enrolled_again() throws Exception {
        String token = token("secretariat", "members");
        enrol(token, gaspe.origin().toString());
        enrol(token, tadoussac.origin().toString());
        FederationKeys keys = gaspe.bean(FederationKeys.class);
        change(() -> keys.prepare(Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        tadoussac.bean(PeerKeys.class).keysOf(gaspe.origin()).size() == 2);
        change(() -> {
            keys.adopt(Instant.now());
            keys.giveUpFormer();
        });
        awaitPresentKey();
        change(() -> {
            keys.prepare(Instant.now());
            keys.adopt(Instant.now());
            keys.giveUpFormer();
        });
        assertThat(enrol(token, gaspe.origin().toString()).statusCode()).isEqualTo(200);
        awaitPresentKey();
    }

    private void change(Runnable change) {
        gaspe.bean(TransactionOperations.class).executeWithoutResult(transaction -> change.run());
    }

    /** Until a member knows Gaspé by its present key alone, as the directory states it. */
    private void awaitPresentKey() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tadoussac
                        .bean(PeerKeys.class)
                        .keysOf(gaspe.origin())
                        .equals(List.of(gaspe.bean(Keys.class).federation().publicKey())));
    }

    @Test
    void a_directory_that_offers_other_keys_than_the_pinned_ones_is_journalled_once_and_changes_nothing()
            throws Exception {
        try (TestNode perce = TestNode.government(
                "perce",
                Map.of("entente.trust.council-directory", council.origin().toString()))) {
            enrol(token("secretariat", "members"), perce.origin().toString());
            Jwks pinned = Jwks.of(gaspe.bean(Keys.class).newKey().publicKey());
            gaspe.bean(TransactionOperations.class)
                    .executeWithoutResult(
                            transaction -> gaspe.bean(Trust.class).pin(perce.origin(), pinned, Instant.now()));

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                gaspe.bean(ExamineDirectory.class).examine(Instant.now());
                return refusals() > 0;
            });
            gaspe.bean(ExamineDirectory.class).examine(Instant.now());

            assertThat(refusals()).isEqualTo(1);
            assertThat(gaspe.bean(Trust.class).keysOf(perce.origin(), Instant.now()))
                    .contains(pinned);
        }
    }

    private int refusals() {
        return gaspe.bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = 'statement-refused'")
                .query(Integer.class)
                .single();
    }

    @Test
    void fifty_enrolments_at_once_make_one_member() throws Exception {
        try (TestNode perce = TestNode.government("perce");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String token = token("secretariat", "members");
            List<Callable<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                attempts.add(() -> enrol(token, perce.origin().toString()).statusCode());
            }

            List<Integer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }

            assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 200).hasSize(49);
        }
    }

    @Test
    void refuses_whoever_may_not_enrol() throws Exception {
        int before = members();

        assertThat(enrol("", gaspe.origin().toString()).statusCode()).isEqualTo(401);
        assertThat(enrol("invented", gaspe.origin().toString()).statusCode()).isEqualTo(401);
        assertThat(enrol(token("reader", "reading"), gaspe.origin().toString()).statusCode())
                .isEqualTo(403);
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void refuses_what_is_no_governments_node() throws Exception {
        String token = token("secretariat", "members");
        int before = members();

        assertProblem(enrol(token, "https://127.0.0.1"), 422, "not_introduced");
        assertProblem(enrol(token, council.origin().toString()), 422, "not_introduced");
        assertProblem(post(token, "{}"), 400, "invalid_request");
        assertProblem(post(token, "{\"entity\":1}"), 400, "invalid_request");
        assertProblem(post(token, "{\"entity\":\"https://a.example\",\"note\":\"x\"}"), 400, "invalid_request");
        assertProblem(post(token, "not json"), 400, "invalid_request");
        assertProblem(post(token, "\"" + "x".repeat(70_000) + "\""), 413, "body_too_large");
        try (TestNode other = TestNode.directory(Map.of())) {
            assertProblem(enrol(token, other.origin().toString()), 422, "not_a_government");
        }
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void a_government_has_no_list_of_members() throws Exception {
        assertThat(TestFetch.get(gaspe.origin(), "/en/members").statusCode()).isEqualTo(404);
    }

    private int members() {
        return council.bean(JdbcClient.class)
                .sql("select count(*) from trust.members")
                .query(Integer.class)
                .single();
    }

    private String token(String client, String scope) throws Exception {
        String basic = Base64.getEncoder().encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(council.origin() + "/oauth/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.object(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> enrol(String token, String entity) throws Exception {
        return post(token, Json.write(Json.newObject().put("entity", entity)));
    }

    private HttpResponse<String> post(String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(council.origin() + "/api/members"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Json.object(answer.body()).path("code").asString()).isEqualTo(code);
    }
}
