package org.entente.node.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;
import org.entente.node.web.Answers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where a caller says that it comes from counts only where the operator trusts a proxy to say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardedHeadersTests {
    private final TestMailbox mailbox = new TestMailbox();

    @AfterAll
    void close() {
        mailbox.close();
    }

    @Test
    void nobody_gets_further_tries_by_saying_that_they_come_from_elsewhere() throws Exception {
        try (TestNode node = TestNode.directory(settings())) {
            assertThat(ask(node, "a@example.ca", "198.51.100.1")).isEqualTo(303);
            assertThat(ask(node, "b@example.ca", "198.51.100.2")).isEqualTo(429);
        }
    }

    @Test
    void behind_a_trusted_proxy_each_network_counts_for_itself() throws Exception {
        Map<String, Object> settings = settings();
        settings.put("spring.application.json", """
                {"server": {"forward-headers-strategy": "native",
                 "tomcat": {"remoteip": {"internal-proxies": "127\\\\.0\\\\.0\\\\.1|0:0:0:0:0:0:0:1"}}}}""");
        try (TestNode node = TestNode.directory(settings)) {
            assertThat(ask(node, "a@example.ca", "198.51.100.1")).isEqualTo(303);
            assertThat(ask(node, "b@example.ca", "198.51.100.2")).isEqualTo(303);
            assertThat(ask(node, "c@example.ca", "198.51.100.2")).isEqualTo(429);
        }
    }

    @Test
    void of_a_neighbour_whom_the_operator_has_not_named_nothing_is_believed() throws Exception {
        Map<String, Object> settings = settings();
        settings.put("spring.application.json", "{\"server\":{\"forward-headers-strategy\":\"native\"}}");
        try (TestNode node = TestNode.directory(settings)) {
            assertThat(ask(node, "a@example.ca", "198.51.100.1")).isEqualTo(303);
            assertThat(ask(node, "b@example.ca", "198.51.100.2")).isEqualTo(429);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.put("entente.signin.limits.codes-per-address-and-hour", 1);
        return settings;
    }

    private static int ask(TestNode node, String email, String from) throws Exception {
        return new Answers(node.origin())
                .post(
                        "/en/sign-in",
                        "email=" + email,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site",
                        "same-origin",
                        "X-Forwarded-For",
                        from)
                .statusCode();
    }
}
