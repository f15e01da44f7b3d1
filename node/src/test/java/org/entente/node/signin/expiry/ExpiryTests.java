package org.entente.node.signin.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExpiryTests {
    private static final List<String> TABLES = List.of("access_tokens", "spent_proofs", "sessions", "codes");

    @Test
    void what_expired_is_removed_and_what_counts_stays() {
        try (TestMailbox mailbox = new TestMailbox();
                TestNode node = TestNode.government("quebec", settings(mailbox))) {
            new TestOAuthClient(node).boundToken();
            new TestBrowser(node).post("/fr/sign-in", Map.of("email", "matane@example.ca"));
            var storages = node.context().getBeansOfType(Expiring.class).values();
            storages.forEach(storage -> storage.removeExpired(Instant.now()));
            assertThat(TABLES)
                    .allSatisfy(table -> assertThat(rows(node, table)).as(table).isPositive());
            storages.forEach(storage -> storage.removeExpired(Instant.now().plus(Duration.ofDays(2))));
            assertThat(TABLES)
                    .allSatisfy(table -> assertThat(rows(node, table)).as(table).isZero());
        }
    }

    private static Map<String, Object> settings(TestMailbox mailbox) {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.putAll(TestOAuthClient.settings("issuance.offer"));
        return settings;
    }

    private static int rows(TestNode node, String table) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from signin." + table)
                .query(Integer.class)
                .single();
    }
}
