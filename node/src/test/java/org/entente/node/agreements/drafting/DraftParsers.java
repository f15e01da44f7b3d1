package org.entente.node.agreements.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.EntenteSchema;
import org.entente.protocols.fuzz.Parser;
import tools.jackson.databind.node.ObjectNode;

/** The reader of drafts that programs write: whatever it takes, the officers' pages show and their forms write. */
public final class DraftParsers {
    private static final int SLOW = 10;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private DraftParsers() {}

    public static List<Parser> all() {
        ObjectNode begun = Examples.write(TestEntentes.draft(), NOW);
        Parser parser = Parser.ofObject("entente-being-written", DraftParsers::shown, TestEntentes.draft(), begun);
        return List.of(new Parser(parser.name(), parser.samples(), SLOW, parser.read()));
    }

    private static Object shown(ObjectNode json) {
        EntenteSchema.requireDraft(json);
        DraftView.of(new KeptDraft(new UUID(0, 1), 1, json, Optional.empty(), NOW));
        Stream.of(
                        Stream.of("general", "party-1", "party-2"),
                        numbers(json, "paragraphs", "paragraph-"),
                        numbers(json, "clauses", "clause-"))
                .flatMap(names -> names)
                .forEach(name -> {
                    ObjectNode changed = json.deepCopy();
                    DraftPart.of(changed, name).ifPresent(part -> {
                        part.write(part.values());
                        Examples.follow(json, changed);
                    });
                });
        NewPart.add(json.deepCopy(), Map.of("what", "paragraph", "number", "1.1"));
        ObjectNode without = json.deepCopy();
        without.remove("golden_cases");
        return Examples.complete(json, without, NOW);
    }

    private static Stream<String> numbers(ObjectNode json, String list, String prefix) {
        return json.path(list).valueStream().map(part -> prefix + DraftPart.numberOf(part));
    }
}
