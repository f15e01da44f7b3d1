package org.entente.node.agreements.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A draft as its page shows it.
 *
 * @param trouble why it was not put on the table: the end of a key in the catalogue
 * @param place where the document is wrong
 * @param broken the worked examples that its clauses decide otherwise
 */
public record DraftView(
        KeptDraft draft,
        List<Passage> passages,
        List<PartyLine> parties,
        List<ExampleLine> examples,
        Optional<String> trouble,
        Optional<String> place,
        List<Text> broken) {
    /** A paragraph and the clauses that implement it. */
    public record Passage(String number, boolean heading, Text text, List<ClauseLine> clauses) {}

    /** A clause: what its fields say, by their names. */
    public record ClauseLine(String number, String kind, Map<String, String> says) {}

    /**
     * A worked example.
     *
     * @param clause under which it is permitted; empty where it is refused
     */
    public record ExampleLine(Text title, String clause) {}

    /** A party, by its place from 1 on. */
    public record PartyLine(int place, Text name, String key, String entity) {}

    static DraftView of(KeptDraft draft) {
        return new DraftView(
                draft, passages(draft), parties(draft), examples(draft), Optional.empty(), Optional.empty(), List.of());
    }

    DraftView with(PutOnTable.Outcome outcome) {
        return switch (outcome) {
            case PutOnTable.Outcome.Done ignored -> this;
            case PutOnTable.Outcome.Refused(String name) ->
                new DraftView(draft, passages, parties, examples, Optional.of(name), Optional.empty(), List.of());
            case PutOnTable.Outcome.Invalid(Optional<String> where) ->
                new DraftView(draft, passages, parties, examples, Optional.of("invalid"), where, List.of());
            case PutOnTable.Outcome.GoldenCasesBroken(List<Text> titles) ->
                new DraftView(
                        draft, passages, parties, examples, Optional.of("golden-cases"), Optional.empty(), titles);
        };
    }

    private static List<Passage> passages(KeptDraft draft) {
        List<Passage> passages = new ArrayList<>();
        for (JsonNode paragraph : draft.json().path("paragraphs")) {
            String number = paragraph.path("number").asString("");
            passages.add(new Passage(
                    number,
                    paragraph.path("heading").asBoolean(false),
                    KeptDraft.text(paragraph),
                    clauses(draft, number)));
        }
        return passages;
    }

    private static List<ClauseLine> clauses(KeptDraft draft, String paragraph) {
        return draft.json()
                .path("clauses")
                .valueStream()
                .filter(clause -> clause.path("paragraph").asString("").equals(paragraph))
                .map(clause -> {
                    String kind = clause.path("kind").asString("");
                    Map<String, String> says = FieldValues.of(clause, plain(DraftPart.fields(clause)));
                    says.values().removeIf(String::isBlank);
                    return new ClauseLine(DraftPart.numberOf(clause), kind, says);
                })
                .toList();
    }

    private static List<Field> plain(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.kind() != Field.Kind.ROWS && field.kind() != Field.Kind.BOTH_LANGUAGES)
                .toList();
    }

    private static List<ExampleLine> examples(KeptDraft draft) {
        return draft.json()
                .path("golden_cases")
                .valueStream()
                .map(one -> new ExampleLine(
                        KeptDraft.text(one.path("title")),
                        one.path("expect").path("permitted").asString("")))
                .toList();
    }

    private static List<PartyLine> parties(KeptDraft draft) {
        List<PartyLine> lines = new ArrayList<>();
        for (JsonNode party : draft.json().path("parties")) {
            lines.add(new PartyLine(
                    lines.size() + 1,
                    KeptDraft.text(party.path("name")),
                    party.path("key").asString(""),
                    party.path("entity").asString("")));
        }
        return lines;
    }
}
