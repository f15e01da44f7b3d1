package org.entente.node.agreements.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.RESIDENCE;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.EntenteState;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RulingsTests {
    private static final ClaimPath NAME = ClaimPath.of("name");
    private static final URI REGISTRAR_GENERAL = ONTARIO.organisation("registrar-general");

    @Test
    void permits_under_the_clause_that_provides_for_it() {
        Ruling ruling = rule(question(etatCivil(), NAME), inForce());
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Permitted.class, permitted -> {
            assertThat(permitted.clause()).isEqualTo("3.1");
            assertThat(permitted.documentHash()).isEqualTo(entente().hash());
            assertThat(permitted.obligations().retention()).isEqualTo(Duration.ofDays(30));
            assertThat(permitted.reason().en()).startsWith("Accepted under clause 3.1 of “Collaboration");
        });
        assertThat(ruling.path().steps())
                .extracting(ProofStep::id)
                .containsExactly(List.of(RulingStep.values()).stream()
                        .map(RulingStep::id)
                        .toArray(String[]::new));
        assertThat(ruling.path().firstFailed()).isEmpty();
    }

    @Test
    void the_stricter_freshness_of_clause_and_service_level_binds() {
        EntenteState state = inForce(
                entente(draft -> ((ObjectNode) draft.at("/clauses/5")).put("status_freshness_seconds", 600)),
                QUEBEC,
                BRITISH_COLUMBIA);
        assertThat(rule(question(etatCivil(), NAME), state))
                .isInstanceOfSatisfying(
                        Ruling.Permitted.class,
                        permitted -> assertThat(permitted.obligations().statusFreshness())
                                .isEqualTo(Duration.ofMinutes(10)));
    }

    @Test
    void refuses_when_no_entente_is_held() {
        assertRefused(Rulings.rule(question(etatCivil(), NAME), List.of(), NOW), RulingStep.ENTENTE);
    }

    @Test
    void refuses_when_our_copy_is_out_of_step() {
        var held = List.of(new HeldEntente(inForce(), false, Set.of(), Instant.MAX));
        assertRefused(Rulings.rule(question(etatCivil(), NAME), held, NOW), RulingStep.IN_STEP);
    }

    @Test
    void refuses_before_all_have_signed() {
        assertRefused(rule(question(etatCivil(), NAME), EntenteState.of(entente())), RulingStep.IN_FORCE);
    }

    @Test
    void refuses_before_and_after_the_term() {
        Entente entente = entente(draft ->
                draft.putObject("term").put("from", "2026-12-02T00:00:00Z").put("until", "2026-12-03T00:00:00Z"));
        EntenteState state = inForce(entente, QUEBEC, BRITISH_COLUMBIA);
        assertRefused(at(NOW, state), RulingStep.IN_FORCE);
        assertThat(at(Instant.parse("2026-12-02T00:00:00Z"), state)).isInstanceOf(Ruling.Permitted.class);
        assertRefused(at(Instant.parse("2026-12-03T00:00:00Z"), state), RulingStep.IN_FORCE);
    }

    @Test
    void refuses_a_verifier_that_belongs_to_no_party() {
        var question =
                new Question(URI.create("https://gaspe.example/o/a"), "arrival", IDENTITY, etatCivil(), Set.of());
        assertRefused(rule(question, inForce()), RulingStep.VERIFIER);
    }

    @Test
    void refuses_an_address_that_only_resembles_a_party() {
        for (String verifier : List.of(
                BRITISH_COLUMBIA.entity() + ".gaspe.example/o/citizen-services",
                BRITISH_COLUMBIA.entity() + "/o/citizen-services/../x",
                BRITISH_COLUMBIA.entity() + "/citizen-services")) {
            var question = new Question(URI.create(verifier), "arrival", IDENTITY, etatCivil(), Set.of(NAME));
            assertRefused(rule(question, inForce()), RulingStep.VERIFIER);
        }
    }

    @Test
    void refuses_an_organisation_that_no_clause_names_as_verifier() {
        var question =
                new Question(BRITISH_COLUMBIA.organisation("parks"), "arrival", IDENTITY, etatCivil(), Set.of(NAME));
        assertRefused(rule(question, inForce()), RulingStep.PURPOSE);
    }

    @Test
    void refuses_a_purpose_that_no_clause_provides_for() {
        assertRefused(
                rule(new Question(citizenServices(), "fishing", IDENTITY, etatCivil(), Set.of(NAME)), inForce()),
                RulingStep.PURPOSE);
    }

    @Test
    void refuses_a_credential_type_that_no_clause_recognises() {
        assertRefused(
                rule(new Question(citizenServices(), "arrival", "urn:other", etatCivil(), Set.of(NAME)), inForce()),
                RulingStep.CREDENTIAL_TYPE);
    }

    @Test
    void refuses_an_issuer_of_no_party_and_one_that_its_party_does_not_name() {
        assertRefused(rule(question(REGISTRAR_GENERAL, NAME), inForce()), RulingStep.ISSUER);
        assertRefused(rule(question(QUEBEC.organisation("parks"), NAME), inForce()), RulingStep.ISSUER);
        assertRefused(rule(question(QUEBEC.entity(), NAME), inForce()), RulingStep.ISSUER);
    }

    @Test
    void refuses_ones_own_issuer_unless_a_clause_says_all_parties() {
        assertRefused(rule(question(citizenServices(), NAME), inForce()), RulingStep.ISSUER);
        EntenteState all = inForce(
                entente(draft -> ((ObjectNode) draft.at("/clauses/0")).put("issuers", "all-parties")),
                QUEBEC,
                BRITISH_COLUMBIA);
        assertThat(rule(question(citizenServices(), NAME), all)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    void a_clause_may_name_its_issuers() {
        EntenteState named = inForce(
                entente(draft -> ((ObjectNode) draft.at("/clauses/0"))
                        .putArray("issuers")
                        .add("CA-BC/citizen-services")),
                QUEBEC,
                BRITISH_COLUMBIA);
        assertRefused(rule(question(etatCivil(), NAME), named), RulingStep.ISSUER);
        assertThat(rule(question(citizenServices(), NAME), named)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    void refuses_under_a_clause_whose_text_has_changed() {
        ObjectNode json = entente().json();
        ((ObjectNode) json.at("/paragraphs/6")).put("fr", "Autre chose.");
        Entente changed = Entente.parse(json);
        assertThat(changed.staleClauses()).containsExactly("3.1");
        assertRefused(
                rule(question(etatCivil(), NAME), inForce(changed, QUEBEC, BRITISH_COLUMBIA)), RulingStep.CLAUSE_TEXT);
    }

    @Test
    void a_clause_whose_text_has_changed_counts_with_a_warning_until_the_day_that_it_states() {
        ObjectNode json = entente().json();
        ((ObjectNode) json.at("/paragraphs/6")).put("fr", "Autre chose.");
        ((ObjectNode) json.at("/clauses/0/text")).put("until", "2026-12-24T00:00:00Z");
        var held = held(inForce(Entente.parse(json), QUEBEC, BRITISH_COLUMBIA));
        Question question = question(etatCivil(), NAME);

        Ruling warned = Rulings.rule(question, held, Instant.parse("2026-12-23T23:59:59Z"));

        assertThat(warned).isInstanceOf(Ruling.Permitted.class);
        assertThat(warned.path().steps())
                .filteredOn(step -> step.id().equals("clause-text"))
                .singleElement()
                .satisfies(
                        step -> assertThat(step.found().orElseThrow().en()).contains("counts until 2026-12-24 only"));
        assertThat(Rulings.recognised(citizenServices(), IDENTITY, held, NOW)).isNotEmpty();
        assertRefused(Rulings.rule(question, held, Instant.parse("2026-12-24T00:00:00Z")), RulingStep.CLAUSE_TEXT);
    }

    @Test
    void refuses_claims_beyond_the_maximum_and_names_them() {
        Ruling ruling = rule(
                question(etatCivil(), NAME, ClaimPath.of("place_of_birth"), ClaimPath.of("pseudonyms", "other")),
                inForce());
        assertRefused(ruling, RulingStep.CLAIMS);
        assertThat(ruling.reason().fr())
                .isEqualTo(
                        "Pseudonymes d’un autre secteur que celui du motif, selon la clause 3.1\u00a0: pseudonyms.other.");
    }

    @Test
    void a_part_of_what_the_maximum_covers_is_within_it_and_the_whole_of_a_part_is_not() {
        assertThat(rule(residence(ClaimPath.of("address", "locality")), inForce()))
                .isInstanceOf(Ruling.Permitted.class);
        assertRefused(rule(residence(ClaimPath.of("pseudonyms")), inForce()), RulingStep.CLAIMS);
    }

    @Test
    void rules_on_what_may_be_asked_before_an_issuer_is_known() {
        assertThat(rule(question(etatCivil(), NAME).asking(), inForce())).isInstanceOf(Ruling.Permitted.class);
        assertRefused(
                rule(
                        new Asking(citizenServices(), "arrival", IDENTITY, Set.of(ClaimPath.of("place_of_birth"))),
                        inForce()),
                RulingStep.CLAIMS);
    }

    @Test
    void of_several_ententes_one_that_permits_decides_and_otherwise_the_closest() {
        Entente other = entente(draft -> draft.put("name", "another")
                .withArray("/parties")
                .get(0)
                .asObject()
                .putArray("issuers"));
        EntenteState without = inForce(other, QUEBEC, BRITISH_COLUMBIA);
        assertThat(Rulings.rule(
                        question(etatCivil(), NAME),
                        List.of(HeldEntente.known(without), HeldEntente.known(inForce())),
                        NOW))
                .isInstanceOf(Ruling.Permitted.class);
        assertRefused(
                Rulings.rule(
                        question(etatCivil(), NAME),
                        List.of(HeldEntente.known(without), HeldEntente.known(EntenteState.of(entente()))),
                        NOW),
                RulingStep.ISSUER);
    }

    @Test
    void every_refusal_says_what_was_found_and_how_to_mend_it_and_reaches_nothing_after() {
        ProofPath path = rule(question(REGISTRAR_GENERAL, NAME), inForce()).path();
        ProofStep failed = path.firstFailed().orElseThrow();
        assertThat(failed.outcome()).isInstanceOf(ProofOutcome.Failed.class);
        assertThat(path.steps().subList(path.position(failed), path.steps().size()))
                .allMatch(step -> step.outcome() instanceof ProofOutcome.NotReached);
        assertThat(ProofPath.parse(Json.parse(Json.write(path.toJson())))).isEqualTo(path);
    }

    @Test
    void a_path_that_failed_reaches_nothing_of_the_next() {
        ProofPath failed = rule(question(REGISTRAR_GENERAL, NAME), inForce()).path();
        ProofPath whole = rule(question(etatCivil(), NAME), inForce()).path();
        assertThat(whole.then(failed).firstFailed()).isEqualTo(failed.firstFailed());
        assertThat(failed.then(whole).firstFailed()).isEqualTo(failed.firstFailed());
        assertThat(failed.then(whole).steps()).hasSize(2 * RulingStep.values().length);
    }

    private static Question question(URI issuer, ClaimPath... claims) {
        return new Question(citizenServices(), "arrival", IDENTITY, issuer, Set.of(claims));
    }

    private static Question residence(ClaimPath... claims) {
        return new Question(citizenServices(), "arrival", RESIDENCE, etatCivil(), Set.of(claims));
    }

    private static Ruling at(Instant now, EntenteState state) {
        return Rulings.rule(question(etatCivil(), NAME), held(state), now);
    }

    private static Ruling rule(Question question, EntenteState state) {
        return Rulings.rule(question, held(state), NOW);
    }

    private static Ruling rule(Asking asking, EntenteState state) {
        return Rulings.rule(asking, held(state), NOW);
    }

    private static List<HeldEntente> held(EntenteState state) {
        return List.of(HeldEntente.known(state));
    }

    private static void assertRefused(Ruling ruling, RulingStep step) {
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
            assertThat(refused.step()).isEqualTo(step);
            assertThat(refused.path().firstFailed().orElseThrow().id()).isEqualTo(step.id());
            assertThat(refused.path().steps()).hasSize(RulingStep.values().length);
        });
    }
}
