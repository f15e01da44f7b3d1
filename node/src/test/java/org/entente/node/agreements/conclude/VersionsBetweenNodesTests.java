package org.entente.node.agreements.conclude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.agree;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.join;
import static org.entente.node.agreements.TestParties.propose;
import static org.entente.node.agreements.TestParties.sign;
import static org.entente.node.agreements.TestParties.talks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.conclude.ApproveEntente.Approving;
import org.entente.node.agreements.course.TakeTransition;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.decide.Decisions;
import org.entente.node.agreements.decide.FirstWord;
import org.entente.node.agreements.decide.Joining;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.web.Answers;
import org.entente.protocols.json.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which text comes into force on nodes that have signed one, and who can still change that: nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VersionsBetweenNodesTests {
    private static final String LATER = "later";

    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final TestNode ontario = government("ontario", "CA-ON");

    @BeforeAll
    void introduction() {
        introduce(quebec, britishColumbia, ontario);
    }

    @AfterAll
    void close() {
        ontario.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void nothing_but_the_text_that_a_node_signed_comes_into_force_there() {
        propose(quebec, open(NAME));
        await().atMost(PATIENCE)
                .until(() -> britishColumbia.bean(Holdings.class).find(NAME).isPresent());
        agree(britishColumbia, NAME);
        sign(britishColumbia, NAME);
        Held before = held(britishColumbia);
        assertThat(before.part()).isEqualTo(Part.SIGNED);

        TestGovernment depositary = TestGovernment.at(quebec.origin(), "CA-QC", "Québec");
        TestGovernment other = TestGovernment.at(britishColumbia.origin(), "CA-BC", "C.-B.");
        Entente forged = Entente.parse(underKeysOf(before.entente(), depositary, other));
        ArrayNode signatures = Json.newArray();
        List.of(depositary, other).forEach(party -> signatures.add(Signatures.sign(forged, party)));
        Transition entry = Transition.enter(depositary, EntenteState.of(forged), forged, signatures, Instant.now());

        assertThat(take(britishColumbia, before, entry, forged))
                .isEqualTo(new Verdict.Rejected(Rejection.OTHER_DOCUMENT));
        assertThat(held(britishColumbia).chain().hasEntered()).isFalse();
        assertThat(held(britishColumbia).texts()).isEqualTo(before.texts());

        sign(quebec, NAME);
        awaitNumber(1, quebec, britishColumbia);
        assertThat(hashes(quebec, britishColumbia)).hasSize(1);
    }

    @Test
    @Order(2)
    void a_government_accedes_to_an_amended_entente_once_two_officers_have_read_the_new_text() {
        assertThat(join(ontario, quebec, "first")).isInstanceOf(Decided.Asked.class);
        UUID read = waiting().id();
        String first = Joining.of(waiting().decision()).document();
        amend(NAME, withOneStepOfQuebec(open(NAME)), "Version 2");
        awaitNumber(2, quebec, britishColumbia);

        assertThat(ontario.bean(DecideByTwo.class).join(read, first, "second", Instant.now()))
                .contains(new Decided.Performed<>(new AccessionOutcome.OtherText()));
        assertThat(join(ontario, quebec, "second")).isInstanceOf(Decided.Asked.class);
        assertThat(ontario.bean(Holdings.class).find(NAME)).isEmpty();
        assertThat(Joining.of(waiting().decision()))
                .extracting(Joining::version, Joining::document)
                .containsExactly(2, held(quebec).entente().hash());

        assertThat(join(ontario, quebec, "first"))
                .isInstanceOfSatisfying(
                        Decided.Performed.class,
                        done -> assertThat(done.outcome()).isInstanceOf(AccessionOutcome.Requested.class));
        awaitNumber(3, quebec, britishColumbia, ontario);
        assertThat(hashes(quebec, britishColumbia, ontario)).hasSize(1);
        assertThat(held(ontario).entente().version()).isEqualTo(2);
    }

    private FirstWord waiting() {
        return ontario.bean(Decisions.class).waiting(Instant.now()).getFirst();
    }

    @Test
    @Order(3)
    void the_page_tells_of_each_version_who_signed_it_and_of_each_party_how_it_came() throws Exception {
        ObjectNode draft = open(NAME);
        draft.remove("parties");
        String inForce = held(quebec, NAME).entente().hash();
        assertThat(counter(britishColumbia, NAME, inForce, draft, "Version 3", Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
        for (TestNode node : List.of(quebec, ontario)) {
            await().atMost(PATIENCE).until(() -> held(node, NAME).talks().isPresent());
            agree(node, NAME);
        }
        assertThat(page().select("tr").text()).doesNotContain("version 3");
        List.of(quebec, britishColumbia, ontario).forEach(node -> sign(node, NAME));
        awaitNumber(4, quebec, britishColumbia, ontario);

        Document page = page();
        assertThat(step(page, 1))
                .contains("Entry into force")
                .contains("british-columbia")
                .doesNotContain("ontario");
        assertThat(step(page, 2)).contains("Version 2 comes into force").doesNotContain("ontario");
        assertThat(step(page, 3)).contains("Accession", "ontario").doesNotContain("british-columbia");
        assertThat(step(page, 4)).contains("Version 3 comes into force", "british-columbia, ontario");
        assertThat(page.text()).contains("Proposal of version 3", "4 verified signatures of 4");
        assertThat(page.select("tr:contains(Original party)").eachText())
                .hasSize(2)
                .noneMatch(row -> row.contains("ontario"));
    }

    private Document page() throws Exception {
        return Jsoup.parse(
                new Answers(quebec.origin()).get("/en/ententes/" + NAME).body());
    }

    /** The row of a transition in the table of what has happened. */
    private static String step(Document page, int number) {
        return page.select("tr").stream()
                .filter(row -> !row.select("td").isEmpty()
                        && row.select("td").getFirst().text().equals(String.valueOf(number)))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    @Order(4)
    void a_version_that_all_have_signed_and_that_waits_for_its_day_is_changed_by_no_move() {
        conclude(open(LATER), quebec, britishColumbia);
        ObjectNode next = open(LATER);
        String day = Instant.now()
                .plus(Duration.ofDays(200))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        next.withObject("/term").put("from", day);
        next.path("golden_cases").forEach(golden -> ((ObjectNode) golden).put("at", day));
        amend(LATER, next, "Version 2");
        await().atMost(PATIENCE)
                .until(() -> talks(britishColumbia, LATER).signatures().areComplete()
                        && talks(quebec, LATER).signatures().areComplete());
        Entente signed = talks(quebec, LATER).text();
        for (Instant now : List.of(Instant.now(), Instant.now().plus(Duration.ofDays(91)))) {
            String predecessor = now.isBefore(talks(quebec, LATER).negotiation().expiresAt())
                    ? signed.hash()
                    : signed.supersedes().orElseThrow();
            assertThat(counter(britishColumbia, LATER, predecessor, open(LATER), "Other", now))
                    .isNotInstanceOf(MoveOutcome.Done.class);
            assertThat(talks(britishColumbia, LATER).text()).isEqualTo(signed);
        }
    }

    @Test
    @Order(5)
    void who_has_heard_of_nothing_asks_whoever_has_and_nobody_else() {
        Instant now = Instant.now();
        ObjectNode table = Json.newObject()
                .put("entente", quebec.origin() + "/ententes/never")
                .put("version", 1);
        table.putArray("moves");
        table.putArray("signed");
        assertThat(receive(table, now)).isInstanceOf(ReceiveOutcome.Refused.class);
        table.withArray("/moves").add("A".repeat(43));
        assertThat(receive(table, now)).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(receive(table.put("version", 2), now)).isInstanceOf(ReceiveOutcome.Refused.class);
        table.put("version", 1).withArray("/signed").add("CA-QC");
        assertThat(receive(table, now)).isInstanceOf(ReceiveOutcome.Accepted.class);
        table.withArray("/signed").add("MARIE-TREMBLAY-1990-04-12");
        assertThat(receive(table, now)).isInstanceOf(ReceiveOutcome.Refused.class);
        table.put("entente", "https://marie-tremblay.example/ententes/never").putArray("signed");
        assertThat(receive(table, now)).isInstanceOf(ReceiveOutcome.Refused.class);

        table.put("entente", quebec.origin() + "/ententes/" + NAME);
        table.withArray("/signed").add("CA-QC");
        assertThat(receive(table, now)).isInstanceOf(ReceiveOutcome.Accepted.class);
        table.withArray("/signed").add("MARIE-TREMBLAY-1990-04-12");
        assertThat(receive(table, now)).isInstanceOf(ReceiveOutcome.Refused.class);
    }

    private ReceiveOutcome receive(ObjectNode table, Instant now) {
        return britishColumbia
                .bean(TransactionOperations.class)
                .execute(
                        transaction -> britishColumbia.bean(TableReceiver.class).receive(quebec.origin(), table, now));
    }

    private void amend(String name, ObjectNode draft, String notice) {
        String inForce = held(quebec, name).entente().hash();
        assertThat(counter(britishColumbia, name, inForce, draft, notice, Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE).until(() -> held(quebec, name).talks().isPresent());
        agree(quebec, name);
        assertThat(talks(quebec, name).path())
                .as("what we stated and approved by counts for the next version")
                .isEqualTo(
                        held(quebec, name).party(quebec.origin()).orElseThrow().approval());
        assertThat(quebec.bean(ApproveEntente.class)
                        .approve(name, new Approving(talks(quebec, name).text().hash(), 1, "officer 1"), Instant.now()))
                .isInstanceOf(ApproveOutcome.Done.class);
        assertThat(quebec.bean(SignEntente.class)
                        .sign(name, talks(quebec, name).text().hash(), "client test", Instant.now()))
                .isInstanceOf(SignOutcome.NotApproved.class);
        sign(quebec, name);
        sign(britishColumbia, name);
    }

    private static MoveOutcome counter(
            TestNode by, String name, String predecessor, ObjectNode draft, String notice, Instant now) {
        draft.putObject("notice").put("fr", notice).put("en", notice);
        return by.bean(ReviseEntente.class).propose(name, predecessor, draft, "officer", now);
    }

    private static ObjectNode withOneStepOfQuebec(ObjectNode draft) {
        ((ArrayNode) draft.at("/parties/0/approval")).remove(1);
        return draft;
    }

    private ObjectNode open(String name) {
        ObjectNode draft = draft(quebec, britishColumbia).put("name", name);
        draft.withObject("/accession").put("approval", "open");
        return draft;
    }

    private static ObjectNode underKeysOf(Entente text, TestGovernment... parties) {
        ObjectNode json = text.json();
        for (int i = 0; i < parties.length; i++) {
            json.withObject("/parties/" + i)
                    .set("keys", parties[i].facts().keys().toJson());
        }
        return json;
    }

    /** As when some party's record shows the transition, with its text. */
    private static Verdict take(TestNode node, Held held, Transition transition, Entente text) {
        return node.bean(TransactionOperations.class).execute(transaction -> {
            node.bean(Ledger.class).open();
            return node.bean(TakeTransition.class).take(held, transition, hash -> Optional.of(text), Instant.now());
        });
    }
}
