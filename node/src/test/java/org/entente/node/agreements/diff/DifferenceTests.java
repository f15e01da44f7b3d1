package org.entente.node.agreements.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.entente;

import java.util.Optional;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DifferenceTests {
    private final Entente before = entente();

    @Test
    void a_text_does_not_differ_from_itself() {
        Difference difference = Difference.between(before, entente());
        assertThat(difference.paragraphs()).isEmpty();
        assertThat(difference.clauses()).isEmpty();
        assertThat(difference.parties()).isEmpty();
        assertThat(difference.whole()).isEmpty();
        assertThat(difference.examples()).isEmpty();
    }

    @Test
    void what_it_says_as_a_whole_is_shown() {
        Entente after = entente(draft -> {
            draft.putObject("notice").put("fr", "Autre avis").put("en", "Another notice");
            ((ObjectNode) draft.path("term")).put("until", "2033-05-01T00:00:00Z");
            draft.withObject("/accession").put("approval", "open");
        });
        assertThat(Difference.between(before, after).whole())
                .extracting(change ->
                        change.what().en() + ": " + change.after().orElseThrow().en())
                .containsExactlyInAnyOrder(
                        "To be read first: Another notice",
                        "Ends on: 2033-05-01",
                        "Who approves an accession: Nobody: signing is enough");
    }

    @Test
    void a_worked_example_that_asks_otherwise_is_shown_and_so_is_the_day_of_a_stale_clause() {
        Entente after = entente(draft -> {
            ((ObjectNode) draft.at("/golden_cases/0/question")).put("purpose", "anything");
            ObjectNode clause = (ObjectNode) draft.at("/clauses/0");
            clause.putObject("text")
                    .put("fr", "A".repeat(43))
                    .put("en", "A".repeat(43))
                    .put("until", "2033-05-01T00:00:00Z");
        });
        Difference difference = Difference.between(before, after);
        assertThat(difference.examples()).singleElement().satisfies(change -> {
            assertThat(change.where()).isEqualTo("1");
            assertThat(change.after().orElseThrow().en()).contains("anything");
        });
        assertThat(difference.clauses())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).contains(new Text("2033-05-01", "2033-05-01")));
    }

    @Test
    void a_paragraph_shows_both_languages_before_and_after() {
        Entente after = entente(draft -> ((ObjectNode) draft.at("/paragraphs/1")).put("fr", "Autre chose."));
        assertThat(Difference.between(before, after).paragraphs())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.where()).isEqualTo("1.1");
                    assertThat(change.before())
                            .contains(before.paragraph("1.1").orElseThrow().text());
                    assertThat(change.after())
                            .contains(new Text(
                                    "Autre chose.",
                                    before.paragraph("1.1").orElseThrow().text().en()));
                });
    }

    @Test
    void a_clause_says_in_plain_words_what_differs_and_nothing_else() {
        Entente after = entente(draft -> {
            ObjectNode clause = (ObjectNode) draft.at("/clauses/0");
            ((ArrayNode) clause.path("maximum_claims")).remove(3);
            clause.put("retention_days", 10);
            clause.put("issuers", "all-parties");
            draft.remove("golden_cases");
        });
        assertThat(Difference.between(before, after).clauses())
                .extracting(change -> change.where() + " " + change.what().en() + ": "
                        + change.after().orElseThrow().en())
                .containsExactly(
                        "3.1 Issued by: Any party",
                        "3.1 Facts at most: family_name, given_name, name, pseudonyms.ca-bc-arrival",
                        "3.1 Kept at most: 10 days");
    }

    @Test
    void what_is_added_has_no_before_and_what_is_removed_no_after() {
        Entente after = entente(TestEntentes::withThirdParty);
        Difference difference = Difference.between(before, after);
        assertThat(difference.parties()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.where()).isEqualTo("CA-NU");
            assertThat(change.before()).isEqualTo(Optional.empty());
        });
        assertThat(Difference.between(after, before).parties())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.after()).isEmpty());
        assertThat(difference.toJson().path("parties").path(0).has("before")).isFalse();
        assertThat(difference.toJson().path("after").asString()).isEqualTo(after.hash());
    }
}
