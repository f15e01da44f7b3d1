package org.entente.node.names.capture;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameText;
import org.entente.names.record.Spoken;
import org.entente.node.kernel.Secrets;
import org.entente.node.names.file.RecordedName;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A name on its way into a file, as its person has written it so far.
 *
 * @param writing the chosen {@link Writing}'s code
 * @param kind the {@link Name.Kind}'s code
 * @param parts what is written of each part, as far as anything is; never the only one
 * @param mononym whether the person says that it is their only one
 * @param respelledIn the language of the page on which the respelling was written; "" where nobody knows
 * @param corrects the name in whose place it is put; empty for one more
 */
public record Draft(
        String writing,
        String kind,
        String full,
        Map<NamePart.Role, String> parts,
        boolean mononym,
        String respelling,
        String respelledIn,
        String ipa,
        Optional<UUID> corrects) {
    /** The longest text that a draft keeps, in code points; a name that is too long is kept, and the person told. */
    static final int MAX_TEXT = 4_000;

    /** The parts that can be written, as the form has them. */
    public static final List<NamePart.Role> ROLES = List.of(
            NamePart.Role.GIVEN, NamePart.Role.FAMILY, NamePart.Role.CLAN, NamePart.Role.PATRONYM, NamePart.Role.OTHER);

    public Draft {
        parts = Map.copyOf(parts);
    }

    static Draft empty(String writing) {
        return new Draft(writing, Name.Kind.USED.code(), "", Map.of(), false, "", "", "", Optional.empty());
    }

    static Draft correcting(RecordedName recorded) {
        Name name = recorded.entry().name();
        Spoken said = recorded.entry().spoken();
        return new Draft(
                Writing.code(recorded.entry().orthography(), name.language()),
                recorded.before().orElse(name.kind()).code(),
                recorded.full(),
                parts(name),
                !name.parts(NamePart.Role.MONONYM).isEmpty(),
                said.respelling(),
                said.respelledIn(),
                said.ipa(),
                Optional.of(recorded.id()));
    }

    /** A name that somebody else holds of the person, as a draft of theirs. */
    static Draft of(Name name, String writing) {
        return new Draft(
                writing,
                Kinds.OFFERED.contains(name.kind()) ? name.kind().code() : Name.Kind.USED.code(),
                name.full().value(),
                parts(name),
                !name.parts(NamePart.Role.MONONYM).isEmpty(),
                "",
                "",
                "",
                Optional.empty());
    }

    private static Map<NamePart.Role, String> parts(Name name) {
        Map<NamePart.Role, String> parts = new EnumMap<>(NamePart.Role.class);
        for (NamePart.Role role : ROLES) {
            List<NameText> texts = name.parts(role);
            if (!texts.isEmpty()) {
                parts.put(
                        role,
                        String.join(" ", texts.stream().map(NameText::value).toList()));
            }
        }
        return parts;
    }

    /** What is written of a part; "" where nothing is. */
    public String part(NamePart.Role role) {
        return parts.getOrDefault(role, "");
    }

    /** The name of the field for a part. */
    public static String field(NamePart.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The same with one more letter. */
    Draft withLetter(String letter) {
        return new Draft(writing, kind, full + letter, parts, mononym, respelling, respelledIn, ipa, corrects);
    }

    /** The kind of name. */
    Optional<Name.Kind> chosenKind() {
        return Kinds.OFFERED.stream().filter(one -> one.code().equals(kind)).findFirst();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject()
                .put("writing", writing)
                .put("kind", kind)
                .put("full", full)
                .put("mononym", mononym)
                .put("respelling", respelling)
                .put("respelledIn", respelledIn)
                .put("ipa", ipa);
        parts.forEach((role, text) -> json.put(field(role), text));
        corrects.ifPresent(id -> json.put("corrects", id.toString()));
        return json;
    }

    /** SHA-256 of all that is written, in base64url. */
    String digest() {
        return Secrets.base64url(Secrets.sha256(Json.canonical(toJson())));
    }

    static Draft of(JsonNode json) {
        Map<NamePart.Role, String> parts = new EnumMap<>(NamePart.Role.class);
        ROLES.stream()
                .filter(role -> !json.path(field(role)).asString("").isEmpty())
                .forEach(role -> parts.put(role, json.path(field(role)).asString("")));
        return new Draft(
                json.path("writing").stringValue(),
                json.path("kind").stringValue(),
                json.path("full").stringValue(),
                parts,
                json.path("mononym").asBoolean(),
                json.path("respelling").stringValue(),
                json.path("respelledIn").asString(""),
                json.path("ipa").stringValue(),
                json.has("corrects")
                        ? Optional.of(UUID.fromString(json.path("corrects").stringValue()))
                        : Optional.empty());
    }

    /** Never what is written. */
    @Override
    public String toString() {
        return "Draft[…]";
    }
}
