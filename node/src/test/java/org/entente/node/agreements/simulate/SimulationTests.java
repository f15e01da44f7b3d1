package org.entente.node.agreements.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.RESIDENCE;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.AskedShapes.Shape;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.simulate.Effect.Basis;
import org.entente.node.agreements.simulate.Effect.Kind;
import org.entente.node.kernel.Jurisdiction;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SimulationTests {
    private static final EntenteState STATE = TestEntentes.inForce();
    private static final URI NEWCOMER = URI.create("https://ca-on.invalid/o/newcomer");
    private static final Shape ARRIVAL = shape("name", "birthdate");

    @Test
    void nothing_changes_where_nothing_is_changed() {
        Simulation simulation = simulate();
        assertThat(simulation.effects()).isEmpty();
        assertThat(simulation.tried())
                .as("every example, and the shape once for each issuer of the type")
                .isEqualTo(STATE.entente().goldenCases().size() + 2);
    }

    @Test
    void a_claim_that_is_dropped_makes_requests_ask_for_too_much() {
        Simulation simulation = simulate(new Change.Drops(ClaimPath.of("birthdate")));
        assertThat(requests(simulation)).singleElement().satisfies(effect -> {
            assertThat(effect.kind()).isEqualTo(Kind.OVER_ASKS);
            assertThat(effect.issuer()).isEqualTo(etatCivil());
            assertThat(effect.count()).isEqualTo(7);
            assertThat(effect.after().en()).contains("3.1: birthdate");
        });
        assertThatThrownBy(() -> simulate(Stream.of("name", "given_name", "family_name", "birthdate", "pseudonyms")
                        .map(ClaimPath::of)
                        .map(Change.Drops::new)
                        .toArray(Change[]::new)))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    void who_joins_at_the_level_that_clauses_demand_makes_requests_newly_work() {
        Simulation joined = simulate(new Change.Joins("CA-ON", Jurisdiction.Kind.PROVINCE, 2));
        assertThat(requests(joined)).singleElement().satisfies(effect -> {
            assertThat(effect.kind()).isEqualTo(Kind.NEWLY_WORKS);
            assertThat(effect.issuer()).isEqualTo(URI.create("https://ca-on.invalid/o/newcomer"));
        });
        assertThat(requests(simulate(new Change.Joins("CA-ON", Jurisdiction.Kind.PROVINCE, 1))))
                .isEmpty();
    }

    @Test
    void who_joins_at_the_level_to_which_all_clauses_rise_is_the_one_that_is_still_accepted() {
        Simulation together = simulate(joins(3), new Change.Raises(3));
        assertThat(requests(together))
                .extracting(effect -> effect.issuer() + " " + effect.kind())
                .containsExactlyInAnyOrder(etatCivil() + " BREAKS", NEWCOMER + " NEWLY_WORKS");
        assertThat(requests(simulate(joins(2), new Change.Raises(3))))
                .extracting(Effect::kind)
                .containsExactly(Kind.BREAKS);
    }

    @Test
    void who_joins_at_a_level_is_accepted_under_the_clauses_of_that_level_alone() {
        var two = entente(changed -> {
            ((ObjectNode) changed.at("/clauses/0/assurance")).put("level", 3);
            ((ObjectNode) changed.at("/clauses/2/assurance")).put("level", 1);
        });
        EntenteState state = TestEntentes.inForce(two, QUEBEC, BRITISH_COLUMBIA);
        Simulation joined = Simulation.of(state, two, List.of(joins(1)), List.of(ARRIVAL), NOW);
        assertThat(requests(joined)).isEmpty();
        assertThat(joined.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.basis()).isEqualTo(Basis.POSSIBLE);
            assertThat(effect.verifier()).isEqualTo(etatCivil());
            assertThat(effect.issuer()).isEqualTo(NEWCOMER);
        });
    }

    @Test
    void an_issuer_that_reaches_one_clauses_higher_level_reaches_the_lower_one_of_another() {
        var two = entente(changed -> ((ObjectNode) changed.at("/clauses/2/assurance")).put("level", 3));
        EntenteState state = TestEntentes.inForce(two, QUEBEC, BRITISH_COLUMBIA);
        Shape certificate =
                new Shape(etatCivil(), "civil-status-certificate", IDENTITY, Set.of(ClaimPath.of("name")), 3);
        Simulation raised =
                Simulation.of(state, two, List.of(new Change.Raises(3)), List.of(ARRIVAL, certificate), NOW);
        assertThat(requests(raised))
                .as("British Columbia reaches 3, Québec is asked for 2 today")
                .extracting(Effect::issuer)
                .containsExactly(etatCivil());
    }

    @Test
    void a_text_that_demands_a_higher_level_breaks_what_reaches_the_one_of_today() {
        var draft = entente(changed -> ((ObjectNode) changed.at("/clauses/0/assurance")).put("level", 3));
        assertThat(requests(Simulation.of(STATE, draft, List.of(), List.of(ARRIVAL), NOW)))
                .extracting(Effect::kind)
                .containsExactly(Kind.BREAKS);
    }

    @Test
    void what_a_newcomer_could_ask_and_be_asked_for_is_tried_though_nobody_has_asked_it_yet() {
        assertThat(possible(simulate(joins(2))))
                .as("as an issuer: what no service here has asked for")
                .containsExactlyInAnyOrder(
                        citizenServices() + " asks " + NEWCOMER + " for " + RESIDENCE,
                        etatCivil() + " asks " + NEWCOMER + " for " + IDENTITY);
        var open = entente(changed -> ((ObjectNode) changed.at("/clauses/2")).put("verifiers", "all-parties"));
        EntenteState state = TestEntentes.inForce(open, QUEBEC, BRITISH_COLUMBIA);
        assertThat(possible(Simulation.of(state, open, List.of(joins(2)), List.of(), NOW)))
                .as("as a service: under the clause that means all")
                .contains(
                        NEWCOMER + " asks " + etatCivil() + " for " + IDENTITY,
                        NEWCOMER + " asks " + citizenServices() + " for " + IDENTITY)
                .doesNotContain(NEWCOMER + " asks " + NEWCOMER + " for " + IDENTITY);
    }

    @Test
    void what_two_clauses_answer_is_tried_once() {
        var twice = entente(changed -> {
            ArrayNode clauses = (ArrayNode) changed.path("clauses");
            clauses.add(((ObjectNode) clauses.get(2)).deepCopy().put("number", "3.9"));
        });
        EntenteState state = TestEntentes.inForce(twice, QUEBEC, BRITISH_COLUMBIA);
        assertThat(possible(Simulation.of(state, twice, List.of(joins(2)), List.of(), NOW)))
                .containsExactlyElementsOf(
                        possible(Simulation.of(STATE, STATE.entente(), List.of(joins(2)), List.of(), NOW)));
    }

    @Test
    void what_a_newcomer_could_ask_leaves_out_what_is_dropped_at_the_same_time() {
        Simulation both = simulate(joins(2), new Change.Drops(ClaimPath.of("address", "locality")));
        assertThat(both.effects())
                .filteredOn(effect -> effect.basis() == Basis.POSSIBLE
                        && effect.credentialType().equals(RESIDENCE))
                .singleElement()
                .satisfies(effect -> assertThat(effect.claims()).containsExactly(ClaimPath.of("name")));
    }

    @Test
    void an_authority_or_a_list_of_one_party_is_none_of_the_newcomers() {
        Change ends = new Change.Expires("CA-QC", NOW.minusSeconds(1));
        for (Change other : List.of(new Change.Rotates("CA-QC"), ends)) {
            assertThat(requests(simulate(joins(2), other)))
                    .extracting(effect -> effect.issuer() + " " + effect.kind())
                    .containsExactlyInAnyOrder(etatCivil() + " BREAKS", NEWCOMER + " NEWLY_WORKS");
        }
    }

    @Test
    void nobody_joins_twice() {
        assertThatThrownBy(() -> simulate(new Change.Joins("CA-BC", Jurisdiction.Kind.PROVINCE, 4)))
                .isInstanceOfSatisfying(
                        ProtocolError.class, error -> assertThat(error.code()).isEqualTo("already_party"));
    }

    @Test
    void part_of_a_claim_that_is_dropped_makes_requests_for_it_or_for_the_whole_ask_for_too_much() {
        Change drop = new Change.Drops(ClaimPath.of("birthdate", "year"));
        assertThat(requests(simulate(drop))).singleElement().satisfies(effect -> {
            assertThat(effect.kind()).isEqualTo(Kind.OVER_ASKS);
            assertThat(effect.after().en()).contains("no clause would permit any more");
        });
        Simulation other = Simulation.of(STATE, STATE.entente(), List.of(drop), List.of(shape("name")), NOW);
        assertThat(requests(other)).isEmpty();
    }

    @Test
    void nobody_joins_of_a_kind_to_which_the_entente_is_not_open() {
        var narrow = entente(
                changed -> changed.withObject("/accession").putArray("kinds").add("province"));
        Change nation = new Change.Joins("CA-FN", Jurisdiction.Kind.FIRST_NATION, 2);
        assertThatThrownBy(() -> Simulation.of(STATE, narrow, List.of(nation), List.of(ARRIVAL), NOW))
                .isInstanceOfSatisfying(
                        ProtocolError.class, error -> assertThat(error.code()).isEqualTo("not_open"));
    }

    @Test
    void the_worked_examples_of_the_text_that_is_tried_are_tried_too() {
        var draft = entente(changed -> ((ObjectNode) changed.at("/golden_cases/0/title")).put("en", "Another title"));
        int own = STATE.entente().goldenCases().size();
        assertThat(Simulation.of(STATE, draft, List.of(), List.of(), NOW).tried())
                .isEqualTo(own + 1);
    }

    @Test
    void a_level_that_rises_breaks_what_reached_the_lower_one_only() {
        assertThat(simulate(new Change.Raises(2)).effects()).isEmpty();
        Simulation raised = simulate(new Change.Raises(3));
        assertThat(raised.of(Kind.BREAKS)).hasSizeGreaterThan(3);
        assertThat(requests(raised))
                .singleElement()
                .satisfies(effect -> assertThat(effect.after().fr()).contains("niveau d’assurance"));
    }

    @Test
    void an_authority_that_changes_breaks_what_its_party_issues() {
        assertThat(requests(simulate(new Change.Rotates("CA-QC")))).hasSize(1);
        assertThat(requests(simulate(new Change.Rotates("CA-BC")))).isEmpty();
    }

    @Test
    void lists_that_end_break_requests_from_that_moment_on() {
        Change ends = new Change.Expires("CA-QC", NOW.plus(Duration.ofDays(23)));
        assertThat(requests(simulate(ends))).isEmpty();
        Simulation later =
                Simulation.of(STATE, STATE.entente(), List.of(ends), List.of(ARRIVAL), NOW.plus(Duration.ofDays(23)));
        assertThat(requests(later)).extracting(Effect::kind).containsExactly(Kind.BREAKS);
    }

    @Test
    void another_text_is_tried_against_the_one_in_force() {
        var draft = entente(changed -> ((ObjectNode) changed.at("/clauses/0")).put("issuers", "all-parties"));
        Simulation simulation = Simulation.of(STATE, draft, List.of(), List.of(ARRIVAL), NOW);
        assertThat(requests(simulation)).singleElement().satisfies(effect -> {
            assertThat(effect.kind()).isEqualTo(Kind.NEWLY_WORKS);
            assertThat(effect.issuer()).isEqualTo(citizenServices());
        });
    }

    @Test
    void a_version_that_takes_a_type_from_an_issuer_breaks_what_is_asked_of_it() {
        var next = entente(changed -> ((ArrayNode) changed.at("/parties/0/issuers/0/credential_types")).remove(0));
        assertThat(requests(Simulation.of(STATE, next, List.of(), List.of(ARRIVAL), NOW)))
                .extracting(effect -> effect.issuer() + " " + effect.kind())
                .containsExactly(etatCivil() + " BREAKS");

        var notice = TestEntentes.act(QUEBEC, "leaves-1", STATE, ActJson.withdraw());
        EntenteState leaving = TestEntentes.applied(STATE, TestEntentes.ordered(STATE, notice));
        assertThat(requests(Simulation.of(leaving, next, List.of(), List.of(ARRIVAL), NOW.plus(Duration.ofDays(900)))))
                .as("a new statement does not bring back who has left")
                .isEmpty();
    }

    @Test
    void it_is_written_without_any_value() {
        ObjectNode json = simulate(new Change.Drops(ClaimPath.of("birthdate"))).toJson();
        assertThat(json.path("effects").valueStream())
                .filteredOn(effect -> !effect.path("example").asBoolean())
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.path("kind").asString()).isEqualTo("over-asks");
                    assertThat(effect.path("claims").valueStream().map(claim -> claim.asString()))
                            .containsExactly("birthdate", "name");
                    assertThat(effect.path("count").asInt()).isEqualTo(7);
                });
    }

    private static List<Effect> requests(Simulation simulation) {
        return simulation.effects().stream()
                .filter(effect -> effect.basis() == Basis.ASKED)
                .toList();
    }

    private static Change joins(int level) {
        return new Change.Joins("CA-ON", Jurisdiction.Kind.PROVINCE, level);
    }

    private static List<String> possible(Simulation simulation) {
        return simulation.effects().stream()
                .filter(effect -> effect.basis() == Basis.POSSIBLE && effect.kind() == Kind.NEWLY_WORKS)
                .map(effect -> effect.verifier() + " asks " + effect.issuer() + " for " + effect.credentialType())
                .toList();
    }

    private static Simulation simulate(Change... changes) {
        return Simulation.of(STATE, STATE.entente(), List.of(changes), List.of(ARRIVAL), NOW);
    }

    private static Shape shape(String... claims) {
        return new Shape(
                citizenServices(),
                "arrival",
                IDENTITY,
                Set.of(claims).stream().map(ClaimPath::of).collect(Collectors.toSet()),
                7);
    }
}
