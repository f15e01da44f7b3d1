package org.entente.node.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.verification.TestEntente;
import org.entente.node.verification.TestVisitor;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A government that no entente binds yet: everything can be read, and no wallet is asked. */
class StartTests {
    private static TestNode node;

    private TestVisitor visitor;

    @BeforeAll
    static void start() {
        node = TestNode.government("british-columbia", TestEntente.settings());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void open() {
        visitor = new TestVisitor(node);
    }

    @Test
    @Requirement("OID4VP 1.0 §15.3 purpose")
    void says_each_claim_with_its_reason_and_the_ways_without_a_wallet() {
        assertThat(visitor.get("/en/services/arrival").body())
                .contains("Full name", "Date of birth", "Pseudonym for this service alone")
                .contains("To tell you apart from a person of the same name.")
                .contains("At a counter", "By phone", "outside this program");
    }

    @Test
    void says_beforehand_that_no_entente_permits_it() {
        assertThat(visitor.get("/fr/services/arrival").body())
                .contains("Ce service ne peut pas accepter d’attestation en ce moment", "Voir à quelle étape");
    }

    @Test
    void starting_without_an_entente_leads_to_the_step_the_remedy_and_each_step_before() {
        HttpResponse<String> started = visitor.post("/fr/services/arrival", Map.of());
        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(visitor.follow(started).body())
                .contains("Arrêt à l’étape 1 sur", "Que faire", "data-step=\"entente\"", "Chaque étape", "Au comptoir");
    }

    @Test
    void starting_without_an_entente_leaves_nothing_behind() {
        visitor.post("/fr/services/arrival", Map.of());
        assertThat(rows("verification.proofs")).isZero();
        assertThat(rows("verification.presentations")).isZero();
    }

    @Test
    void one_network_may_start_so_often_in_an_hour_and_no_more() {
        visitor.post("/fr/services/arrival", Map.of());
        node.bean(JdbcClient.class).sql("update limits.uses set used = 600").update();

        HttpResponse<String> answer = visitor.post("/fr/services/arrival", Map.of());

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        assertThat(answer.body()).contains("Trop de demandes en peu de temps");
        node.bean(JdbcClient.class).sql("delete from limits.uses").update();
        assertThat(visitor.post("/fr/services/arrival", Map.of()).statusCode()).isEqualTo(303);
    }

    private int rows(String table) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_unknown_service_is_not_found() {
        assertThat(visitor.get("/fr/services/fishing").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/fr/services/fishing", Map.of()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/fr/services/fishing/cases/AAAA").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/fr/services/fishing/not-permitted").statusCode())
                .isEqualTo(404);
    }

    @Test
    void coming_back_with_a_presentation_that_nobody_started_says_how_to_start_again() {
        HttpResponse<String> answer = visitor.get("/en/services/arrival/cases/AAAAAAAAAAAAAAAAAAAAAA");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This is no longer open", "href=\"/en/services/arrival\"");
    }

    @Test
    void a_government_without_services_says_so() {
        try (TestNode empty = TestNode.government("gaspe")) {
            assertThat(new TestVisitor(empty).get("/en/services").body()).contains("No online service for now.");
        }
    }
}
