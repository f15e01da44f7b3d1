package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.concludeOpen;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.perform;
import static org.entente.node.agreements.TestParties.requestAccession;
import static org.entente.node.agreements.TestParties.rule;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.decide.ActByTwo;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.held.Asked;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.frontier.Mirror;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Trust;
import org.entente.node.web.Answers;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.federation.EntityStatement;
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

/** Who joins an entente that is open to all, and who only says that it is somebody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final TestNode ontario = government("ontario", "CA-ON");

    @BeforeAll
    void conclusion() {
        concludeOpen(quebec, britishColumbia);
        introduce(quebec, ontario);
    }

    @AfterAll
    void close() {
        ontario.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void the_depositary_orders_no_accession_under_keys_that_the_government_does_not_publish() {
        TestGovernment impostor = TestGovernment.at(ontario.origin(), "CA-ON", "Ontario");
        receiveAt(quebec, accession(impostor));
        assertThat(held(quebec).accessions()).hasSize(1);
        quebec.bean(MeetMembers.class).meet(Instant.now());
        assertThat(held(quebec).chain().number()).isEqualTo(1);
        assertThat(quebec.bean(Trust.class).keysOf(ontario.origin(), Instant.now()))
                .hasValueSatisfying(keys -> assertThat(keys.keys())
                        .containsExactly(ontario.bean(Keys.class).federation().publicKey()));
    }

    @Test
    @Order(1)
    void an_introduction_of_before_contradicts_nobody_until_the_government_is_read_anew() {
        TestGovernment next = TestGovernment.at(ontario.origin(), "CA-ON", "Ontario");
        Member stated = Member.since(((Act.Accede) accession(next).act()).newcomer(), "instrument", Instant.now());
        quebec.bean(Mirror.class).fetch(URI.create(ontario.origin() + EntityStatement.WELL_KNOWN_PATH), Instant.now());
        assertThat(known(stated, Instant.now().plusSeconds(600))).isEqualTo(ConfirmMembers.Known.NOTHING);
        assertThat(known(stated, Instant.now().minusSeconds(600))).isEqualTo(ConfirmMembers.Known.CONTRADICTED);
    }

    private ConfirmMembers.Known known(Member member, Instant stated) {
        return Objects.requireNonNull(quebec.bean(TransactionOperations.class)
                .execute(transaction -> quebec.bean(ConfirmMembers.class).pin(member, stated, Instant.now())));
    }

    @Test
    @Order(2)
    void a_newcomer_that_only_the_depositary_has_met_is_recognised_elsewhere_once_its_keys_are_compared() {
        requestAccession(ontario, quebec);
        awaitNumber(2, quebec, britishColumbia, ontario);
        assertThat(hashes(quebec, britishColumbia, ontario)).hasSize(1);
        await().atMost(PATIENCE)
                .until(() -> rule(britishColumbia, britishColumbia, ontario) instanceof Ruling.Permitted);
        assertThat(held(britishColumbia).unconfirmed()).isEmpty();
        assertThat(britishColumbia.bean(Trust.class).keysOf(ontario.origin(), Instant.now()))
                .hasValueSatisfying(keys -> assertThat(keys.keys())
                        .containsExactly(ontario.bean(Keys.class).federation().publicKey()));
    }

    @Test
    @Order(3)
    void what_it_asks_for_and_cannot_do_alone_another_party_sees_and_joins() {
        var target = new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.IDENTITY));
        String asked = perform(ontario, ActJson.suspend(target, Act.Cause.DISAGREEMENT));
        awaitAsked(britishColumbia);
        assertThat(Asked.all(held(britishColumbia)))
                .extracting(Asked::act, Asked::by, Asked::needed)
                .containsExactly(tuple(asked, List.of("CA-ON"), 2));
        assertThat(join(britishColumbia, TestEntentes.named("CA-ON.none"))).isInstanceOf(ActOutcome.NotFound.class);
        assertThat(join(britishColumbia, asked, "first")).isInstanceOf(Decided.Asked.class);
        assertThat(join(britishColumbia, asked)).isInstanceOf(ActOutcome.Done.class);
        awaitNumber(3, quebec, britishColumbia, ontario);
        Suspension joint =
                held(quebec).chain().suspensions().values().iterator().next();
        assertThat(joint.by()).containsExactlyInAnyOrder("CA-BC", "CA-ON");
        assertThat(joint.target()).isEqualTo(target);

        String lift = perform(britishColumbia, ActJson.lift(joint.id()));
        awaitAsked(ontario);
        awaitAsked(quebec);
        assertThat(join(quebec, lift)).isEqualTo(new ActOutcome.Refused(Rejection.NOT_ENTITLED));
        assertThat(join(ontario, lift)).isInstanceOf(ActOutcome.Done.class);
        awaitNumber(4, quebec, britishColumbia, ontario);
        assertThat(held(quebec).chain().suspensions()).isEmpty();
        assertThat(Asked.all(held(ontario))).isEmpty();
    }

    private static void awaitAsked(TestNode node) {
        await().atMost(PATIENCE).until(() -> !Asked.all(held(node)).isEmpty());
    }

    private static ActOutcome join(TestNode node, String act) {
        join(node, act, "first");
        return join(node, act, "second") instanceof Decided.Performed<ActOutcome>(var done)
                ? done
                : new ActOutcome.NotFound();
    }

    private static Decided<ActOutcome> join(TestNode node, String act, String officer) {
        return node.bean(ActByTwo.class).join(NAME, act, officer, Instant.now());
    }

    @Test
    @Order(4)
    void a_depositary_that_lets_an_impostor_in_moves_no_pin_and_nothing_of_the_impostor_is_recognised()
            throws Exception {
        TestGovernment real = TestGovernment.NUNAVUT;
        TestGovernment impostor = TestGovernment.at(real.entity(), "CA-NU", "Nunavut");
        pin(britishColumbia, real);
        orderEverywhere(accession(impostor));

        assertThat(hashes(quebec, britishColumbia)).hasSize(1);
        assertThat(held(britishColumbia).inStep()).isTrue();
        assertThat(held(britishColumbia).unconfirmed())
                .extracting(Member::party)
                .extracting("key")
                .containsExactly("CA-NU");
        assertThat(britishColumbia.bean(Trust.class).keysOf(real.entity(), Instant.now()))
                .contains(real.facts().keys());
        britishColumbia.bean(MeetMembers.class).meet(Instant.now());
        britishColumbia.bean(MeetMembers.class).meet(Instant.now());
        assertThat(held(britishColumbia).contradicted()).containsExactly("CA-NU");
        assertThat(contradictions(britishColumbia)).isOne();
        assertThat(new Answers(britishColumbia.origin())
                        .get("/en/ententes/" + NAME)
                        .body())
                .contains("other keys for this government than those known here");

        Agreements agreements = britishColumbia.bean(Agreements.class);
        URI issuer = impostor.organisation("registrar-general");
        assertThat(agreements.rule(question(issuer), Instant.now()))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.step()).isEqualTo(RulingStep.STANDING));
        assertThat(agreements.authoritiesOf(issuer, Instant.now())).isEmpty();
        assertThat(agreements.issuers(Instant.now())).doesNotContain(issuer);
        assertThat(agreements.recognised(question(issuer).verifier(), TestEntentes.IDENTITY, Instant.now()))
                .noneMatch(recognised -> recognised.issuers().contains(issuer));
        assertThat(rule(britishColumbia, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    @Order(5)
    void who_confirmed_is_on_record_of_nothing_that_was_not_done() {
        var leaving = new LeavingByTwo(britishColumbia);
        leaving.failHalfway();
        leaving.takeBack();
        leaving.confirmAtOnce();
    }

    @Test
    @Order(6)
    void who_rolls_over_against_the_keys_that_are_pinned_is_confirmed_no_more() {
        assertThat(held(britishColumbia).confirmed()).contains("CA-ON");
        // As when another entente has taken another key of it in the meantime.
        britishColumbia
                .bean(JdbcClient.class)
                .sql(
                        "update trust.pins set keys = (select keys from trust.pins where entity = :other) where entity = :entity")
                .param("other", quebec.origin().toString())
                .param("entity", ontario.origin().toString())
                .update();
        TestGovernment next = TestGovernment.at(ontario.origin(), "CA-ON", "Ontario");
        orderEverywhere(TestEntentes.sign(
                ontario.bean(Keys.class).federation(),
                "roll-over-ontario",
                held(quebec).chain(),
                "CA-ON",
                Instant.now(),
                ActJson.rollOver(next.facts().keys())));
        assertThat(held(britishColumbia).contradicted()).contains("CA-ON");
        assertThat(held(britishColumbia).confirmed()).contains("CA-BC").doesNotContain("CA-ON");
        assertThat(held(quebec).confirmed()).contains("CA-ON");
    }

    private static long contradictions(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = 'member-contradicted'")
                .query(Long.class)
                .single();
    }

    private Question question(URI issuer) {
        return new Question(
                URI.create(britishColumbia.origin() + "/o/registrar"),
                "arrival",
                TestEntentes.IDENTITY,
                issuer,
                Set.of(ClaimPath.of("name")));
    }

    private SignedAct accession(TestGovernment newcomer) {
        return TestEntentes.sign(
                newcomer,
                "accede-" + newcomer.key(),
                held(quebec).chain(),
                newcomer.key(),
                Instant.now(),
                TestEntentes.accession(newcomer));
    }

    private static void receiveAt(TestNode node, SignedAct act) {
        node.bean(TransactionOperations.class)
                .executeWithoutResult(transaction -> node.bean(ActReceiver.class)
                        .receive(((Act.Accede) act.act()).newcomer().entity(), acts(act), Instant.now()));
    }

    private static ObjectNode acts(SignedAct act) {
        return Json.object("{\"acts\": [\"" + act.jws() + "\"]}");
    }

    /** What the depositary signs against its own rules. */
    private void orderEverywhere(SignedAct act) {
        Signer depositary = quebec.bean(Keys.class).federation();
        var acts = new Transition.Content.Acts(List.of(act));
        Transition transition = Transition.order(depositary, held(quebec).chain(), acts, Instant.now());
        for (TestNode node : List.of(quebec, britishColumbia)) {
            node.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
                node.bean(Ledger.class).open();
                Held held = node.bean(Ententes.class).find(NAME).orElseThrow();
                assertThat(node.bean(TakeTransition.class).take(held, transition, Instant.now()))
                        .isInstanceOf(Verdict.Applied.class);
            });
        }
    }

    private static void pin(TestNode node, TestGovernment government) {
        Trust trust = node.bean(Trust.class);
        node.bean(TransactionOperations.class)
                .executeWithoutResult(
                        _ -> trust.pin(government.entity(), government.facts().keys(), Instant.now()));
    }
}
