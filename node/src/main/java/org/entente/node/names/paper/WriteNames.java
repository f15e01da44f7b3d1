package org.entente.node.names.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.names.Name;
import org.entente.names.profile.Profile;
import org.entente.names.profile.Status;
import org.entente.names.record.Spoken;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.form.Channels;
import org.entente.node.names.paper.Paper.Row;
import org.entente.node.names.paper.Paper.Words;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/** Writes the names that a person may show, each with what is known of it. */
@Component
class WriteNames {
    private static final double TITLE = 22;
    private static final double NAME = 18;

    private final NodeIdentity identity;
    private final Orthographies orthographies;
    private final Channels channels;
    private final Messages messages;

    WriteNames(NodeIdentity identity, Orthographies orthographies, Channels channels, Messages messages) {
        this.identity = identity;
        this.orthographies = orthographies;
        this.channels = channels;
        this.messages = messages;
    }

    /** The PDF. */
    byte[] write(PersonFile file, Language language, LocalDate today) {
        String title = messages.say(language, "names.paper.title");
        try (Paper paper = new Paper(language.locale().toLanguageTag(), title)) {
            paper.heading(1, paper.own(title), TITLE);
            String node = identity.name().in(language);
            paper.paragraph(paper.own(messages.say(language, "names.paper.lead", node, today.toString())));
            List<RecordedName> shared = file.shared();
            if (shared.isEmpty()) {
                paper.paragraph(paper.own(messages.say(language, "names.none")));
            }
            for (RecordedName name : shared) {
                paper.heading(2, drawn(paper, language, new Words(name.full(), lang(name))), NAME);
                if (file.displayed().filter(name::equals).isPresent()) {
                    paper.paragraph(paper.own(messages.say(language, "names.shown")));
                }
                paper.table(rows(paper, name, language));
            }
            paper.heading(2, paper.own(messages.say(language, "names.paper.not")), NAME);
            paper.paragraph(paper.own(messages.say(language, "names.paper.not.text")));
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper cannot be written", e);
        }
    }

    private List<Row> rows(Paper paper, RecordedName recorded, Language language) {
        var entry = recorded.entry();
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                paper,
                language,
                "names.kind",
                paper.own(messages.say(
                        language, "names.kind." + entry.name().kind().code()))));
        rows.addAll(writing(paper, recorded, language));
        rows.addAll(parts(paper, recorded, language));
        entry.validity()
                .since()
                .ifPresent(
                        since -> rows.add(row(paper, language, "names.dates.paper", new Words(since.value(), "zxx"))));
        entry.equivalents()
                .forEach(other -> rows.add(row(
                        paper,
                        language,
                        "names.other." + other.relation().code(),
                        new Words(other.full().value(), lang(other.language())))));
        rows.addAll(spoken(paper, entry.spoken(), language));
        rows.add(row(paper, language, "names.paper.signs", new Words(notation(recorded.full()), "zxx")));
        entry.legacyForms().forEach(form -> {
            String system = channels.find(form.channel())
                    .map(named -> named.name().in(language))
                    .orElse(form.channel());
            rows.add(new Row(
                    paper.own(messages.say(language, "names.form.value", system)),
                    drawn(paper, language, new Words(form.value(), "zxx"))));
        });
        return rows;
    }

    /** In the order in which its bearer writes them. */
    private List<Row> parts(Paper paper, RecordedName recorded, Language language) {
        return recorded.entry().name().parts().stream()
                .map(part -> row(
                        paper,
                        language,
                        "names.part." + part.role().name().toLowerCase(Locale.ROOT),
                        new Words(part.text().value(), lang(recorded))))
                .toList();
    }

    private List<Row> spoken(Paper paper, Spoken spoken, Language language) {
        List<Row> rows = new ArrayList<>();
        if (!spoken.respelling().isEmpty()) {
            rows.add(row(paper, language, "names.respelling", new Words(spoken.respelling(), spoken.respelledIn())));
        }
        if (!spoken.ipa().isEmpty()) {
            rows.add(row(paper, language, "names.ipa", new Words(spoken.ipa(), "und-fonipa")));
        }
        return rows;
    }

    /** In which orthography, and where that comes from, as its licence asks. */
    private List<Row> writing(Paper paper, RecordedName recorded, Language language) {
        Profile profile = orthographies.alphabet(recorded.entry().orthography()).profile();
        if (profile.id().equals(Orthographies.open())) {
            return List.of(
                    row(paper, language, "names.writing", paper.own(messages.say(language, "names.writing.none"))));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row(paper, language, "names.writing", new Words(profile.name(), profile.bcp47())));
        String from = messages.say(
                language,
                profile.status() == Status.DRAFT ? "names.source.draft" : "names.source.approved",
                profile.authority().source(),
                profile.authority().licence());
        rows.add(row(paper, language, "names.source", paper.own(from)));
        return rows;
    }

    private Row row(Paper paper, Language language, String term, Words value) {
        return new Row(paper.own(messages.say(language, term)), drawn(paper, language, value));
    }

    /** The words, or, where no font of ours has their letters, a sentence that says so; never empty boxes. */
    private Words drawn(Paper paper, Language language, Words words) {
        return paper.draws(words) ? words : paper.own(messages.say(language, "names.paper.undrawn"));
    }

    private static String lang(RecordedName name) {
        return lang(name.entry().name().language());
    }

    private static String lang(String language) {
        return language.equals(Name.UNDETERMINED) ? "" : language;
    }

    private static String notation(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
    }
}
