package org.entente.names.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTests {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    void has_fifty_five_barriers_and_fourteen_questions_in_both_languages() {
        assertThat(CATALOGUE.barriers())
                .extracting(Barrier::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 55)
                        .mapToObj(n -> String.format("B%02d", n))
                        .toList());
        assertThat(CATALOGUE.questions())
                .extracting(Question::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 14)
                        .mapToObj(n -> String.format("P%02d", n))
                        .toList());
        assertThat(CATALOGUE.barriers()).allSatisfy(barrier -> {
            assertThat(barrier.title().fr())
                    .isNotBlank()
                    .isNotEqualTo(barrier.title().en());
            assertThat(barrier.expected().fr())
                    .isNotBlank()
                    .isNotEqualTo(barrier.expected().en());
            assertThat(barrier.remedy().fr()
                            + barrier.affects().fr()
                            + barrier.expected().fr())
                    .doesNotContain(" ;", " :", "« ");
        });
        assertThat(CATALOGUE.questions().stream().flatMap(question -> question.law().stream()))
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(rule.fr()).isNotEqualTo(rule.en()).doesNotContain(" ;", " :", "« "));
    }

    @Test
    void texts_are_in_both_languages() {
        assertThat(texts("fr").keySet()).isEqualTo(texts("en").keySet());
    }

    @Test
    void a_report_has_a_row_for_everything() {
        AuditReport report = report(Map.of(), Map.of("P02", new Finding.Answer(Finding.Says.YES, "Act, s. 3")));

        assertThat(report.findings()).hasSize(69);
        assertThat(report.findings().get("B38")).isInstanceOf(Finding.NotApplicable.class);
        assertThat(report.findings().get("P02"))
                .isEqualTo(new Finding.Asked(Optional.of(new Finding.Answer(Finding.Says.YES, "Act, s. 3"))));
        assertThat(report.findings().get("P03")).isEqualTo(new Finding.Asked(Optional.empty()));
    }

    @Test
    void an_answer_to_no_question_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(Map.of(), Answers.read("{\"P15\":{\"says\":\"no\"}}")));
        assertThatIllegalArgumentException().isThrownBy(() -> Answers.read("{\"P01\":{\"says\":\"perhaps\"}}"));
    }

    @Test
    void what_one_door_shows_outweighs_what_another_does_not() {
        Finding found = new Finding.Found(List.of(new Evidence("a", "ʔ", "?", Wording.of("filler"))));
        Finding not = new Finding.NotFound(Wording.of("tested.one-name"));
        Finding elsewhere = new Finding.NotApplicable(Wording.of("no-list"));

        assertThat(not.and(found)).isEqualTo(found);
        assertThat(found.and(not)).isEqualTo(found);
        assertThat(elsewhere.and(not)).isEqualTo(not);
        assertThat(found.and(found))
                .isInstanceOfSatisfying(
                        Finding.Found.class, both -> assertThat(both.evidence()).hasSize(2));
    }

    @Test
    void evidence_shows_half_characters_as_what_stands_for_them() {
        assertThat(new Evidence("", "q̓", "\uD806", Wording.of("filler")).received())
                .isEqualTo("\uFFFD");
        assertThat(Evidence.codePoints("q̓")).isEqualTo("U+0071 U+0313");
    }

    private static AuditReport report(Map<String, Finding> found, Map<String, Finding.Answer> answers) {
        return AuditReport.of("Registry", "source", Instant.EPOCH, found, answers);
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle("org.entente.names.barrier.wording", java.util.Locale.forLanguageTag(language));
    }
}
