package org.entente.node.names.offered;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.Name;
import org.entente.names.json.Json;
import org.entente.names.key.KeyMaker;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;
import org.entente.node.names.HeldNames;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.search.CompareNames;
import org.entente.node.names.search.Resemblance;
import org.springframework.stereotype.Component;

/** What may be offered: what a source holds and the person's file does not, letter for letter. */
@Component
public class OfferedNames {
    private final List<HeldNames> sources;
    private final CompareNames compare;
    private final Orthographies orthographies;

    OfferedNames(List<HeldNames> sources, CompareNames compare, Orthographies orthographies) {
        this.sources = List.copyOf(sources);
        this.compare = compare;
        this.orthographies = orthographies;
    }

    /**
     * A name that may be taken.
     *
     * @param mark by which it is asked for: a digest of what would be taken, so that nothing else ever is
     * @param resemblance to what the person has recorded
     */
    public record Offered(String mark, Text source, Name name, Resemblance resemblance) {
        /** Never the name. */
        @Override
        public String toString() {
            return "Offered[" + mark + "]";
        }
    }

    /** All that sources hold, those that the file has among them: the names of the records that were matched to the person. */
    public List<Offered> all(PersonId person, PersonFile file) {
        List<Offered> all = new ArrayList<>();
        for (HeldNames source : sources) {
            source.of(person)
                    .forEach(held -> all.add(new Offered(
                            mark(held),
                            held.source(),
                            held.name(),
                            compare.with(file, held.name().full()))));
        }
        return all;
    }

    /**
     * Those that the file lacks, in the order of the letters of the name that the person shows; a former or ceremonial name that a
     * source holds, however written there, is not offered.
     */
    public List<Offered> missing(PersonId person, PersonFile file) {
        Set<String> known = file.names().stream()
                .map(name -> KeyMaker.stored(name.entry().name().full()))
                .collect(Collectors.toSet());
        return all(person, file).stream()
                .filter(offered -> !compare.isPutAway(file, offered.name().full()))
                .filter(offered -> known.add(KeyMaker.stored(offered.name().full())))
                .sorted(Comparator.comparing(offered -> offered.name().full(), orthographies.order(file.orthography())))
                .toList();
    }

    /** The one of a mark, if a source holds it still. */
    public Optional<Name> marked(PersonId person, String mark) {
        return all(person, PersonFile.EMPTY).stream()
                .filter(offered -> offered.mark().equals(mark))
                .map(Offered::name)
                .findFirst();
    }

    private static String mark(HeldNames.Held held) {
        Name name = held.name();
        List<String> taken = new ArrayList<>(List.of(
                held.source().en(),
                name.kind().code(),
                name.language(),
                name.full().value()));
        name.parts()
                .forEach(part ->
                        taken.addAll(List.of(part.role().name(), part.text().value())));
        return HexFormat.of().formatHex(Secrets.sha256(Json.canonical(taken).getBytes(StandardCharsets.UTF_8)));
    }
}
