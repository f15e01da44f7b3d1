package org.entente.names.barrier;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** The catalogue of barriers in this version of the library: 55 that a program can look for, and 14 questions. */
public record Catalogue(String version, List<Barrier> barriers, List<Question> questions) {
    private static final Catalogue STANDARD = read();

    public Catalogue {
        barriers = List.copyOf(barriers);
        questions = List.copyOf(questions);
    }

    /** The catalogue that comes along. */
    public static Catalogue standard() {
        return STANDARD;
    }

    /** One barrier. */
    public Barrier barrier(String id) {
        return barriers.stream()
                .filter(barrier -> barrier.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such barrier: " + id));
    }

    private static Catalogue read() {
        JsonMembers in = JsonMembers.of(Json.read(resource("catalogue.json")));
        return new Catalogue(
                in.text("version"), in.list("barriers", Catalogue::barrier), in.list("questions", value -> {
                    JsonMembers question = JsonMembers.of(value);
                    return new Question(
                            question.text("id"), wording(question, "title"), question.list("law", Catalogue::law));
                }));
    }

    private static Barrier barrier(Object value) {
        JsonMembers in = JsonMembers.of(value);
        long severity = (Long) in.optional("severity").orElseThrow();
        return new Barrier(
                in.text("id"),
                (int) severity,
                wording(in, "affects"),
                wording(in, "title"),
                in.texts("probes"),
                in.texts("typed"),
                wording(in, "expected"),
                wording(in, "remedy"),
                Barrier.Cost.valueOf(UCharacter.toUpperCase(ULocale.ROOT, in.text("cost"))));
    }

    private static Wording law(Object value) {
        return Wording.read(JsonMembers.of(value));
    }

    private static Wording wording(JsonMembers in, String member) {
        return Wording.read(in.object(member).orElseThrow(() -> new IllegalArgumentException("missing: " + member)));
    }

    /** A text beside this class. */
    public static String resource(String name) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the library");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
