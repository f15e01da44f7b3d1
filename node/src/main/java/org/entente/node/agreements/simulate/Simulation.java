package org.entente.node.agreements.simulate;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.agreements.AskedShapes.Shape;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.GoldenCase;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Purpose;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.simulate.Effect.Basis;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outcome of a simulation.
 *
 * @param tried how many questions were put to the entente as it is and as it would be
 */
public record Simulation(List<Effect> effects, int tried) {
    public Simulation {
        effects = List.copyOf(effects);
    }

    /** Tries a text with changes against the entente as it is. */
    static Simulation of(EntenteState now, Entente text, List<Change> changes, List<Shape> shapes, Instant at) {
        Scenario before = Scenario.of(now, now.entente(), List.of());
        Scenario after = Scenario.of(now, text, changes);
        Trial trial = new Trial(before, after);
        for (GoldenCase golden : Stream.concat(now.entente().goldenCases().stream(), text.goldenCases().stream())
                .distinct()
                .toList()) {
            trial.put(
                    golden.question(),
                    golden.title(),
                    Basis.EXAMPLE,
                    1,
                    golden.at().isAfter(at) ? golden.at() : at);
        }
        for (Shape shape : shapes) {
            for (URI issuer : trial.issuersOf(shape.credentialType())) {
                Question question =
                        new Question(shape.verifier(), shape.purpose(), shape.credentialType(), issuer, shape.claims());
                trial.put(question, trial.purpose(shape.purpose()), Basis.ASKED, shape.count(), at);
            }
        }
        after.newcomerQuestions().forEach(asked -> trial.putNew(asked, at));
        return new Simulation(trial.effects, trial.tried);
    }

    /** The effects of one kind. */
    public List<Effect> of(Effect.Kind kind) {
        return effects.stream().filter(effect -> effect.kind() == kind).toList();
    }

    /** The JSON form: how much was tried, and every effect. */
    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("tried", tried);
        ArrayNode array = json.putArray("effects");
        for (Effect effect : effects) {
            ObjectNode one = array.addObject()
                    .put("kind", effect.kind().id())
                    .put("basis", effect.basis().id())
                    .put("example", effect.basis() == Basis.EXAMPLE)
                    .put("verifier", effect.verifier().toString())
                    .put("credential_type", effect.credentialType())
                    .put("issuer", effect.issuer().toString())
                    .put("count", effect.count());
            ArrayNode claims = one.putArray("claims");
            effect.claims().stream().map(Object::toString).sorted().forEach(claims::add);
            put(one, "title", effect.title());
            put(one, "before", effect.before());
            put(one, "after", effect.after());
        }
        return json;
    }

    private static void put(ObjectNode json, String member, Text text) {
        json.putObject(member).put("fr", text.fr()).put("en", text.en());
    }

    /** Puts questions to both. */
    private static final class Trial {
        private final Scenario before;
        private final Scenario after;
        private final List<Effect> effects = new ArrayList<>();
        private int tried;

        Trial(Scenario before, Scenario after) {
            this.before = before;
            this.after = after;
        }

        void put(Question question, Text title, Basis basis, long count, Instant at) {
            tried++;
            Scenario.Verdict was = before.judge(question, at);
            Scenario.Verdict would = after.judge(question, at);
            if (was.permitted() != would.permitted()) {
                effects.add(new Effect(
                        kind(would),
                        basis,
                        title,
                        question.verifier(),
                        question.credentialType(),
                        question.issuer(),
                        question.claims(),
                        count,
                        was.reason(),
                        would.reason()));
            }
        }

        /** What has come out for a request of the same kind already is not told again. */
        void putNew(NewcomerQuestions.Asked asked, Instant at) {
            Question question = asked.question();
            boolean told = effects.stream()
                    .anyMatch(effect -> effect.basis() == Basis.ASKED
                            && effect.verifier().equals(question.verifier())
                            && effect.issuer().equals(question.issuer())
                            && effect.credentialType().equals(question.credentialType())
                            && effect.title().equals(purpose(question.purpose())));
            if (!told) {
                put(question, asked.purpose().name(), Basis.POSSIBLE, 0, at);
            }
        }

        private static Effect.Kind kind(Scenario.Verdict would) {
            if (would.permitted()) {
                return Effect.Kind.NEWLY_WORKS;
            }
            return would.step().equals(RulingStep.CLAIMS.id()) ? Effect.Kind.OVER_ASKS : Effect.Kind.BREAKS;
        }

        /** All who issue a type, before or after. */
        Set<URI> issuersOf(String type) {
            Set<URI> issuers = new LinkedHashSet<>();
            for (Scenario scenario : List.of(before, after)) {
                for (Member member : scenario.state().members().values()) {
                    Party party = member.party();
                    party.issuers().stream()
                            .filter(issuer -> issuer.credentialTypes().contains(type))
                            .forEach(issuer -> issuers.add(party.organisation(issuer.organisation())));
                }
            }
            return issuers;
        }

        /** What people call a purpose. */
        Text purpose(String id) {
            return List.of(before, after).stream()
                    .flatMap(scenario -> scenario.state().entente().clauses(Clause.Recognise.class))
                    .flatMap(clause -> clause.purposes().stream())
                    .filter(purpose -> purpose.id().equals(id))
                    .map(Purpose::name)
                    .findFirst()
                    .orElseGet(() -> new Text(id, id));
        }
    }
}
