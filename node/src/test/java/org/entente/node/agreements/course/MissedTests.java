package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.concludeOpen;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.requestAccession;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.accede.RequestAccession;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Contradictions;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.agreements.record.TestRecords;
import org.entente.node.frontier.TestPublisher;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Trust;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** What a node missed for good reaches it through what any other party publishes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissedTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final TestNode ontario = government("ontario", "CA-ON");
    private final TestGovernment changed = TestGovernment.at(quebec.origin(), "CA-QC", "Québec");
    private final Signer keys = quebec.bean(Keys.class).federation();

    @BeforeAll
    void conclusion() {
        concludeOpen(quebec, britishColumbia);
        introduce(quebec, britishColumbia, ontario);
        requestAccession(ontario, quebec);
        awaitNumber(2, quebec, britishColumbia, ontario);
    }

    @AfterAll
    void close() {
        ontario.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(0)
    void what_a_party_shows_and_does_not_hold_is_refused_by_a_reason() {
        assertThat(TestRecords.refused(britishColumbia, NAME, "{}", "{}")).containsOnly("malformed");

        Held held = held(britishColumbia);
        Transition forged = order(changed, suspension());
        ObjectNode record = PublicRecord.write(held).put("last", forged.jws());
        ObjectNode page = PublicRecord.page(held, 1).orElseThrow();
        page.withArray("transitions").add(forged.jws());
        assertThat(TestRecords.refused(britishColumbia, NAME, Json.write(record), Json.write(page)))
                .containsOnly("not_by_depositary");
        assertThat(held(britishColumbia).chain().number()).isEqualTo(2);
    }

    @Test
    @Order(0)
    void what_an_address_shows_in_place_of_an_entente_has_a_leaf() throws IOException {
        try (TestPublisher publisher = new TestPublisher().answer(200, "{}")) {
            ObjectNode statement = Json.newObject();
            statement.putArray("issuers");
            for (int i = 0; i < 2; i++) {
                assertThat(ontario.bean(RequestAccession.class)
                                .read(publisher.origin().resolve("/ententes/none"), statement, Instant.now()))
                        .isEqualTo(new RequestAccession.Reading.Failed(new AccessionOutcome.NotGenuine()));
            }
            assertThat(ontario.bean(JdbcClient.class)
                            .sql("select count(*) from frontier.blocked where peer = :peer and reason = 'malformed'")
                            .param("peer", publisher.origin().toString())
                            .query(Integer.class)
                            .single())
                    .as("over midnight at most")
                    .isBetween(1, 2);
        }
    }

    @Test
    @Order(0)
    void what_was_contradicted_and_is_no_more_has_a_leaf_for_each() {
        Party party = held(ontario).chain().parties().iterator().next();
        ontario.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            ontario.bean(Ledger.class).open();
            Contradictions contradictions = ontario.bean(Contradictions.class);
            contradictions.note(NAME, party, Instant.now());
            contradictions.settle(NAME, party, Instant.now());
            contradictions.settle(NAME, party, Instant.now());
        });
        assertThat(held(ontario).contradicted()).isEmpty();
        assertThat(ontario.bean(JdbcClient.class).sql("""
                        select l.type from agreements.settled_contradictions s
                            join journal.leaves l on l.id in (s.leaf, s.settled_leaf)""").query(String.class).list())
                .containsExactlyInAnyOrder("member-contradicted", "member-contradiction-settled");
    }

    @Test
    @Order(1)
    void a_transition_that_only_one_other_party_was_given_comes_from_its_record_while_the_depositary_is_away() {
        Transition given = order(keys, suspension());
        take(britishColumbia, given);
        quebec.close();
        Instant closed = Instant.now();
        ontario.bean(JdbcClient.class)
                .sql("update agreements.ententes set confirmed_at = now() + interval '1 year'")
                .update();
        assertThat(ontario.bean(Holdings.class).confirmedAt(held(ontario)))
                .as("noted by a clock that was ahead")
                .isBefore(closed.plus(PATIENCE));
        awaitNumber(3, ontario);
        assertThat(hashes(britishColumbia, ontario)).hasSize(1);
        await().atMost(PATIENCE).until(() -> held(ontario).pace() == Pace.IN_STEP);
        await().atMost(PATIENCE)
                .until(() ->
                        ontario.bean(Holdings.class).confirmedAt(held(ontario)).isAfter(closed));
    }

    @Test
    @Order(2)
    void a_change_of_the_depositarys_keys_reaches_a_node_that_was_away_through_it() {
        take(britishColumbia, order(keys, ActJson.rollOver(changed.facts().keys())));
        take(britishColumbia, order(changed, suspension()));
        awaitNumber(5, ontario);
        assertThat(hashes(britishColumbia, ontario)).hasSize(1);
        for (TestNode node : List.of(britishColumbia, ontario)) {
            assertThat(held(node).pace()).isEqualTo(Pace.IN_STEP);
            assertThat(node.bean(Trust.class).keysOf(quebec.origin(), Instant.now()))
                    .contains(changed.facts().keys());
        }
    }

    @Test
    @Order(3)
    void a_record_of_many_pages_is_read_page_by_page() {
        for (int i = 0; i < 45; i++) {
            take(britishColumbia, order(changed, type()));
        }
        awaitNumber(50, ontario);
        assertThat(hashes(britishColumbia, ontario)).hasSize(1);
    }

    @Test
    @Order(4)
    void a_depositary_that_tells_each_another_thing_is_believed_by_neither() {
        EntenteState state = held(britishColumbia).chain();
        Transition one = order(changed, type());
        Transition other = order(changed, type());
        assertThat(one.number()).isEqualTo(other.number()).isEqualTo(state.number() + 1);
        take(britishColumbia, one);
        take(ontario, other);
        await().atMost(PATIENCE)
                .until(() -> held(britishColumbia).pace() == Pace.FORKED
                        && held(ontario).pace() == Pace.FORKED);
    }

    private static ActJson.Written suspension() {
        return ActJson.suspend(
                new Target("CA-QC", Target.Direction.ACCEPTANCE, Set.of(), Set.of()), Act.Cause.MAINTENANCE);
    }

    private static ActJson.Written type() {
        return ActJson.suspend(
                new Target("CA-QC", Target.Direction.ACCEPTANCE, Set.of(), Set.of(TestEntentes.IDENTITY)),
                Act.Cause.MAINTENANCE);
    }

    /** What the depositary orders next, as British Columbia's node sees the state. */
    private Transition order(Signer depositary, ActJson.Written written) {
        EntenteState state = held(britishColumbia).chain();
        SignedAct act =
                TestEntentes.sign(depositary, "missed-" + System.nanoTime(), state, "CA-QC", Instant.now(), written);
        return Transition.order(depositary, state, new Transition.Content.Acts(List.of(act)), Instant.now());
    }

    private static void take(TestNode node, Transition transition) {
        node.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            node.bean(Ledger.class).open();
            Held held = node.bean(Ententes.class).find(NAME).orElseThrow();
            assertThat(node.bean(TakeTransition.class).take(held, transition, Instant.now()))
                    .isInstanceOf(Verdict.Applied.class);
            node.bean(JdbcClient.class).sql("delete from frontier.outbox").update();
        });
    }
}
