package org.entente.node.names.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameText;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.legacy.Loss;
import org.entente.names.legacy.Method;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;
import org.entente.names.record.PartialDate;
import org.entente.names.record.Spoken;
import org.entente.names.record.Validity;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A file of names as it is stored, and as its person may take it away. */
public final class FileJson {
    private FileJson() {}

    /** The whole file. */
    public static ObjectNode write(PersonFile file) {
        ObjectNode json = Json.newObject();
        file.displayed().ifPresent(name -> json.put("displayed", name.id().toString()));
        file.chosen().ifPresent(chosen -> json.put("chosen", chosen.toString()));
        ArrayNode names = json.putArray("names");
        file.names().forEach(name -> names.add(write(name)));
        return json;
    }

    /** Reads what {@link #write(PersonFile)} wrote. */
    public static PersonFile read(JsonNode json) {
        List<RecordedName> names =
                json.path("names").valueStream().map(FileJson::name).toList();
        return new PersonFile(
                names,
                json.has("chosen")
                        ? Optional.of(UUID.fromString(json.path("chosen").stringValue()))
                        : Optional.empty());
    }

    private static ObjectNode write(RecordedName recorded) {
        NameEntry entry = recorded.entry();
        Name name = entry.name();
        ObjectNode json = Json.newObject()
                .put("id", recorded.id().toString())
                .put("kind", name.kind().code())
                .put("full", recorded.full())
                .put("lang", name.language())
                .put("orthography", entry.orthography())
                .put("received", entry.received());
        recorded.before().ifPresent(kind -> json.put("before", kind.code()));
        ArrayNode parts = json.putArray("parts");
        name.parts()
                .forEach(part -> parts.addObject()
                        .put("role", part.role().name())
                        .put("text", part.text().value()));
        json.putObject("said")
                .put("ipa", entry.spoken().ipa())
                .put("respelling", entry.spoken().respelling())
                .put("respelled_in", entry.spoken().respelledIn())
                .put("audio", entry.spoken().audioDigest())
                .put("type", entry.spoken().audioType());
        ArrayNode others = json.putArray("others");
        entry.equivalents()
                .forEach(other -> others.addObject()
                        .put("full", other.full().value())
                        .put("lang", other.language())
                        .put("relation", other.relation().code()));
        ArrayNode forms = json.putArray("forms");
        entry.legacyForms().forEach(form -> write(form, forms.addObject()));
        entry.validity().since().ifPresent(since -> json.put("since", since.value()));
        entry.validity().until().ifPresent(until -> json.put("until", until.value()));
        return json;
    }

    private static void write(LegacyForm form, ObjectNode json) {
        json.put("channel", form.channel())
                .put("value", form.value())
                .put("method", form.method().code())
                .put("at", form.at().toString());
        ArrayNode losses = json.putArray("losses");
        form.losses()
                .forEach(loss -> losses.addObject()
                        .put("written", loss.written())
                        .put("becomes", loss.becomes())
                        .put("kind", loss.kind().code()));
    }

    private static RecordedName name(JsonNode json) {
        List<NamePart> parts = json.path("parts")
                .valueStream()
                .map(part -> new NamePart(
                        NamePart.Role.valueOf(part.path("role").stringValue()),
                        new NameText(part.path("text").stringValue())))
                .toList();
        Name name = new Name(
                one(Name.Kind.values(), Name.Kind::code, json.path("kind")),
                new NameText(json.path("full").stringValue()),
                json.path("lang").stringValue(),
                parts);
        JsonNode said = json.path("said");
        NameEntry entry = new NameEntry(
                name,
                json.path("orthography").stringValue(),
                json.path("received").stringValue(),
                json.path("others").valueStream().map(FileJson::other).toList(),
                new Spoken(
                        said.path("ipa").stringValue(),
                        said.path("respelling").stringValue(),
                        said.path("respelled_in").asString(""),
                        said.path("audio").stringValue(),
                        said.path("type").stringValue()),
                json.path("forms").valueStream().map(FileJson::form).toList(),
                new Validity(date(json.path("since")), date(json.path("until"))));
        Optional<Name.Kind> before = json.has("before")
                ? Optional.of(one(Name.Kind.values(), Name.Kind::code, json.path("before")))
                : Optional.empty();
        return new RecordedName(UUID.fromString(json.path("id").stringValue()), entry, before);
    }

    private static Optional<PartialDate> date(JsonNode json) {
        return json.isMissingNode() ? Optional.empty() : Optional.of(new PartialDate(json.stringValue()));
    }

    private static Equivalent other(JsonNode json) {
        return new Equivalent(
                new NameText(json.path("full").stringValue()),
                json.path("lang").stringValue(),
                one(Equivalent.Relation.values(), Equivalent.Relation::code, json.path("relation")));
    }

    private static LegacyForm form(JsonNode json) {
        List<Loss> losses = new ArrayList<>();
        json.path("losses")
                .forEach(loss -> losses.add(new Loss(
                        loss.path("written").stringValue(),
                        loss.path("becomes").stringValue(),
                        one(Loss.Kind.values(), Loss.Kind::code, loss.path("kind")))));
        return new LegacyForm(
                json.path("channel").stringValue(),
                json.path("value").stringValue(),
                one(Method.values(), Method::code, json.path("method")),
                Instant.parse(json.path("at").stringValue()),
                losses);
    }

    private static <T> T one(T[] values, Function<T, String> code, JsonNode json) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(json.stringValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a word of ours"));
    }
}
