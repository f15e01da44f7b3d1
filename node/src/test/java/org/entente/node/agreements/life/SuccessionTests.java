package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.accession;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.heard;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.named;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A later version in place of an earlier one, and a party's keys in place of its earlier ones. */
class SuccessionTests {
    private static final TestGovernment NEW_KEYS = TestGovernment.at(BRITISH_COLUMBIA.entity(), "CA-BC", "C.-B.");
    private static final TestGovernment NEW_DEPOSITARY = TestGovernment.at(QUEBEC.entity(), "CA-QC", "Québec");

    @Test
    void the_version_before_ends_when_all_have_signed_the_next_one() {
        EntenteState state = inForce();
        Entente next = next(state, json -> {});
        EntenteState after = succeeded(state, next);
        assertThat(after.entente()).isEqualTo(next);
        assertThat(after.number()).isEqualTo(state.number() + 1);
        assertThat(after.earlier()).containsExactly(state.entente().hash());
        assertThat(after.members().keySet())
                .containsExactlyElementsOf(state.members().keySet());
        assertThat(after.member("CA-BC").orElseThrow().since())
                .isEqualTo(state.member("CA-BC").orElseThrow().since());
    }

    @Test
    void what_a_party_said_of_its_own_part_under_a_version_that_was_given_up_counts_under_the_one_before() {
        EntenteState state = inForce();
        EntenteState after = succeeded(state, next(state, json -> {}));
        SignedAct own = act(BRITISH_COLUMBIA, "suspend-1", after, suspend(wholeOf(BRITISH_COLUMBIA)));
        SignedAct lift = act(BRITISH_COLUMBIA, "lift-0001", after, ActJson.lift(own.name()));
        assertThat(state.objection(own, List.of(own), NOW)).isEmpty();
        assertThat(state.objection(lift, List.of(own, lift), NOW)).isEmpty();
        assertThat(applied(state, ordered(state, own)).suspensions()).containsOnlyKeys(own.name());
        SignedAct against = act(BRITISH_COLUMBIA, "suspend-2", after, suspend(wholeOf(QUEBEC)));
        assertThat(state.objection(against, List.of(), NOW)).contains(Rejection.OTHER_DOCUMENT);
    }

    @Test
    void does_not_come_into_force_before_its_day() {
        EntenteState state = inForce();
        Entente later = next(
                state,
                json -> json.withObject("/term")
                        .put("from", NOW.plus(Duration.ofDays(30)).toString()));
        assertRejected(Rejection.WRONG_TIME, state, later, QUEBEC, BRITISH_COLUMBIA);
    }

    @Test
    void does_not_come_into_force_without_every_signature_or_for_somebody_who_does_not_know_it() {
        EntenteState state = inForce();
        Entente next = next(state, json -> {});
        assertRejected(Rejection.SIGNATURE_MISSING, state, next, QUEBEC);
        assertThat(state.apply(enter(state, next, QUEBEC, BRITISH_COLUMBIA), hash -> Optional.empty(), NOW))
                .isEqualTo(new Verdict.Rejected(Rejection.DOCUMENT_MISSING));
    }

    @Test
    void replaces_only_the_version_in_force() {
        EntenteState state = inForce();
        assertRejected(
                Rejection.NOT_THE_NEXT_VERSION,
                state,
                next(state, json -> json.put("version", 3)),
                QUEBEC,
                BRITISH_COLUMBIA);
        assertRejected(
                Rejection.NOT_THE_NEXT_VERSION,
                state,
                next(state, json -> json.put("supersedes", "A".repeat(43))),
                QUEBEC,
                BRITISH_COLUMBIA);
        assertRejected(Rejection.WRONG_CONTENT, state, state.entente(), QUEBEC, BRITISH_COLUMBIA);
        EntenteState after = succeeded(state, next(state, json -> {}));
        assertRejected(
                Rejection.NOT_THE_NEXT_VERSION,
                after,
                next(state, json -> {
                    json.putObject("notice").put("fr", "Autre").put("en", "Other");
                }),
                QUEBEC,
                BRITISH_COLUMBIA);
    }

    @Test
    void there_are_no_more_versions_than_a_record_carries_so_that_everybody_can_still_read_it() {
        EntenteState before = inForce();
        Entente last = Entente.parse(before.entente()
                .json()
                .put("version", EntenteState.MAX_VERSIONS)
                .put("supersedes", "A".repeat(43)));
        EntenteState state = GoldenCases.asSigned(last);
        assertRejected(Rejection.NOT_THE_NEXT_VERSION, state, next(state, json -> {}), QUEBEC, BRITISH_COLUMBIA);
    }

    @Test
    void leaves_nobody_out_who_stays_bound() {
        EntenteState state = inForce(
                org.entente.node.agreements.TestEntentes.entente(
                        draft -> draft.withObject("/accession").put("approval", "open")),
                QUEBEC,
                BRITISH_COLUMBIA);
        EntenteState wider = applied(state, ordered(state, act(ONTARIO, "accede-001", state, accession(ONTARIO))));
        assertRejected(Rejection.NOT_THE_NEXT_VERSION, wider, next(state, json -> {}), QUEBEC, BRITISH_COLUMBIA);
        EntenteState leaving = applied(wider, ordered(wider, act(ONTARIO, "leaves-001", wider, ActJson.withdraw())));
        EntenteState after = succeeded(leaving, next(state, json -> {}));
        assertThat(after.member("CA-ON").orElseThrow())
                .isEqualTo(leaving.member("CA-ON").orElseThrow());
    }

    @Test
    void what_is_suspended_stays_so_and_what_a_party_said_before_still_counts() {
        EntenteState state = inForce();
        EntenteState suspended =
                applied(state, ordered(state, act(QUEBEC, "suspend-1", state, suspend(wholeOf(QUEBEC)))));
        SignedAct waiting = act(BRITISH_COLUMBIA, "suspend-2", suspended, suspend(wholeOf(BRITISH_COLUMBIA)));
        EntenteState after = succeeded(suspended, next(state, json -> {}));
        assertThat(after.suspensions()).containsKey(named("CA-QC.suspend-1"));
        assertThat(applied(after, ordered(after, waiting)).suspensions())
                .containsKeys(named("CA-QC.suspend-1"), named("CA-BC.suspend-2"));
        assertThat(after.objection(act(QUEBEC, "suspend-1", suspended, suspend(wholeOf(QUEBEC))), List.of(), NOW))
                .contains(Rejection.SPENT);
    }

    @Test
    void a_newcomer_joins_one_text_only() {
        EntenteState state = inForce();
        SignedAct accession = act(ONTARIO, "accede-001", state, accession(ONTARIO));
        EntenteState after = succeeded(state, next(state, json -> {}));
        assertThat(after.objection(accession, List.of(), NOW)).contains(Rejection.OTHER_DOCUMENT);
    }

    @Test
    void a_party_that_changes_its_keys_signs_with_the_new_ones_from_then_on() {
        EntenteState state = inForce();
        EntenteState after = applied(state, ordered(state, rollOver(BRITISH_COLUMBIA, NEW_KEYS, state)));
        SignedAct old = act(BRITISH_COLUMBIA, "leaves-001", after, ActJson.withdraw());
        SignedAct fresh = act(NEW_KEYS, "suspend-2", after, suspend(wholeOf(BRITISH_COLUMBIA)));
        assertThat(after.objection(old, List.of(), NOW)).contains(Rejection.FORGED);
        assertThat(applied(after, ordered(after, fresh)).suspensions()).containsKey(named("CA-BC.suspend-2"));
    }

    @Test
    void a_suspension_that_waits_is_not_undone_by_its_own_partys_change_of_keys() {
        EntenteState state = inForce();
        SignedAct waiting = act(BRITISH_COLUMBIA, "suspend-1", state, suspend(wholeOf(BRITISH_COLUMBIA)));
        EntenteState after = applied(state, ordered(state, rollOver(BRITISH_COLUMBIA, NEW_KEYS, state)));
        assertThat(after.objection(waiting, List.of(), NOW)).isEmpty();
        assertThat(after.overlaid(heard(waiting)).suspensions()).containsKey(named("CA-BC.suspend-1"));
        assertThat(applied(after, ordered(after, waiting)).suspensions()).containsKey(named("CA-BC.suspend-1"));
    }

    @Test
    void nobody_comes_into_a_later_version_in_a_partys_place_by_keys_that_the_depositary_made_up() {
        EntenteState state = inForce();
        Entente forged = next(
                state,
                json -> json.withObject("/parties/1")
                        .set("keys", NEW_KEYS.facts().keys().toJson()));
        assertRejected(Rejection.SIGNATURE_MISSING, state, forged, QUEBEC, NEW_KEYS);
        Entente moved = next(state, json -> json.withObject("/parties/1").put("entity", "https://elsewhere.example"));
        assertRejected(Rejection.NOT_THE_NEXT_VERSION, state, moved, QUEBEC, BRITISH_COLUMBIA);
    }

    @Test
    void a_later_version_restores_no_keys_that_a_party_gave_up_and_is_signed_by_those_that_it_has() {
        EntenteState state = inForce();
        Entente next = next(state, json -> {});
        EntenteState rolled = applied(state, ordered(state, rollOver(BRITISH_COLUMBIA, NEW_KEYS, state)));
        assertRejected(Rejection.SIGNATURE_MISSING, rolled, next, QUEBEC, BRITISH_COLUMBIA);
        Verdict verdict = rolled.apply(enter(rolled, next, QUEBEC, NEW_KEYS), hash -> Optional.of(next), NOW);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Applied.class,
                        applied -> assertThat(applied.state()
                                        .member("CA-BC")
                                        .orElseThrow()
                                        .party()
                                        .keys())
                                .isEqualTo(NEW_KEYS.facts().keys()));
    }

    @Test
    void only_the_keys_before_change_the_keys_and_to_nobody_elses() {
        EntenteState state = inForce();
        SignedAct forged = TestEntentes.sign(
                NEW_KEYS,
                "roll-over1",
                state,
                "CA-BC",
                NOW,
                ActJson.rollOver(NEW_KEYS.facts().keys()));
        assertThat(state.objection(forged, List.of(), NOW)).contains(Rejection.FORGED);
        SignedAct taken = act(
                BRITISH_COLUMBIA,
                "roll-over2",
                state,
                ActJson.rollOver(QUEBEC.facts().keys()));
        assertThat(state.objection(taken, List.of(), NOW)).contains(Rejection.KEYS_TAKEN);
        SignedAct stale = rollOver(BRITISH_COLUMBIA, NEW_KEYS, state);
        EntenteState after = applied(state, ordered(state, stale));
        assertThat(after.objection(
                        act(
                                BRITISH_COLUMBIA,
                                "roll-back1",
                                after,
                                ActJson.rollOver(BRITISH_COLUMBIA.facts().keys())),
                        List.of(),
                        NOW))
                .contains(Rejection.FORGED);
    }

    @Test
    void the_depositary_changes_its_own_keys_in_the_chain_so_that_who_was_away_can_follow() {
        EntenteState away = inForce();
        Transition change = ordered(away, rollOver(QUEBEC, NEW_DEPOSITARY, away));
        EntenteState after = applied(away, change);
        SignedAct act = act(BRITISH_COLUMBIA, "suspend-1", after, suspend(wholeOf(BRITISH_COLUMBIA)));
        Transition byOld = ordered(after, act);
        Transition byNew = Transition.order(NEW_DEPOSITARY, after, new Transition.Content.Acts(List.of(act)), NOW);
        assertThat(after.apply(byOld, NOW)).isEqualTo(new Verdict.Rejected(Rejection.NOT_BY_DEPOSITARY));
        assertThat(away.apply(byNew, NOW)).isEqualTo(new Verdict.Rejected(Rejection.NOT_BY_DEPOSITARY));
        assertThat(applied(applied(away, change), byNew).suspensions()).containsKey(named("CA-BC.suspend-1"));
    }

    @Test
    void keys_that_are_not_of_the_form_are_refused() {
        EntenteState state = inForce();
        for (ObjectNode keys : List.of(Json.newObject(), Jwks.of().toJson(), (ObjectNode)
                Json.object("{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"kid\":\"x\"}]}"))) {
            ObjectNode members = Json.newObject().put("act", "roll-over");
            members.set("keys", keys);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> act(BRITISH_COLUMBIA, "roll-over3", state, new ActJson.Written(members)))
                    .isInstanceOf(org.entente.protocols.ProtocolError.class);
        }
    }

    private static SignedAct rollOver(TestGovernment from, TestGovernment to, EntenteState state) {
        return act(from, "roll-over0", state, ActJson.rollOver(to.facts().keys()));
    }

    static Entente next(EntenteState state, Consumer<ObjectNode> change) {
        ObjectNode json = state.entente().json();
        json.put("version", state.entente().version() + 1)
                .put("supersedes", state.entente().hash());
        change.accept(json);
        return Entente.parse(json);
    }

    private static Transition enter(EntenteState state, Entente text, TestGovernment... signatories) {
        ArrayNode signatures = Json.newArray();
        for (TestGovernment one : signatories) {
            signatures.add(Signatures.sign(text, one));
        }
        return Transition.enter(QUEBEC, state, text, signatures, NOW);
    }

    private static EntenteState succeeded(EntenteState state, Entente text) {
        return switch (state.apply(enter(state, text, QUEBEC, BRITISH_COLUMBIA), hash -> Optional.of(text), NOW)) {
            case Verdict.Applied(EntenteState after) -> after;
            case Verdict.Rejected(var reason) -> throw new AssertionError(reason);
        };
    }

    static void assertRejected(Rejection reason, EntenteState state, Entente text, TestGovernment... signatories) {
        assertThat(state.apply(enter(state, text, signatories), hash -> Optional.of(text), NOW))
                .isEqualTo(new Verdict.Rejected(reason));
    }
}
