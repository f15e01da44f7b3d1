package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

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
}
