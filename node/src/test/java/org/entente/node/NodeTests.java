package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.kernel.NodeIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NodeTests {
    @Test
    void two_processes_live_on_one_database() {
        try (TestNode node = TestNode.government("quebec");
                TestNode twin = node.twin()) {
            assertThat(twin.bean(NodeIdentity.class)).isEqualTo(node.bean(NodeIdentity.class));
            assertThat(twin.address()).isNotEqualTo(node.address());
        }
    }

    @Test
    void the_database_is_durable_and_authenticated() {
        try (TestNode node = TestNode.government("quebec")) {
            JdbcClient sql = node.bean(JdbcClient.class);
            assertThat(sql.sql("show fsync").query(String.class).single()).isEqualTo("on");
            assertThat(sql.sql("show synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
            assertThat(sql.sql("show password_encryption").query(String.class).single())
                    .isEqualTo("scram-sha-256");
            assertThat(sql.sql("show listen_addresses").query(String.class).single())
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_client_that_would_rather_speak_http_2_gets_a_long_answer_by_plain_http() throws Exception {
        try (TestNode node = TestNode.wallet(Map.of());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .build()) {
            HttpRequest font = HttpRequest.newBuilder(
                            node.origin().resolve("/assets/fonts/bc-sans-regular-extended.woff2"))
                    .build();

            assertThat(client.send(font, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .hasSizeGreaterThan(64 * 1024);
        }
    }
}
