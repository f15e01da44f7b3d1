package org.entente.node.names.capture;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.key.KeyMaker;
import org.entente.node.kernel.Language;
import org.entente.node.names.Orthographies;
import org.entente.node.names.export.Column;
import org.entente.node.names.export.CsvRow;
import org.entente.node.names.export.ReadCsv;
import org.entente.node.names.file.PersonFile;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/** Reads the rows of a brought file as drafts that could be. What it does not understand it leaves to the person. */
@Component
class ReadBrought {
    private final Orthographies orthographies;
    private final ReadCsv readCsv;
    private final Messages messages;

    ReadBrought(Orthographies orthographies, ReadCsv readCsv, Messages messages) {
        this.orthographies = orthographies;
        this.readCsv = readCsv;
        this.messages = messages;
    }

    List<BringView.Line> lines(List<CsvRow> rows, PersonFile file) {
        Set<String> known = file.names().stream()
                .map(name -> KeyMaker.stored(name.entry().name().full()))
                .collect(Collectors.toSet());
        return rows.stream().map(row -> line(row, known)).toList();
    }

    private BringView.Line line(CsvRow row, Set<String> known) {
        Draft draft = draft(row);
        String lang =
                Writing.of(draft.writing(), orthographies).map(Writing::lang).orElse("");
        return switch (NameText.read(draft.full())) {
            case NameReading.Accepted(NameText text) ->
                new BringView.Line(row.line(), draft, lang, known.contains(KeyMaker.stored(text)), Optional.empty());
            case NameReading.Refused refused ->
                new BringView.Line(row.line(), draft, lang, false, Optional.of(refused));
        };
    }

    private Draft draft(CsvRow row) {
        Map<NamePart.Role, String> parts = new EnumMap<>(NamePart.Role.class);
        Draft.ROLES.stream()
                .filter(role -> !row.in(Column.of(role)).isEmpty())
                .forEach(role -> parts.put(role, row.in(Column.of(role))));
        return new Draft(
                writing(row),
                kind(row.in(Column.KIND).strip()),
                row.in(Column.FULL),
                parts,
                readCsv.isYes(row.in(Column.MONONYM)),
                row.in(Column.RESPELLING),
                Language.of(row.in(Column.RESPELLED_IN).strip())
                        .map(Language::code)
                        .orElse(""),
                row.in(Column.IPA),
                Optional.empty());
    }

    /** The orthography that the row names, if it is known here; else what its language leads to. */
    private String writing(CsvRow row) {
        String orthography = row.in(Column.ORTHOGRAPHY).strip();
        return Writing.code(
                orthographies.has(orthography) ? orthography : Orthographies.open(),
                row.in(Column.LANGUAGE).strip());
    }

    /**
     * The code of the kind that a cell says in the words of either language: a name in use where it says nothing, and none where
     * it says what we do not understand. A name that another system calls former would be shared by itself as one in use.
     */
    private String kind(String said) {
        if (said.isEmpty()) {
            return Name.Kind.USED.code();
        }
        return Kinds.OFFERED.stream()
                .filter(kind -> Stream.concat(
                                Stream.of(kind.code()),
                                Arrays.stream(Language.values())
                                        .map(language -> messages.say(language, "names.kind." + kind.code())))
                        .anyMatch(said::equals))
                .findFirst()
                .map(Name.Kind::code)
                .orElse("");
    }
}
