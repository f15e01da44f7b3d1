package org.entente.node.agreements.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.RESIDENCE;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.entente.node.agreements.IssuerEvidence.Lack;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Target.Direction;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that can be the first thing wrong is reached, and says in both languages what is wrong and how to mend it. */
class FaultTests {
    private static final Question ARRIVAL = question(citizenServices(), "arrival", IDENTITY, etatCivil(), "name");
    private static final EntenteState IN_FORCE = inForce(entente(), QUEBEC, BRITISH_COLUMBIA);
    private static final Instant BEFORE_THE_AUTHORITY = Instant.parse("2025-12-01T00:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(4000));

    @Test
    void a_path_on_which_nothing_is_wrong_holds_at_every_step() {
        Explanation explanation = explain(IN_FORCE, ARRIVAL);
        assertThat(explanation.holds()).isTrue();
        assertThat(explanation.fault()).isEmpty();
        assertThat(explanation.path().steps())
                .extracting(ProofStep::id)
                .containsExactly(
                        List.of(PathStep.values()).stream().map(PathStep::id).toArray(String[]::new));
        assertThat(explanation.toJson().at("/ruling/clause").asString()).isEqualTo("3.1");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void each_fault_is_reached_and_says_what_is_wrong_and_how_to_mend_it(Fault fault) {
        Explanation explanation = with(fault);

        assertThat(explanation.fault()).contains(fault);
        assertThat(explanation.toJson().path("fault").asString()).isEqualTo(fault.id());
        ProofStep failed = explanation.path().firstFailed().orElseThrow();
        assertThat(failed.id()).isEqualTo(fault.step().id());
        assertThat(failed.outcome()).isInstanceOfSatisfying(ProofOutcome.Failed.class, outcome -> {
            for (Text text : List.of(outcome.found(), outcome.mend())) {
                assertThat(text.fr()).endsWith(".").doesNotContain("{").isNotEqualTo(text.en());
                assertThat(text.en()).endsWith(".").doesNotContain("{");
            }
        });
    }

    @Test
    void no_two_faults_say_the_same() {
        assertThat(Fault.values()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(List.of(Fault.values()).stream()
                        .map(fault -> fault.found("a", "b").en()))
                .doesNotHaveDuplicates();
        assertThat(List.of(Fault.values()).stream()
                        .map(fault -> fault.found("a", "b").fr()))
                .doesNotHaveDuplicates();
    }

    private static Explanation with(Fault fault) {
        return switch (fault.step().stage()) {
            case ANCHOR -> anchor(fault);
            case PARTY -> fault.step() == PathStep.STANDING ? suspended(fault) : party(fault);
            case ISSUER_KEY -> issuerKey(fault);
            case CERTIFICATE, STATUS ->
                fault == Fault.OUT_OF_TOUCH
                        ? explain(subject(Pace.IN_STEP, Set.of(), NOW), NOW.plus(Duration.ofMinutes(61)))
                        : explain(IN_FORCE, ARRIVAL, NOW, TestKnown.without(Lack.valueOf(fault.name())));
            case TYPE -> type(fault);
            case CLAUSE, CLAIMS -> claims(fault);
        };
    }

    private static Explanation anchor(Fault fault) {
        return switch (fault) {
            case NO_ENTENTE -> ExplainOne.withoutEntente(ARRIVAL, NOW);
            case SIGNATURE_MISSING ->
                explain(new Subject(
                        HeldEntente.known(EntenteState.of(entente())),
                        Pace.IN_STEP,
                        List.of(),
                        Instant.MAX,
                        List.of(new Text("Nunavut", "Nunavut"))));
            case BEHIND, ASTRAY, FORKED -> explain(subject(Pace.valueOf(fault.name()), Set.of(), Instant.MAX));
            case NOT_ENTERED -> explain(EntenteState.of(entente()), ARRIVAL);
            case NOT_BEGUN ->
                explain(
                        changed(draft -> draft.withObject("/term").put("from", "2026-11-01T00:00:00Z")),
                        ARRIVAL,
                        Instant.parse("2026-10-01T00:00:00Z"),
                        TestKnown.ALL);
            default ->
                explain(
                        changed(draft -> draft.withObject("/term").put("until", "2027-01-01T00:00:00Z")),
                        ARRIVAL,
                        LATER,
                        TestKnown.ALL);
        };
    }

    private static Explanation party(Fault fault) {
        EntenteState left =
                applied(IN_FORCE, ordered(IN_FORCE, act(QUEBEC, "withdraw-1", IN_FORCE, ActJson.withdraw())));
        EntenteState leftColumbia =
                applied(IN_FORCE, ordered(IN_FORCE, act(BRITISH_COLUMBIA, "withdraw-1", IN_FORCE, ActJson.withdraw())));
        return switch (fault) {
            case FOREIGN_VERIFIER ->
                explain(IN_FORCE, question(ONTARIO.entity(), "arrival", IDENTITY, etatCivil(), "name"));
            case FOREIGN_ISSUER ->
                explain(IN_FORCE, question(citizenServices(), "arrival", IDENTITY, ONTARIO.organisation("a"), "name"));
            case VERIFIER_UNCONFIRMED -> explain(subject(Pace.IN_STEP, Set.of("CA-BC"), Instant.MAX));
            case ISSUER_UNCONFIRMED -> explain(subject(Pace.IN_STEP, Set.of("CA-QC"), Instant.MAX));
            case NOT_YET_JOINED -> explain(IN_FORCE, ARRIVAL, NOW.minus(Duration.ofHours(2)), TestKnown.ALL);
            case VERIFIER_LEFT -> explain(leftColumbia, ARRIVAL, LATER, TestKnown.ALL);
            default -> explain(left, ARRIVAL, LATER, TestKnown.ALL);
        };
    }

    private static Explanation suspended(Fault fault) {
        Target target = switch (fault) {
            case ACCEPTS_NOTHING -> new Target("CA-BC", Direction.ACCEPTANCE, Set.of(), Set.of());
            case TYPE_NOT_ACCEPTED -> new Target("CA-BC", Direction.ACCEPTANCE, Set.of(), Set.of(IDENTITY));
            case ISSUER_NOT_ACCEPTED -> new Target("CA-BC", Direction.ACCEPTANCE, Set.of(etatCivil()), Set.of());
            case ISSUES_NOTHING -> new Target("CA-QC", Direction.ISSUANCE, Set.of(), Set.of());
            case TYPE_SUSPENDED -> new Target("CA-QC", Direction.ISSUANCE, Set.of(), Set.of(IDENTITY));
            default -> new Target("CA-QC", Direction.ISSUANCE, Set.of(etatCivil()), Set.of());
        };
        TestGovernment by = target.party().equals("CA-BC") ? BRITISH_COLUMBIA : QUEBEC;
        return explain(applied(IN_FORCE, ordered(IN_FORCE, act(by, "suspend-1", IN_FORCE, suspend(target)))), ARRIVAL);
    }

    private static Explanation issuerKey(Fault fault) {
        return switch (fault) {
            case KEYS_UNKNOWN -> explain(IN_FORCE, ARRIVAL, NOW, new TestKnown(Optional.empty(), Set.of()));
            case KEYS_DIFFER ->
                explain(
                        IN_FORCE,
                        ARRIVAL,
                        NOW,
                        new TestKnown(Optional.of(ONTARIO.facts().keys()), Set.of()));
            case AUTHORITY_NOT_YET ->
                explain(GoldenCases.asSigned(entente()), ARRIVAL, BEFORE_THE_AUTHORITY, TestKnown.ALL);
            default -> explain(IN_FORCE, ARRIVAL, LATER, TestKnown.ALL);
        };
    }

    private static Explanation type(Fault fault) {
        return switch (fault) {
            case UNKNOWN_PURPOSE ->
                explain(IN_FORCE, question(citizenServices(), "fishing", IDENTITY, etatCivil(), "name"));
            case PURPOSE_OF_ANOTHER ->
                explain(
                        IN_FORCE,
                        question(BRITISH_COLUMBIA.organisation("parks"), "arrival", IDENTITY, etatCivil(), "name"));
            case UNKNOWN_TYPE ->
                explain(IN_FORCE, question(citizenServices(), "arrival", "urn:other", etatCivil(), "name"));
            case TYPE_FOR_ANOTHER_PURPOSE ->
                explain(
                        IN_FORCE,
                        question(etatCivil(), "civil-status-certificate", RESIDENCE, citizenServices(), "name"));
            case ISSUER_UNNAMED ->
                explain(
                        IN_FORCE,
                        question(citizenServices(), "arrival", IDENTITY, QUEBEC.organisation("parks"), "name"));
            case OWN_ISSUER ->
                explain(IN_FORCE, question(citizenServices(), "arrival", IDENTITY, citizenServices(), "name"));
            default ->
                explain(
                        changed(draft -> ((ObjectNode) draft.at("/clauses/0"))
                                .putArray("issuers")
                                .add("CA-BC/citizen-services")),
                        ARRIVAL);
        };
    }

    private static Explanation claims(Fault fault) {
        return switch (fault) {
            case STALE_CLAUSE -> {
                ObjectNode json = entente().json();
                ((ObjectNode) json.at("/paragraphs/6")).put("fr", "Autre chose.");
                yield explain(inForce(Entente.parse(json), QUEBEC, BRITISH_COLUMBIA), ARRIVAL);
            }
            case WHOLE_OF_A_PART ->
                explain(
                        changed(draft -> ((ArrayNode) draft.at("/clauses/1/maximum_claims/1/path")).add("locality")),
                        question(citizenServices(), "arrival", RESIDENCE, etatCivil(), "address"));
            case OTHER_SECTOR ->
                explain(IN_FORCE, question(citizenServices(), "arrival", IDENTITY, etatCivil(), "pseudonyms.other"));
            default ->
                explain(IN_FORCE, question(citizenServices(), "arrival", IDENTITY, etatCivil(), "place_of_birth"));
        };
    }

    private static EntenteState changed(Consumer<ObjectNode> change) {
        return inForce(entente(change), QUEBEC, BRITISH_COLUMBIA);
    }

    private static Question question(URI verifier, String purpose, String type, URI issuer, String... claims) {
        return new Question(
                verifier,
                purpose,
                type,
                issuer,
                Set.of(claims).stream()
                        .map(claim -> ClaimPath.of(claim.split("\\.")))
                        .collect(Collectors.toSet()));
    }

    private static Explanation explain(EntenteState state, Question question) {
        return explain(state, question, NOW, TestKnown.ALL);
    }

    private static Explanation explain(EntenteState state, Question question, Instant at, Surroundings surroundings) {
        return ExplainOne.explain(Subject.of(state), question, new Moment(at, at), surroundings);
    }

    private static Explanation explain(Subject subject) {
        return explain(subject, NOW);
    }

    private static Explanation explain(Subject subject, Instant at) {
        return ExplainOne.explain(subject, ARRIVAL, new Moment(at, at), TestKnown.ALL);
    }

    private static Subject subject(Pace pace, Set<String> unconfirmed, Instant confirmedAt) {
        return new Subject(
                new HeldEntente(IN_FORCE, pace == Pace.IN_STEP, unconfirmed, confirmedAt),
                pace,
                List.of(),
                Instant.MAX,
                List.of());
    }
}
