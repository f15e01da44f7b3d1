package org.entente.node.names.export;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;
import org.entente.names.record.PartialDate;
import org.entente.names.spreadsheet.FormulaGuard;
import org.entente.node.kernel.Language;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.form.Channels;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/**
 * A person's names for a spreadsheet: CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know it; a row for
 * each name, all texts composed (NFC), those that a spreadsheet would compute behind a {@link FormulaGuard}.
 */
@Component
class WriteCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final Channels channels;
    private final Messages messages;

    WriteCsv(Channels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    /** The file, with its headings and words in a language. */
    byte[] write(PersonFile file, Language language) {
        List<String> systems = systems(file);
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(headings(systems, language));
            for (RecordedName name : file.shared()) {
                boolean shown = file.displayed().filter(name::equals).isPresent();
                printer.printRecord(
                        row(name, shown, systems, language).map(WriteCsv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes every row", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The systems for which any of the names has a form: those known here, and those of before. */
    private static List<String> systems(PersonFile file) {
        return file.shared().stream()
                .flatMap(name -> name.entry().legacyForms().stream())
                .map(LegacyForm::channel)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> headings(List<String> systems, Language language) {
        List<String> headings = new ArrayList<>();
        for (Column column : Column.values()) {
            headings.add(messages.say(language, column.key()));
        }
        systems.forEach(system -> headings.add(messages.say(language, "names.form.value", called(system, language))));
        return headings;
    }

    private String called(String channel, Language language) {
        return channels.find(channel).map(named -> named.name().in(language)).orElse(channel);
    }

    private Stream<String> row(RecordedName name, boolean shown, List<String> systems, Language language) {
        Stream<String> columns = Stream.of(Column.values()).map(column -> said(column, name.entry(), shown, language));
        Stream<String> forms = systems.stream()
                .map(system -> name.entry().legacyForms().stream()
                        .filter(form -> form.channel().equals(system))
                        .map(LegacyForm::value)
                        .findFirst()
                        .orElse(""));
        return Stream.concat(columns, forms);
    }

    private String said(Column column, NameEntry entry, boolean shown, Language language) {
        Name name = entry.name();
        return switch (column) {
            case FULL -> name.full().value();
            case SHOWN -> yes(shown, language);
            case KIND -> messages.say(language, "names.kind." + name.kind().code());
            case ORTHOGRAPHY -> entry.orthography();
            case LANGUAGE -> name.language();
            case MONONYM -> yes(!name.parts(NamePart.Role.MONONYM).isEmpty(), language);
            case GIVEN, FAMILY, CLAN, PATRONYM, OTHER ->
                name.parts(NamePart.Role.valueOf(column.name())).stream()
                        .map(part -> part.value())
                        .collect(Collectors.joining(" "));
            case RESPELLING -> entry.spoken().respelling();
            case RESPELLED_IN -> entry.spoken().respelledIn();
            case IPA -> entry.spoken().ipa();
            case SINCE -> entry.validity().since().map(PartialDate::value).orElse("");
            case UNTIL -> entry.validity().until().map(PartialDate::value).orElse("");
            case WRITINGS ->
                entry.equivalents().stream()
                        .map(other -> written(other, language))
                        .collect(Collectors.joining("\n"));
        };
    }

    private String written(Equivalent other, Language language) {
        return other.full().value() + " [" + other.language() + "] "
                + messages.say(language, "names.other." + other.relation().code());
    }

    private String yes(boolean so, Language language) {
        return so ? messages.say(language, ReadCsv.YES) : "";
    }

    private static String cell(String text) {
        return FormulaGuard.guarded(Normalizer2.getNFCInstance().normalize(text));
    }
}
