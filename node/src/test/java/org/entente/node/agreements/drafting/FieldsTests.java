package org.entente.node.agreements.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.web.FormErrors;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a form shows of a draft, and what it writes back. */
class FieldsTests {
    @TestFactory
    Stream<DynamicTest> a_part_that_is_kept_as_it_is_shown_does_not_change() {
        ObjectNode draft = TestEntentes.draft();
        Stream<String> clauses =
                draft.path("clauses").valueStream().map(clause -> "clause-" + DraftPart.numberOf(clause));
        Stream<String> paragraphs = draft.path("paragraphs")
                .valueStream()
                .map(paragraph -> "paragraph-" + paragraph.path("number").asString(""));
        return Stream.of(Stream.of("general", "party-1", "party-2"), paragraphs, clauses)
                .flatMap(parts -> parts)
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    ObjectNode written = TestEntentes.draft();
                    DraftPart part = DraftPart.of(written, name).orElseThrow();
                    assertThat(part.write(part.values()).all()).isEmpty();
                    assertThat(Json.canonical(written)).isEqualTo(Json.canonical(draft));
                }));
    }

    @Test
    void every_kind_of_clause_has_a_form_that_says_what_is_missing() {
        for (String kind : Fields.kinds()) {
            ObjectNode clause = Json.newObject();
            FormErrors errors = FieldReader.write(clause, Fields.clause(kind), Map.of());
            assertThat(errors.in("accountable")).as(kind).isPresent();
        }
    }

    @Test
    void a_value_that_cannot_be_read_is_said_and_changes_nothing() {
        List<Field> fields = Fields.clause("exit");
        Map<String, String> form = new HashMap<>(Map.of(
                "notice-days", "soon",
                "sunset-days", "-1",
                "survival", "4.1",
                "accountable", "CA-QC",
                "office-fr", "Ministère"));
        ObjectNode clause = Json.newObject().put("notice_days", 180);
        FormErrors errors = FieldReader.write(clause, fields, form);
        assertThat(errors.all())
                .extracting(FormErrors.FormError::field)
                .containsExactlyInAnyOrder("notice-days", "sunset-days", "office-en");
        assertThat(clause.path("notice_days").intValue()).isEqualTo(180);
        assertThat(clause.has("sunset_days")).isFalse();
    }

    @Test
    void a_day_is_a_day_that_there_is() {
        ObjectNode draft = TestEntentes.draft();
        Map<String, String> form =
                new HashMap<>(DraftPart.of(draft, "general").orElseThrow().values());
        form.put("until", "2031-02-30");
        assertThat(FieldReader.write(draft, Fields.GENERAL, form).in("until")).isPresent();
        form.put("until", "2031-02-28");
        assertThat(FieldReader.write(draft, Fields.GENERAL, form).isEmpty()).isTrue();
        assertThat(draft.at("/term/until").asString()).isEqualTo("2031-02-28T00:00:00Z");
    }

    @Test
    void rows_that_are_empty_are_left_out_and_half_a_row_is_said() {
        ObjectNode party = Json.newObject();
        Map<String, String> form = Map.of(
                "issuers-1-organisation", "registrar",
                "issuers-1-credential-types", "urn:one urn:two",
                "approval-3-step-fr", "Décret",
                "approval-3-step-en", "Order in council",
                "approval-3-office-fr", "Conseil");
        FormErrors errors = FieldReader.write(party, Fields.PARTY, form);
        assertThat(errors.all()).extracting(FormErrors.FormError::field).containsExactly("approval-3-office-en");
        assertThat(party.path("issuers")).hasSize(1);
        assertThat(party.at("/issuers/0/credential_types").valueStream().map(JsonNode::asString))
                .containsExactly("urn:one", "urn:two");
    }

    @Test
    void a_paragraph_goes_out_with_its_clauses_and_comes_in_at_its_place() {
        ObjectNode draft = TestEntentes.draft();
        DraftPart part = DraftPart.of(draft, "paragraph-3.1").orElseThrow();
        assertThat(part.removeFrom(draft)).isTrue();
        assertThat(DraftPart.of(draft, "clause-3.1")).isEmpty();
        assertThat(NewPart.add(draft, Map.of("what", "paragraph", "number", "3.1")))
                .contains("paragraph-3.1");
        List<String> numbers = draft.path("paragraphs")
                .valueStream()
                .map(paragraph -> paragraph.path("number").asString(""))
                .toList();
        assertThat(numbers.indexOf("3.1")).isEqualTo(numbers.indexOf("3") + 1);
        assertThat(NewPart.add(draft, Map.of("what", "paragraph", "number", "3.1")))
                .isEmpty();
        assertThat(NewPart.add(draft, Map.of("what", "duty", "number", "99"))).isEmpty();
        assertThat(NewPart.add(draft, Map.of("what", "duty", "number", "3.2"))).contains("clause-3.2.2");
        assertThat(NewPart.add(draft, Map.of("what", "nothing", "number", "3.2")))
                .isEmpty();
        assertThat(NewPart.add(draft, Map.of("what", "duty", "number", "3.2;x")))
                .isEmpty();
    }
}
