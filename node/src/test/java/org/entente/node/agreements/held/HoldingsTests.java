package org.entente.node.agreements.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.propose;

import org.entente.node.TestNode;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class HoldingsTests {
    @Test
    void what_was_read_in_a_change_that_was_undone_is_not_taken_for_what_the_next_one_leaves() {
        try (TestNode quebec = government("quebec", "CA-QC");
                TestNode britishColumbia = government("british-columbia", "CA-BC")) {
            introduce(quebec, britishColumbia);
            propose(quebec, draft(quebec, britishColumbia));
            Holdings holdings = quebec.bean(Holdings.class);
            Ledger ledger = quebec.bean(Ledger.class);
            TransactionOperations transactions = quebec.bean(TransactionOperations.class);
            assertThat(holdings.find(NAME)).isPresent();

            transactions.executeWithoutResult(undone -> {
                ledger.open();
                quebec.bean(JdbcClient.class)
                        .sql("truncate agreements.ententes cascade")
                        .update();
                assertThat(holdings.find(NAME)).isEmpty();
                undone.setRollbackOnly();
            });
            transactions.executeWithoutResult(next -> ledger.open());

            assertThat(holdings.find(NAME)).isPresent();
        }
    }
}
