package org.entente.node.verification.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.signin.Simultaneously;
import org.entente.node.verification.TestColumbia;
import org.entente.node.verification.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.oid4vp.RequestObject;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswerRaceTests {
    private static final int ATTEMPTS = 50;

    @Test
    @Requirement("OID4VP 1.0 §8.6 replay")
    @Requirement("Security §2 answer-once")
    void of_fifty_answers_to_two_processes_one_is_taken() {
        try (TestColumbia columbia = new TestColumbia();
                TestNode twin = columbia.node().twin()) {
            TestWallet wallet = new TestWallet(columbia.quebec().registrar(), 3);
            RequestObject request = columbia.ask();
            Map<String, String> form =
                    TestWallet.answer(request, wallet.present(request)).toForm();

            List<Integer> statuses = Simultaneously.attempt(
                    ATTEMPTS,
                    i -> () -> TestWallet.post(i % 2 == 0 ? columbia.node() : twin, request, form)
                            .statusCode());

            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 400).hasSize(ATTEMPTS - 1);
            assertThat(columbia.node()
                            .bean(JdbcClient.class)
                            .sql("select count(*) from journal.leaves where type = 'presentation-accepted'")
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }
}
