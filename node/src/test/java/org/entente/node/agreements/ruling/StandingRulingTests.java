package org.entente.node.agreements.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.RESIDENCE;
import static org.entente.node.agreements.TestEntentes.accession;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.heard;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.named;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StandingRulingTests {
    private static final ClaimPath NAME = ClaimPath.of("name");
    private static final URI REGISTRAR_GENERAL = ONTARIO.organisation("registrar-general");

    @Test
    @Requirement("Security §4 entente")
    void refuses_while_a_party_an_issuer_or_a_type_is_suspended_and_nothing_else() {
        assertStopped(new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of()), true);
        assertStopped(new Target("CA-QC", Target.Direction.BOTH, Set.of(etatCivil()), Set.of()), true);
        assertStopped(new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of(IDENTITY)), true);
        assertStopped(new Target("CA-QC", Target.Direction.ACCEPTANCE, Set.of(), Set.of()), false);
        assertStopped(new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of(RESIDENCE)), false);
    }

    @Test
    void a_party_stops_accepting_one_issuer_and_goes_on_with_others() {
        EntenteState joined = withOntario();
        var target = new Target("CA-BC", Target.Direction.ACCEPTANCE, Set.of(etatCivil()), Set.of());
        EntenteState after =
                applied(joined, ordered(joined, act(BRITISH_COLUMBIA, "suspend-1", joined, suspend(target))));
        assertRefused(rule(question(etatCivil(), NAME), after), RulingStep.STANDING);
        assertThat(rule(question(REGISTRAR_GENERAL, NAME), after)).isInstanceOf(Ruling.Permitted.class);
        assertThat(rule(question(etatCivil(), NAME).asking(), after)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    void a_suspension_holds_before_the_depositary_has_ordered_it_and_ends_when_it_is_lifted() {
        EntenteState before = inForce();
        SignedAct suspension = act(BRITISH_COLUMBIA, "suspend-1", before, suspend(wholeOf(BRITISH_COLUMBIA)));
        assertRefused(rule(question(etatCivil(), NAME), before.overlaid(heard(suspension))), RulingStep.STANDING);
        EntenteState suspended = applied(before, ordered(before, suspension));
        EntenteState lifted = applied(
                suspended,
                ordered(
                        suspended,
                        act(BRITISH_COLUMBIA, "lift-001", suspended, ActJson.lift(named("CA-BC.suspend-1")))));
        assertThat(rule(question(etatCivil(), NAME), lifted.overlaid(heard(suspension))))
                .isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    void a_party_that_withdrew_accepts_nothing_after_its_notice_and_its_credentials_are_honoured_until_sunset() {
        EntenteState before = inForce();
        EntenteState leaving = applied(before, ordered(before, act(QUEBEC, "withdraw-1", before, ActJson.withdraw())));
        Instant end = NOW.plus(Duration.ofDays(180));
        assertThat(at(end, leaving)).isInstanceOf(Ruling.Permitted.class);
        assertThat(at(end.plus(Duration.ofDays(90)).minusSeconds(1), leaving)).isInstanceOf(Ruling.Permitted.class);
        assertRefused(at(end.plus(Duration.ofDays(90)), leaving), RulingStep.STANDING);
        var atQuebec = new Question(etatCivil(), "civil-status-certificate", IDENTITY, citizenServices(), Set.of(NAME));
        assertRefused(Rulings.rule(atQuebec, held(leaving), end), RulingStep.STANDING);
    }

    @Test
    void a_newcomers_credentials_are_accepted_once_it_has_acceded() {
        assertRefused(rule(question(REGISTRAR_GENERAL, NAME), inForce()), RulingStep.ISSUER);
        assertThat(rule(question(REGISTRAR_GENERAL, NAME), withOntario())).isInstanceOf(Ruling.Permitted.class);
        assertThat(Rulings.recognised(citizenServices(), IDENTITY, held(withOntario()), NOW))
                .extracting(RecognisedIssuers::party)
                .containsExactly(QUEBEC.entity(), ONTARIO.entity());
    }

    @Test
    void the_government_itself_is_not_the_service_that_a_clause_names() {
        var question = new Question(BRITISH_COLUMBIA.entity(), "arrival", IDENTITY, etatCivil(), Set.of(NAME));
        assertRefused(rule(question, inForce()), RulingStep.PURPOSE);
        EntenteState all = inForce(
                entente(draft -> ((ObjectNode) draft.at("/clauses/0")).put("verifiers", "all-parties")),
                QUEBEC,
                BRITISH_COLUMBIA);
        assertThat(rule(question, all)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    void only_issuers_that_may_be_accepted_are_recognised() {
        assertThat(Rulings.recognised(citizenServices(), IDENTITY, held(inForce()), NOW))
                .singleElement()
                .satisfies(recognised -> {
                    assertThat(recognised.party()).isEqualTo(QUEBEC.entity());
                    assertThat(recognised.authority()).isEqualTo(QUEBEC.facts().credentialAuthority());
                    assertThat(recognised.issuers()).containsExactly(etatCivil());
                });
        assertThat(Rulings.recognised(BRITISH_COLUMBIA.entity(), IDENTITY, held(inForce()), NOW))
                .as("a clause that names a service of it")
                .isEmpty();
        assertThat(Rulings.recognised(ONTARIO.entity(), IDENTITY, held(inForce()), NOW))
                .isEmpty();
        assertThat(Rulings.recognised(citizenServices(), IDENTITY, held(EntenteState.of(entente())), NOW))
                .isEmpty();
    }

    @Test
    void nobodys_holder_is_asked_whose_credential_would_be_refused_for_this_purpose() {
        EntenteState state = inForce(
                entente(draft -> {
                    ObjectNode other =
                            draft.withArray("/clauses").get(0).deepCopy().asObject();
                    ((ObjectNode) draft.at("/clauses/0")).putArray("issuers").add("CA-BC/citizen-services");
                    other.put("number", "3.1.2");
                    ((ObjectNode) other.at("/purposes/0")).put("id", "something-else");
                    draft.withArray("/clauses").add(other);
                }),
                QUEBEC,
                BRITISH_COLUMBIA);
        Asking arrival = new Asking(citizenServices(), "arrival", IDENTITY, Set.of(NAME));
        Asking otherwise = new Asking(citizenServices(), "something-else", IDENTITY, Set.of(NAME));

        assertThat(Rulings.recognised(citizenServices(), IDENTITY, held(state), NOW))
                .as("for any purpose")
                .hasSize(2);
        assertThat(Rulings.serving(arrival, held(state), NOW).issuers())
                .extracting(RecognisedIssuers::party)
                .containsExactly(BRITISH_COLUMBIA.entity());
        assertThat(Rulings.serving(otherwise, held(state), NOW).issuers())
                .extracting(RecognisedIssuers::party)
                .containsExactly(QUEBEC.entity());
        assertThat(Rulings.serving(
                                new Asking(
                                        citizenServices(),
                                        "something-else",
                                        IDENTITY,
                                        Set.of(ClaimPath.of("religion"))),
                                held(state),
                                NOW)
                        .issuers())
                .isEmpty();
    }

    @Test
    void a_third_party_without_a_clause_accepts_nothing() {
        EntenteState state = inForce(
                entente(org.entente.node.agreements.TestEntentes::withThirdParty), QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
        assertRefused(
                rule(new Question(NUNAVUT.organisation("a"), "arrival", IDENTITY, etatCivil(), Set.of(NAME)), state),
                RulingStep.PURPOSE);
    }

    private static void assertStopped(Target target, boolean stopped) {
        EntenteState before = inForce();
        EntenteState after = applied(before, ordered(before, act(QUEBEC, "suspend-1", before, suspend(target))));
        Ruling ruling = rule(question(etatCivil(), NAME), after);
        if (stopped) {
            assertRefused(ruling, RulingStep.STANDING);
            assertRefused(rule(question(etatCivil(), NAME).asking(), after), RulingStep.STANDING);
        } else {
            assertThat(ruling).isInstanceOf(Ruling.Permitted.class);
        }
    }

    private static EntenteState withOntario() {
        EntenteState before = inForce();
        SignedAct accession = act(ONTARIO, "accede-01", before, accession(ONTARIO));
        return applied(
                before,
                ordered(
                        before,
                        accession,
                        act(QUEBEC, "approve-1", before, ActJson.approve(accession.hash())),
                        act(BRITISH_COLUMBIA, "approve-2", before, ActJson.approve(accession.hash()))));
    }

    private static Question question(URI issuer, ClaimPath... claims) {
        return new Question(citizenServices(), "arrival", IDENTITY, issuer, Set.of(claims));
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
