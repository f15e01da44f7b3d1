package org.entente.names.barrier.door;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.names.barrier.probe.Ability;
import org.entente.names.barrier.probe.Output;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * What an operator says of a system that speaks HTTP: where a name is written, where it comes out, where one searches.
 *
 * @param system what it is called in reports
 * @param origin scheme, host and port; nothing else is ever asked
 * @param headers sent with every request; a value {@code $NAME} stands for a variable of the environment
 * @param rename where a name is replaced, if anywhere
 * @param clerk the page of staff; empty for none
 * @param said where staff hear a name, or read how it is said
 * @param document the OpenAPI document; empty for none
 */
public record Description(
        String system,
        URI origin,
        Map<String, String> headers,
        JsonMembers register,
        Optional<JsonMembers> rename,
        List<Outlet> outputs,
        Optional<Lookup> search,
        Optional<Lookup> list,
        Optional<Lookup> match,
        String clerk,
        Optional<Place> said,
        String document) {
    private static final String[] MEMBERS = {
        "system",
        "origin",
        "headers",
        "register",
        "rename",
        "outputs",
        "search",
        "list",
        "match",
        "clerk",
        "said",
        "document"
    };

    /** An output: its address, with {@code {ref}} for the record, and where on it the name stands. */
    record Outlet(Output.Outlet outlet, String address, Extraction extraction) {}

    /** An element of a page: the page's address, with {@code {ref}} for the record, and a selector. */
    record Place(String address, String selector) {}

    /** A field of the form in which the language of a name is said, and what is said there of the control. */
    record Writing(String field, String value) {}

    /**
     * A search: its address, with {@code {name}} for what is looked for.
     *
     * @param field where that is written, when it is sent by a form; empty where it stands in the address
     * @param submit the form's button; empty for the one that the enter key presses
     */
    record Lookup(String address, String field, String submit, Extraction extraction) {
        boolean isForm() {
            return !field.isEmpty();
        }
    }

    /** @throws IllegalArgumentException when it is no such description; the message says where */
    public static Description read(String json) {
        JsonMembers in = JsonMembers.of(Json.read(json)).requireOnly(MEMBERS);
        return new Description(
                in.text("system"),
                origin(in.text("origin")),
                in.map("headers", value -> JsonMembers.asText("headers", value)),
                in.object("register").orElseThrow(() -> new IllegalArgumentException("missing: register")),
                in.object("rename"),
                in.list("outputs", Description::outlet),
                in.object("search").map(Description::lookup),
                in.object("list").map(Description::lookup),
                in.object("match").map(Description::lookup),
                in.optionalText("clerk").orElse(""),
                in.object("said").map(Description::place),
                in.optionalText("document").orElse(""));
    }

    private static URI origin(String text) {
        URI origin = URI.create(text);
        boolean web = "http".equals(origin.getScheme()) || "https".equals(origin.getScheme());
        if (!web || origin.getHost() == null || !origin.getRawPath().isEmpty() || origin.getUserInfo() != null) {
            throw new IllegalArgumentException("an origin is http(s)://host[:port]");
        }
        return origin;
    }

    private static Outlet outlet(Object value) {
        JsonMembers in = JsonMembers.of(value)
                .requireOnly("name", "kind", "channel", "address", "selector", "pointer", "pattern");
        Output.Kind kind = Output.Kind.valueOf(UCharacter.toUpperCase(ULocale.ROOT, in.text("kind")));
        return new Outlet(
                new Output.Outlet(
                        in.text("name"), kind, in.optionalText("channel").orElse("")),
                in.text("address"),
                Extraction.read(in));
    }

    private static Place place(JsonMembers in) {
        in.requireOnly("address", "selector");
        return new Place(in.text("address"), in.text("selector"));
    }

    /** Where the language of a name is said, if the form asks. */
    Optional<Writing> writing() {
        return register.object("writing").map(there -> {
            there.requireOnly("field", "value");
            return new Writing(there.text("field"), there.text("value"));
        });
    }

    private static Lookup lookup(JsonMembers in) {
        in.requireOnly("address", "field", "submit", "selector", "pointer", "pattern");
        return new Lookup(
                in.text("address"),
                in.optionalText("field").orElse(""),
                in.optionalText("submit").orElse(""),
                Extraction.read(in));
    }

    /** What can be done at this door. */
    Set<Ability> abilities() {
        Set<Ability> abilities = EnumSet.of(Ability.BOUNDARY, Ability.ANSWERS);
        search.ifPresent(there -> abilities.add(Ability.SEARCH));
        list.ifPresent(there -> abilities.add(Ability.LIST));
        match.ifPresent(there -> abilities.add(Ability.MATCH));
        rename.ifPresent(there -> abilities.add(Ability.RENAME));
        if (register.toString().contains("{given}")
                || register.optional("given").isPresent()) {
            abilities.add(Ability.PARTS);
        }
        if (register.toString().contains("{form}") || register.optional("form").isPresent()) {
            abilities.add(Ability.FORM);
        }
        return abilities;
    }

    /** The kinds of its outputs. */
    Set<Output.Kind> kinds() {
        Set<Output.Kind> kinds = EnumSet.noneOf(Output.Kind.class);
        outputs.forEach(output -> kinds.add(output.outlet().kind()));
        return kinds;
    }

    /**
     * An address of the system.
     *
     * @throws IllegalArgumentException when it is another system's
     */
    URI address(String template, String placeholder, String value) {
        URI address = origin.resolve(template.replace(placeholder, encoded(value)));
        boolean ours = origin.getScheme().equals(address.getScheme())
                && origin.getRawAuthority().equals(address.getRawAuthority());
        if (!ours) {
            throw new IllegalArgumentException("an address of another system: " + template);
        }
        return address;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
