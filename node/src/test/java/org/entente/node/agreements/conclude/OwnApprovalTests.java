package org.entente.node.agreements.conclude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.agree;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.propose;
import static org.entente.node.agreements.TestParties.sign;
import static org.entente.node.agreements.TestParties.talks;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.agreements.conclude.ApproveEntente.Approving;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.drafting.BeginDraft;
import org.entente.node.agreements.drafting.Drafts;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Talks;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.node.ObjectNode;

/** Québec writes one step of approval for two others: for one that has stated nothing, and for one whose settings state three. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnApprovalTests {
    private static final String WITH_ONTARIO = "quebec-ontario";
    private static final String AGAIN = "once-more";

    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final TestNode ontario = government("ontario", "CA-ON", threeSteps());

    @AfterAll
    void close() {
        ontario.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void who_has_stated_nothing_approves_by_two_officers_whatever_another_wrote_for_it() {
        introduce(quebec, britishColumbia);
        introduce(quebec, ontario);
        propose(quebec, draft(quebec, britishColumbia));
        arrives(britishColumbia, NAME);
        Talks talks = talks(britishColumbia, NAME);
        assertThat(stated(britishColumbia, NAME)).hasSize(1);
        assertThat(talks.ours().source()).isEqualTo(Talks.Source.TWO_OFFICERS);
        assertThat(talks.path()).extracting(Party.Approval::byAnother).containsExactly(false, true);

        agree(britishColumbia, NAME);
        await().atMost(PATIENCE).until(() -> talks(britishColumbia, NAME).isAgreed());
        assertThat(take(britishColumbia, 1, "one")).isInstanceOf(ApproveOutcome.Done.class);
        assertThat(signed(britishColumbia, "two"))
                .as("the step that Québec wrote was taken, by one, and another signs")
                .isInstanceOf(SignOutcome.NotApproved.class);
        assertThat(take(britishColumbia, 2, "one")).isInstanceOf(ApproveOutcome.SameOfficer.class);
        assertThat(take(britishColumbia, 2, "two")).isInstanceOf(ApproveOutcome.Done.class);
        assertThat(signed(britishColumbia, "two")).isInstanceOf(SignOutcome.SameOfficer.class);
        assertThat(signed(britishColumbia, "one")).isInstanceOf(SignOutcome.Done.class);
        sign(quebec, NAME);
        awaitNumber(1, quebec, britishColumbia);
    }

    @Test
    @Order(2)
    void a_draft_that_answers_another_states_of_us_what_we_approve_by() {
        propose(quebec, withOntario());
        arrives(ontario, WITH_ONTARIO);
        var begun = ontario.bean(BeginDraft.class)
                .fromText(WITH_ONTARIO, talks(ontario, WITH_ONTARIO).text().hash(), Instant.now());
        assertThat(begun).isInstanceOfSatisfying(BeginDraft.Outcome.Begun.class, kept -> {
            ObjectNode json =
                    ontario.bean(Drafts.class).find(kept.id()).orElseThrow().json();
            assertThat(json.at("/parties/1/entity").asString())
                    .isEqualTo(ontario.origin().toString());
            assertThat(json.at("/parties/1/approval")).hasSize(3);
        });
    }

    @Test
    @Order(3)
    void the_steps_of_the_settings_count_before_and_after_a_text_of_another_is_in_force() {
        assertThat(stated(ontario, WITH_ONTARIO)).hasSize(1);
        approvesByThree(ontario);
        agree(ontario, WITH_ONTARIO);
        sign(ontario, WITH_ONTARIO);
        sign(quebec, WITH_ONTARIO);
        for (TestNode node : List.of(quebec, ontario)) {
            await().atMost(PATIENCE)
                    .until(() -> held(node, WITH_ONTARIO).chain().hasEntered());
        }
        String inForce = held(quebec, WITH_ONTARIO).entente().hash();
        ObjectNode next = withOntario();
        next.putObject("notice").put("fr", "Encore une étape.").put("en", "One step again.");
        assertThat(quebec.bean(ReviseEntente.class).propose(WITH_ONTARIO, inForce, next, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE).until(() -> held(ontario, WITH_ONTARIO).talks().isPresent());
        assertThat(stated(ontario, WITH_ONTARIO)).hasSize(1);
        approvesByThree(ontario);
    }

    @Test
    @Order(4)
    void a_step_that_was_taken_by_one_path_counts_under_no_other() {
        ObjectNode first = draft(quebec, britishColumbia).put("name", AGAIN);
        propose(quebec, first);
        arrives(britishColumbia, AGAIN);
        String text = talks(britishColumbia, AGAIN).text().hash();
        agree(britishColumbia, AGAIN);
        await().atMost(PATIENCE).until(() -> talks(britishColumbia, AGAIN).isAgreed());
        assertThat(take(britishColumbia, AGAIN, 1, "one")).isInstanceOf(ApproveOutcome.Done.class);
        assertThat(talks(britishColumbia, AGAIN).approvals()).hasSize(1);

        ObjectNode other = first.deepCopy();
        other.putObject("notice").put("fr", "Une seule étape.").put("en", "One step alone.");
        counter(britishColumbia, text, other);
        String answer = talks(britishColumbia, AGAIN).text().hash();
        await().atMost(PATIENCE).until(() -> talks(quebec, AGAIN).text().hash().equals(answer));
        counter(quebec, answer, first);
        await().atMost(PATIENCE)
                .until(() -> talks(britishColumbia, AGAIN).text().hash().equals(text));
        agree(britishColumbia, AGAIN);
        await().atMost(PATIENCE).until(() -> talks(britishColumbia, AGAIN).isAgreed());

        assertThat(talks(britishColumbia, AGAIN).path())
                .as("what we put on the table ourselves")
                .hasSize(1);
        assertThat(talks(britishColumbia, AGAIN).approvals()).isEmpty();
        assertThat(signed(britishColumbia, AGAIN, "three")).isInstanceOf(SignOutcome.NotApproved.class);
        assertThat(take(britishColumbia, AGAIN, 1, "two")).isInstanceOf(ApproveOutcome.Done.class);
        assertThat(signed(britishColumbia, AGAIN, "three")).isInstanceOf(SignOutcome.Done.class);
    }

    @Test
    @Order(5)
    void what_another_wrote_does_not_count_once_it_is_in_force_either() {
        String inForce = held(britishColumbia, NAME).entente().hash();
        ObjectNode next = draft(quebec, britishColumbia);
        next.putObject("notice").put("fr", "La suite.").put("en", "What follows.");
        assertThat(quebec.bean(ReviseEntente.class).propose(NAME, inForce, next, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE).until(() -> held(britishColumbia, NAME).talks().isPresent());
        assertThat(stated(britishColumbia, NAME)).hasSize(1);
        assertThat(talks(britishColumbia, NAME).ours().source()).isEqualTo(Talks.Source.TWO_OFFICERS);
        assertThat(talks(quebec, NAME).ours().source())
                .as("who wrote its own steps and approved by them")
                .isEqualTo(Talks.Source.IN_FORCE);
    }

    private static void counter(TestNode node, String predecessor, ObjectNode draft) {
        assertThat(node.bean(ReviseEntente.class).propose(AGAIN, predecessor, draft, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
    }

    private static void approvesByThree(TestNode node) {
        Talks talks = talks(node, WITH_ONTARIO);
        assertThat(talks.ours().source()).isEqualTo(Talks.Source.SETTINGS);
        assertThat(talks.path())
                .extracting(step -> step.step().en())
                .containsExactly("Advice of the treasury", "Minister’s signature", "Order in council");
        assertThat(talks.path().getLast().byAnother()).isTrue();
    }

    private ObjectNode withOntario() {
        ObjectNode draft = Json.object(Json.write(draft(quebec, ontario)).replace("CA-BC", "CA-ON"));
        return draft.put("name", WITH_ONTARIO);
    }

    private static void arrives(TestNode node, String name) {
        await().atMost(PATIENCE)
                .until(() -> node.bean(Holdings.class).find(name).isPresent());
    }

    private static List<Party.Approval> stated(TestNode node, String name) {
        return talks(node, name).text().parties().stream()
                .filter(party -> party.entity().equals(node.origin()))
                .findFirst()
                .orElseThrow()
                .approval();
    }

    private static ApproveOutcome take(TestNode node, int step, String officer) {
        return take(node, NAME, step, officer);
    }

    private static ApproveOutcome take(TestNode node, String name, int step, String officer) {
        String text = talks(node, name).text().hash();
        return node.bean(ApproveEntente.class).approve(name, new Approving(text, step, officer), Instant.now());
    }

    private static SignOutcome signed(TestNode node, String officer) {
        return signed(node, NAME, officer);
    }

    private static SignOutcome signed(TestNode node, String name, String officer) {
        String text = talks(node, name).text().hash();
        return node.bean(SignEntente.class).sign(name, text, officer, Instant.now());
    }

    private static Map<String, Object> threeSteps() {
        Map<String, Object> settings = new HashMap<>();
        step(settings, 0, "Avis du trésor", "Advice of the treasury");
        step(settings, 1, "Signature du ministre", "Minister’s signature");
        step(settings, 2, "Décret", "Order in council");
        settings.put("entente.agreements.approval[2].by-another", "true");
        return settings;
    }

    private static void step(Map<String, Object> settings, int number, String fr, String en) {
        String step = "entente.agreements.approval[" + number + "].";
        settings.put(step + "step.fr", fr);
        settings.put(step + "step.en", en);
        settings.put(step + "office.fr", "Ontario");
        settings.put(step + "office.en", "Ontario");
    }
}
