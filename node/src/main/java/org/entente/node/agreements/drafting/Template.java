package org.entente.node.agreements.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.kernel.Jurisdiction;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A text to begin with: what an entente must say, in both languages, and for some purpose what it usually says. */
public enum Template {
    /** Each accepts the other's proof of identity for one purpose. */
    IDENTITY,
    /** Only what every entente must say. */
    MINIMAL;

    private static final String US = "OUR-KEY";

    /** Its name in forms and in the catalogue. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The template of this name. */
    public static Optional<Template> of(String code) {
        return Arrays.stream(values())
                .filter(template -> template.code().equals(code))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Template::code).toList();
    }

    /** The draft without name, title and parties; this government is accountable for every clause until somebody else is. */
    public ObjectNode load(Jurisdiction us) {
        String resource = "/agreements/template-" + code() + ".json";
        try (InputStream file = Template.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the application has no " + resource);
            }
            return Json.object(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace(US, us.code()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
