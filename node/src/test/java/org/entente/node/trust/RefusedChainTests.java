package org.entente.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.trust.examine.ExamineDirectory;
import org.entente.protocols.federation.TrustChain;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chains below a province that lead nowhere: refused with the reason in clear, journalled once, and nothing changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedChainTests {
    private TestEntities below;
    private TestEntities leaf;
    private TestNode province;

    @BeforeAll
    void start() throws Exception {
        below = new TestEntities();
        leaf = new TestEntities();
        Map<String, Object> settings = new HashMap<>();
        settings.put("entente.frontier.mirror-every", "200ms");
        settings.put("entente.trust.subordinates[0].entity", below.host().toString());
        settings.put(
                "entente.trust.subordinates[0].keys",
                Json.write(Jwks.of(below.key(below.host()).publicKey()).toJson()));
        settings.put("entente.trust.subordinates[0].max-path-length", "1");
        settings.put("entente.trust.subordinates[1].entity", leaf.host().toString());
        settings.put(
                "entente.trust.subordinates[1].keys",
                Json.write(Jwks.of(leaf.key(leaf.host()).publicKey()).toJson()));
        province = TestNode.government("gaspesie", settings);
    }

    @AfterAll
    void stop() {
        province.close();
        leaf.close();
        below.close();
    }

    @Test
    void a_loop_is_refused_and_said_to_be_one() {
        URI quay = below.entity("quay");
        below.lists(Stream.of(quay));
        below.joins(below.host(), quay);
        below.joins(quay, below.host());

        assertJournalledOnce(quay, "loop");
    }

    @Test
    void a_municipality_with_nobody_below_it_is_followed_too() {
        leaf.joins(leaf.host());

        assertJournalledOnce(leaf.host(), "no-path");
    }

    @Test
    void a_chain_that_is_too_long_is_refused_and_said_to_be_so() {
        List<URI> row = IntStream.rangeClosed(0, TrustChain.MAX_LENGTH)
                .mapToObj(i -> below.entity("pier" + i))
                .toList();
        below.lists(row.stream());
        below.joins(below.host(), province.origin());
        for (int i = 0; i < row.size(); i++) {
            below.joins(row.get(i), i + 1 < row.size() ? row.get(i + 1) : below.host());
        }

        assertJournalledOnce(row.getFirst(), "too-long");
    }

    @Test
    void a_list_of_more_than_are_read_is_said_to_be_so_once() {
        below.joins(below.host(), province.origin());
        below.lists(IntStream.range(0, 65).mapToObj(i -> below.entity("berth" + i)));

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            province.bean(ExamineDirectory.class).examine(Instant.now());
            return findings(below.host(), "list-too-long").equals(List.of(""));
        });
        province.bean(ExamineDirectory.class).examine(Instant.now().plusSeconds(60));
        assertThat(findings(below.host(), "list-too-long")).hasSize(1);
    }

    private void assertJournalledOnce(URI entity, String why) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            province.bean(ExamineDirectory.class).examine(Instant.now());
            return findings(entity, "chain-refused").contains(why);
        });
        int leaves = leaves();
        province.bean(ExamineDirectory.class).examine(Instant.now());

        assertThat(leaves()).isEqualTo(leaves);
        assertThat(findings(entity, "chain-refused")).containsOnlyOnce(why);
        assertThat(resolved(entity).statusCode()).isEqualTo(400);
        assertThat(resolved(entity).body()).contains("invalid_trust_chain", why);
        assertThat(province.bean(PeerKeys.class).keysOf(entity)).isEmpty();
    }

    private List<@Nullable String> findings(URI entity, String reason) {
        return province.bean(JdbcClient.class)
                .sql("select detail from trust.findings where entity = :entity and reason = :reason")
                .param("entity", entity.toString())
                .param("reason", reason)
                .query(String.class)
                .list();
    }

    private int leaves() {
        return province.bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = 'statement-refused'")
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> resolved(URI entity) {
        try {
            return TestFetch.get(
                    province.origin(),
                    "/federation/resolve?trust_anchor="
                            + URLEncoder.encode(province.origin().toString(), StandardCharsets.UTF_8) + "&sub="
                            + URLEncoder.encode(entity.toString(), StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
