package org.entente.node.agreements.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.accede.RequestAccession.Reading;
import org.entente.node.agreements.decide.Decision;
import org.entente.node.agreements.decide.FirstWord;
import org.entente.node.agreements.decide.Joining;
import org.entente.node.agreements.desk.Word;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.page.Section;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Text;
import org.entente.node.web.FormErrors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form by which this government asks to join an entente.
 *
 * @param part its fields, as any part of a draft has them
 * @param waiting the instruments that one officer has written and another has not confirmed
 * @param read the text that stands at the address; empty while none has been read
 * @param trouble why it was not sent: the end of a key in the catalogue
 */
public record InstrumentView(PartView part, List<Waiting> waiting, Optional<Read> read, Optional<String> trouble) {
    /**
     * The text of an entente that is in force, as its record was verified just now.
     *
     * @param bound the names of those that are bound by it now, whoever its first parties were
     * @param depositary who orders now
     * @param words what waits about exactly this text
     */
    public record Read(
            Entente entente, List<Text> bound, Text depositary, List<Section> sections, List<Waiting> words) {
        private static Read of(Reading.Found found, List<Waiting> waiting) {
            Entente text = found.text();
            Map<String, Party> parties = Stream.concat(text.parties().stream(), found.bound().stream())
                    .collect(Collectors.toMap(Party::key, Function.identity(), (stated, bound) -> bound));
            return new Read(
                    text,
                    found.bound().stream().map(Party::name).toList(),
                    found.depositary().name(),
                    Section.all(text, parties),
                    waiting.stream()
                            .filter(one -> one.document().equals(text.hash()))
                            .toList());
        }
    }

    /**
     * An instrument that waits for a second officer.
     *
     * @param version of the text in force that was read
     * @param document its hash
     */
    public record Waiting(
            String entente, int version, String document, List<Party.Issuer> issuers, List<Step> approval, Word word) {}

    /** A step of our own approval, as the instrument states it. */
    public record Step(Text step, Text office) {}

    static InstrumentView of(
            KeptDraft none,
            Map<String, String> form,
            List<Waiting> waiting,
            FormErrors errors,
            Optional<String> trouble,
            Optional<Reading.Found> read) {
        return new InstrumentView(
                new PartView(none, "accession", "party", List.of(), Fields.PARTY, form, errors, false),
                waiting,
                read.map(one -> Read.of(one, waiting)),
                trouble);
    }

    static List<Waiting> waiting(List<FirstWord> words, Actor.Officer officer) {
        return words.stream()
                .filter(word -> word.decision().kind() == Decision.Kind.JOIN)
                .map(word -> waiting(word, officer))
                .toList();
    }

    private static Waiting waiting(FirstWord word, Actor.Officer officer) {
        Joining joining = Joining.of(word.decision());
        ObjectNode statement = joining.statement();
        return new Waiting(
                word.decision().subject(),
                joining.version(),
                joining.document(),
                statement
                        .path("issuers")
                        .valueStream()
                        .map(InstrumentView::issuer)
                        .toList(),
                statement
                        .path("approval")
                        .valueStream()
                        .map(step -> new Step(text(step.path("step")), text(step.path("office"))))
                        .toList(),
                Word.of(word, officer));
    }

    private static Party.Issuer issuer(JsonNode issuer) {
        Set<String> types = issuer.path("credential_types")
                .valueStream()
                .map(type -> type.asString(""))
                .collect(Collectors.toUnmodifiableSet());
        return new Party.Issuer(issuer.path("organisation").asString(""), types);
    }

    private static Text text(JsonNode text) {
        return new Text(text.path("fr").asString(""), text.path("en").asString(""));
    }
}
