package org.entente.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.keys.Keys;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.ResolveResponse;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

/** An intermediate: a municipality with a node of its own, between its province and its organisations. */
class ProvinceTests {
    @Test
    void a_chain_leads_from_a_municipalitys_organisation_through_it_to_the_province() throws Exception {
        int port = freePort();
        String province = "http://gaspesie.localhost:" + port;
        try (TestNode municipality = TestNode.government("perce", Map.of("entente.trust.superiors[0]", province))) {
            String keys = Json.write(
                    Jwks.of(municipality.bean(Keys.class).federation().publicKey())
                            .toJson());
            try (TestNode node =
                    TestNode.government("gaspesie", settings(port, province, municipality.origin(), keys))) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> resolve(node, municipality).statusCode() == 200);

                ResolveResponse response = ResolveResponse.parse(
                        CompactJws.parse(resolve(node, municipality).body()));

                assertThat(response.chain().stream().map(EntityStatement::issuer))
                        .containsExactly(
                                URI.create(municipality.origin() + "/o/registrar"),
                                municipality.origin(),
                                node.origin(),
                                node.origin());
            }
        }
    }

    @Test
    void no_key_of_a_municipality_counts_but_the_one_that_the_province_was_given() throws Exception {
        int port = freePort();
        String province = "http://gaspesie.localhost:" + port;
        try (TestNode municipality = TestNode.government("perce", Map.of("entente.trust.superiors[0]", province))) {
            String other = Json.write(
                    Jwks.of(municipality.bean(Keys.class).newKey().publicKey()).toJson());
            try (TestNode node =
                    TestNode.government("gaspesie", settings(port, province, municipality.origin(), other))) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(
                                () -> assertThat(resolve(node, municipality).body())
                                        .contains("invalid_trust_chain")
                                        .contains("broken: signature"));
            }
        }
    }

    private static Map<String, Object> settings(int port, String origin, URI subordinate, String keys) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("entente.node.origin", origin);
        settings.put("entente.frontier.mirror-every", "300ms");
        settings.put("entente.trust.subordinates[0].entity", subordinate.toString());
        settings.put("entente.trust.subordinates[0].keys", keys);
        settings.put("entente.trust.subordinates[0].max-path-length", "1");
        return settings;
    }

    private static HttpResponse<String> resolve(TestNode node, TestNode municipality) throws Exception {
        return TestFetch.get(
                node.origin(),
                "/federation/resolve?trust_anchor=" + encode(node.origin().toString()) + "&sub="
                        + encode(municipality.origin() + "/o/registrar"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
