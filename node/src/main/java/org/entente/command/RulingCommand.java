package org.entente.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.offline.PublishedFiles;
import org.entente.node.agreements.offline.Unsound;
import org.entente.node.agreements.offline.WrittenQuestion;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.kernel.Language;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules on a question as every node does, from files alone. Ends with 0 when it is permitted or every worked example comes
 * out as signed, with 1 when it is refused or one does not, with 3 when the files prove nothing.
 */
final class RulingCommand {
    private static final int HOLDS = 0;
    private static final int REFUSED = 1;
    private static final int UNSOUND = 3;
    private static final long MAX_FILE = Json.MAX_LENGTH;

    private final Words words;
    private final PrintStream out;
    private final RulingWording wording;
    private final boolean json;

    private RulingCommand(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
        this.wording = new RulingWording(
                Language.of(words.option("--lang", "en")).orElseThrow(() -> new NotUnderstood("--lang is en or fr")));
        this.json = words.has("--json");
    }

    /**
     * Answers.
     *
     * @param now what counts where nothing else is asked for
     */
    static int run(Words words, PrintStream out, Instant now) {
        RulingCommand command = new RulingCommand(words, out);
        if (words.has("help") || words.has("--help")) {
            out.print(command.wording.help());
            return HOLDS;
        }
        try {
            return words.has("--golden") ? command.golden() : command.rule(now);
        } catch (Unsound unsound) {
            out.println(
                    command.json
                            ? Json.write(
                                    Json.newObject().put("error", unsound.why().code()))
                            : command.wording.unsound(unsound));
            return UNSOUND;
        } catch (ProtocolError e) {
            throw new NotUnderstood(e.publicText());
        }
    }

    private int rule(Instant now) throws Unsound {
        String file = words.option("--question", "");
        String at = words.option("--at", "");
        WrittenQuestion question;
        Instant instant = at.isEmpty() ? now : instant(at);
        if (file.isEmpty()) {
            String issuer = words.option("--issuer", "");
            question = new WrittenQuestion(
                    needed("--verifier"),
                    needed("--purpose"),
                    needed("--type"),
                    issuer.isEmpty() ? Optional.empty() : Optional.of(issuer),
                    WrittenQuestion.claims(words.option("--claims", "")));
        } else {
            ObjectNode written = Json.object(content(file));
            question = WrittenQuestion.parse(written);
            instant = at.isEmpty() && written.has("at")
                    ? instant(written.path("at").asString(""))
                    : instant;
        }
        String heard = words.option("--confirmed", "");
        Instant confirmedAt = heard.isEmpty() ? now : instant(heard);
        String unconfirmed = words.option("--unconfirmed", "");
        Set<String> without = unconfirmed.isEmpty() ? Set.of() : parties(unconfirmed);
        Ruling ruling = question.rule(files().at(instant, confirmedAt, without), instant);
        out.println(
                json
                        ? Json.write(ruling.toJson().put("at", instant.toString()))
                        : wording.of(ruling, instant, unconfirmed));
        return ruling instanceof Ruling.Permitted ? HOLDS : REFUSED;
    }

    /** Keys of parties, with commas between. */
    private static Set<String> parties(String listed) {
        Set<String> keys = Set.copyOf(List.of(listed.split(",", -1)));
        if (!keys.stream().allMatch(key -> key.matches(Party.KEY))) {
            throw new NotUnderstood("--unconfirmed takes keys of parties as the entente has them, commas between");
        }
        return keys;
    }

    private String needed(String option) {
        String value = words.option(option, "");
        if (value.isEmpty()) {
            throw new NotUnderstood(option + " and its value are needed, or --question and a file");
        }
        return value;
    }

    private int golden() throws Unsound {
        boolean all = true;
        ArrayNode array = Json.newArray();
        for (Entente document : files().documents()) {
            for (GoldenCases.Result result : GoldenCases.run(document)) {
                all &= result.holds();
                array.add(written(document, result));
                if (!json) {
                    out.println(wording.of(result));
                }
            }
        }
        if (json) {
            out.println(Json.write(array));
        } else {
            out.println(wording.golden(array.size(), all));
        }
        return all ? HOLDS : REFUSED;
    }

    private static ObjectNode written(Entente document, GoldenCases.Result result) {
        ObjectNode json = Json.newObject()
                .put("entente", document.id().toString())
                .put("document", document.hash())
                .put("number", result.number())
                .put("holds", result.holds());
        json.putObject("title")
                .put("fr", result.golden().title().fr())
                .put("en", result.golden().title().en());
        json.set("ruling", result.ruling().toJson());
        return json;
    }

    private PublishedFiles files() throws Unsound {
        List<byte[]> contents = new ArrayList<>();
        for (String file : words.files(1, 1_000)) {
            contents.add(content(file));
        }
        return PublishedFiles.read(contents);
    }

    private static byte[] content(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_FILE) {
                throw new NotUnderstood("the file " + file + " is longer than " + MAX_FILE + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new NotUnderstood("the file " + file + " cannot be read");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotUnderstood("a moment is written as 2026-12-24T17:00:00Z");
        }
    }
}
