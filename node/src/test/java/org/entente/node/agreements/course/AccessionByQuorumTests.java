package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.OFFICER;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.requestAccession;
import static org.entente.node.agreements.TestParties.rule;
import static org.entente.node.agreements.TestParties.takeAndOrder;

import java.time.Instant;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.accede.ApproveAccession;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.keys.Keys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Ontario asks to join an entente that takes one party of the two to approve: neither none, as an open one, nor all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessionByQuorumTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final TestNode ontario = government("ontario", "CA-ON");

    @BeforeAll
    void asks() {
        introduce(quebec, britishColumbia, ontario);
        ObjectNode draft = draft(quebec, britishColumbia);
        draft.withObject("/accession").put("approval", "quorum").put("quorum", 1);
        conclude(draft, quebec, britishColumbia);
        requestAccession(ontario, britishColumbia);
        for (TestNode party : List.of(quebec, britishColumbia)) {
            await().atMost(PATIENCE).until(() -> !held(party).accessions().isEmpty());
        }
    }

    @AfterAll
    void close() {
        ontario.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void nobody_joins_whom_nobody_has_approved() {
        quebec.bean(TransactionOperations.class)
                .executeWithoutResult(
                        transaction -> quebec.bean(OrderTransitions.class).orderWhatIsReady(NAME, Instant.now()));
        assertThat(held(quebec).chain().number()).isEqualTo(1);
        assertThat(rule(britishColumbia, britishColumbia, ontario)).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    @Order(2)
    void a_depositary_that_orders_it_all_the_same_is_believed_by_nobody() {
        EntenteState state = held(britishColumbia).chain();
        Transition unapproved = Transition.order(
                quebec.bean(Keys.class).federation(),
                state,
                new Transition.Content.Acts(List.of(request(britishColumbia))),
                Instant.now());
        assertThatThrownBy(() -> takeAndOrder(britishColumbia, unapproved)).isInstanceOf(AssertionError.class);
        assertThat(held(britishColumbia).chain()).isEqualTo(state);
    }

    @Test
    @Order(3)
    void as_soon_as_one_has_approved_it_joins_everywhere_though_the_other_has_said_nothing() {
        approve(britishColumbia);
        awaitNumber(2, quebec, britishColumbia, ontario);
        assertThat(hashes(quebec, britishColumbia, ontario)).hasSize(1);
        assertThat(held(quebec).transitions().getLast().transition().acts())
                .extracting(SignedAct::party)
                .containsExactly("CA-ON", "CA-BC");
        assertThat(rule(britishColumbia, britishColumbia, ontario)).isInstanceOf(Ruling.Permitted.class);
        assertThat(held(quebec).accessions()).isEmpty();
    }

    private static void approve(TestNode by) {
        assertThat(by.bean(ApproveAccession.class).approve(NAME, request(by), OFFICER, Instant.now()))
                .isInstanceOfSatisfying(
                        ApproveAccession.Outcome.Performed.class,
                        performed -> assertThat(performed.outcome()).isInstanceOf(ActOutcome.Done.class));
    }

    private static SignedAct request(TestNode at) {
        return held(at).accessions().getFirst();
    }
}
