package org.entente.node.agreements.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.GoldenCase;
import org.entente.node.agreements.document.GoldenCase.Expectation;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A template makes a valid document as soon as the parties stand in it. */
class TemplateTests {
    private static final Jurisdiction US =
            new Jurisdiction("CA-QC", new Text("Québec", "Québec"), Jurisdiction.Kind.PROVINCE);
    private static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");

    @ParameterizedTest
    @EnumSource
    void every_template_is_whole(Template template) {
        Entente entente = TestEntentes.entente(draft -> {
            draft.remove("golden_cases");
            draft.setAll(template.load(US));
        });
        assertThat(entente.staleClauses()).isEqualTo(Set.of());
    }

    @ParameterizedTest
    @EnumSource
    void every_template_comes_with_worked_examples_that_hold(Template template) {
        Consumer<ObjectNode> withoutIssuers =
                draft -> draft.path("parties").forEach(party -> ((ObjectNode) party).putArray("issuers"));

        assertThat(GoldenCases.run(begun(template, draft -> {}))).isNotEmpty().allMatch(GoldenCases.Result::holds);
        assertThat(GoldenCases.run(begun(template, withoutIssuers)))
                .isNotEmpty()
                .allMatch(GoldenCases.Result::holds);
    }

    @Test
    void an_example_is_permitted_and_one_has_a_claim_too_many() {
        assertThat(begun(Template.IDENTITY, draft -> {}).goldenCases())
                .extracting(GoldenCase::expectation)
                .contains(new Expectation.Permitted("2.1"), new Expectation.Refused("claims"));
    }

    @Test
    void examples_lie_within_the_term() {
        Entente later = begun(
                Template.IDENTITY,
                draft -> draft.putObject("term")
                        .put("from", "2031-01-01T00:00:00Z")
                        .put("until", "2032-01-01T00:00:00Z"));
        Entente earlier =
                begun(Template.MINIMAL, draft -> draft.putObject("term").put("until", "2025-01-01T00:00:00Z"));

        assertThat(GoldenCases.broken(later)).isEmpty();
        assertThat(GoldenCases.broken(earlier)).isEmpty();
    }

    @Test
    void examples_follow_the_clauses_until_somebody_writes_others() {
        ObjectNode before = Examples.write(draft(Template.IDENTITY), NOW);
        ObjectNode changed = before.deepCopy();
        ((ArrayNode) changed.at("/clauses/0/maximum_claims")).remove(1);
        ObjectNode written = before.deepCopy();
        ((ObjectNode) written.at("/golden_cases/0/title")).put("en", "In our words");
        ObjectNode changedAfter = written.deepCopy();
        ((ArrayNode) changedAfter.at("/clauses/0/maximum_claims")).remove(1);

        assertThat(Examples.follow(before, changed).at("/golden_cases/0/question/claims"))
                .hasSize(2);
        assertThat(Examples.follow(written, changedAfter).path("golden_cases")).isEqualTo(written.path("golden_cases"));
    }

    private static ObjectNode draft(Template template) {
        ObjectNode draft = TestEntentes.draft();
        draft.setAll(template.load(US));
        return draft;
    }

    private static Entente begun(Template template, Consumer<ObjectNode> change) {
        return TestEntentes.entente(draft -> {
            draft.setAll(template.load(US));
            change.accept(draft);
            Examples.write(draft, NOW);
        });
    }
}
