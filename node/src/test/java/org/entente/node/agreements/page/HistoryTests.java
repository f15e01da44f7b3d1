package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Events.What;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page of an entente tells of versions, parties and keys that are not the present ones. */
class HistoryTests {
    private static final TestGovernment NEW_KEYS = TestGovernment.at(BRITISH_COLUMBIA.entity(), "CA-BC", "C.-B.");
    private static final TestGovernment NEWER_KEYS = TestGovernment.at(BRITISH_COLUMBIA.entity(), "CA-BC", "C.-B.");

    private final TestHistory history = TestHistory.begun();

    @Test
    void each_version_came_into_force_by_those_who_signed_it_and_not_by_who_joined_later() {
        history.act(ONTARIO, TestEntentes.accession(ONTARIO));
        history.enter(withOntario("Deuxième"), QUEBEC, BRITISH_COLUMBIA, ONTARIO);

        List<Step> steps = Step.all(history.held());
        assertThat(steps).extracting(Step::what).containsExactly("entry", "accede", "amended");
        assertThat(steps).extracting(Step::version).containsExactly(1, 1, 2);
        assertThat(steps).extracting(HistoryTests::who).containsExactly("CA-QC CA-BC", "CA-ON", "CA-QC CA-BC CA-ON");
    }

    @Test
    void a_suspension_by_a_quorum_and_its_end_name_whose_part_it_was_and_not_only_who_wanted_it() {
        history.act(ONTARIO, TestEntentes.accession(ONTARIO));
        List<TestGovernment> quorum = List.of(QUEBEC, ONTARIO);
        SignedAct suspension = history.act(quorum, TestEntentes.suspend(TestEntentes.wholeOf(BRITISH_COLUMBIA)));
        history.act(quorum, ActJson.lift(suspension.name()));
        history.act(ONTARIO, TestEntentes.suspend(new Target("CA-ON", Target.Direction.ISSUANCE, Set.of(), Set.of())));

        List<Step> steps = Step.all(history.held()).subList(2, 5);
        assertThat(steps).extracting(Step::what).containsExactly("suspend-both", "lift", "suspend-issuance");
        assertThat(steps).as("of all credentials").allMatch(step -> step.says().equals(step.what()));
        assertThat(steps).extracting(HistoryTests::who).containsExactly("CA-QC CA-ON", "CA-QC CA-ON", "CA-ON");
        assertThat(steps)
                .extracting(step -> step.target().map(Step.By::party).orElse(""))
                .containsExactly("CA-BC", "CA-BC", "CA-ON");
        assertThat(steps.getFirst().target().orElseThrow().name().fr()).isEqualTo("Colombie-Britannique");
    }

    @Test
    void a_suspension_of_some_credentials_and_its_end_say_of_which() {
        Target some = new Target(
                "CA-QC", Target.Direction.ISSUANCE, Set.of(TestEntentes.etatCivil()), Set.of(TestEntentes.IDENTITY));
        SignedAct suspension = history.act(QUEBEC, TestEntentes.suspend(some));
        history.act(QUEBEC, ActJson.lift(suspension.name()));

        List<Step> steps = Step.all(history.held()).subList(1, 3);
        assertThat(steps).extracting(Step::what).containsExactly("suspend-issuance", "lift");
        assertThat(steps).extracting(Step::says).containsExactly("suspend-issuance-some", "lift-some");
        assertThat(steps).extracting(Step::types).containsOnly(List.of(TestEntentes.IDENTITY));
        assertThat(steps).extracting(Step::issuers).containsOnly(List.of(TestEntentes.etatCivil()));
    }

    @Test
    void who_leaves_is_recognised_to_the_end_of_its_sunset_but_not_beyond_that_of_the_entente() {
        history.act(BRITISH_COLUMBIA, ActJson.withdraw());
        Member leaving = history.state().member("CA-BC").orElseThrow();
        assertThat(sunsets(history.held())).containsExactly(Optional.empty(), Optional.of(leaving.sunset()));

        for (Duration after : List.of(Duration.ofDays(1), Duration.ZERO)) {
            Instant over = leaving.until().plus(after);
            TestHistory shorter =
                    TestHistory.begun(draft -> draft.withObject("/term").put("until", over.toString()));
            shorter.act(BRITISH_COLUMBIA, ActJson.withdraw());
            assertThat(sunsets(shorter.held()).getLast())
                    .isEqualTo(after.isZero() ? Optional.empty() : Optional.of(over));
        }
    }

    @Test
    void a_party_is_called_as_it_was_called_then() {
        Entente renamed = history.next(json ->
                ((ObjectNode) json.at("/parties/1/name")).put("fr", "Columbia").put("en", "Columbia"));
        history.enter(renamed, QUEBEC, BRITISH_COLUMBIA);

        assertThat(Step.all(history.held()))
                .extracting(step -> step.who().getLast().name().fr())
                .containsExactly("Colombie-Britannique", "Columbia");
    }

    @Test
    void a_page_has_the_newest_steps_and_leads_to_the_older_ones() {
        List<Step> step = Step.all(history.held());
        List<Step> many = Collections.nCopies(Timeline.ON_A_PAGE + 2, step.getFirst());
        assertThat(Timeline.of(step, 1)).isEqualTo(new Timeline(step, 1, 1));
        assertThat(Timeline.of(many, 1).steps()).hasSize(Timeline.ON_A_PAGE);
        assertThat(Timeline.of(many, 1).hasOlder()).isTrue();
        assertThat(Timeline.of(many, 2).steps()).hasSize(2);
        assertThat(Timeline.of(many, 2).hasOlder()).isFalse();
        assertThat(Timeline.of(many, Integer.MAX_VALUE)).isEqualTo(Timeline.of(many, 2));
        assertThat(Timeline.of(many, -1)).isEqualTo(Timeline.of(many, 1));

        history.act(ONTARIO, TestEntentes.accession(ONTARIO));
        assertThat(view(history.held()).timeline().steps())
                .extracting(Step::what)
                .containsExactly("accede", "entry");
    }

    @Test
    void who_acceded_is_no_original_party_though_it_has_signed_a_later_version() {
        history.act(ONTARIO, TestEntentes.accession(ONTARIO));
        history.enter(withOntario("Deuxième"), QUEBEC, BRITISH_COLUMBIA, ONTARIO);

        assertThat(view(history.held()).parties())
                .extracting(EntenteView.PartyLine::acceded)
                .containsExactly(false, false, true);
    }

    @Test
    void a_signature_by_keys_that_were_pinned_between_proposal_and_signing_is_valid_for_good() {
        Entente proposed = history.next(json -> {});
        history.rollOver(BRITISH_COLUMBIA, NEW_KEYS);
        history.enter(proposed, QUEBEC, NEW_KEYS);
        assertThat(keys(history.held())).containsExactly(QUEBEC.keyId(), NEW_KEYS.keyId());

        history.rollOver(NEW_KEYS, NEWER_KEYS);
        assertThat(keys(history.held())).containsExactly(QUEBEC.keyId(), NEW_KEYS.keyId());
    }

    @Test
    void what_is_said_of_a_later_version_is_told_once_it_is_in_force_before_its_entry() {
        Entente first = history.held().entente();
        history.event(What.SIGNED, QUEBEC, first, TestHistory.START.minusSeconds(60));
        Entente next = history.next(json -> {});
        history.event(What.PROPOSED, BRITISH_COLUMBIA, next, TestHistory.START.plusSeconds(60));
        assertThat(Step.all(history.held())).extracting(Step::what).containsExactly("signed", "entry");

        history.event(What.SIGNED, QUEBEC, next, history.today().plus(Duration.ofMinutes(1)));
        history.enter(next, QUEBEC, BRITISH_COLUMBIA);
        List<Step> steps = Step.all(history.held());
        assertThat(steps).extracting(Step::what).containsExactly("signed", "entry", "proposed", "signed", "amended");
        assertThat(steps.get(2).hash()).contains(next.hash());
        assertThat(steps.getFirst().hash()).contains(first.hash());
    }

    private Entente withOntario(String notice) {
        return history.next(json -> {
            json.putObject("notice").put("fr", notice).put("en", notice);
            ObjectNode ontario = Draft.newcomer(ONTARIO.entity(), ONTARIO.facts(), statement());
            ((ArrayNode) json.path("parties")).add(ontario);
        });
    }

    private static ObjectNode statement() {
        ObjectNode statement = Json.newObject();
        statement.putArray("issuers");
        return statement;
    }

    private static EntenteView view(Held held) {
        return EntenteView.of(held, "CA-QC", 1, Instant.MIN, TestHistory.START.plus(Duration.ofDays(10)));
    }

    private static List<Optional<Instant>> sunsets(Held held) {
        return view(held).parties().stream().map(EntenteView.PartyLine::sunset).toList();
    }

    private static List<String> keys(Held held) {
        List<String> keys = new ArrayList<>();
        SignatureLine.all(held).forEach(line -> keys.add(line.keyId().orElse("none")));
        return keys;
    }

    private static String who(Step step) {
        return String.join(" ", step.who().stream().map(Step.By::party).toList());
    }
}
