package org.entente.node.names.capture;

import java.util.Optional;
import java.util.UUID;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameText;
import org.entente.node.names.file.RecordedName;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A name on its way into a file, as its person has written it so far.
 *
 * @param writing the chosen {@link Writing}'s code
 * @param kind the {@link Name.Kind}'s code
 * @param mononym whether the person says that it is their only one
 * @param corrects the name in whose place it is put; empty for one more
 */
public record Draft(
        String writing,
        String kind,
        String full,
        String given,
        String family,
        boolean mononym,
        String respelling,
        String ipa,
        Optional<UUID> corrects) {
    /** The longest text that a draft keeps, in code points; a name that is too long is kept, and the person told. */
    static final int MAX_TEXT = 4_000;

    static Draft empty(String writing) {
        return new Draft(writing, Name.Kind.USED.code(), "", "", "", false, "", "", Optional.empty());
    }

    static Draft correcting(RecordedName recorded) {
        Name name = recorded.entry().name();
        return new Draft(
                Writing.code(recorded.entry().orthography(), name.language()),
                recorded.before().orElse(name.kind()).code(),
                recorded.full(),
                part(name, NamePart.Role.GIVEN),
                part(name, NamePart.Role.FAMILY),
                !name.parts(NamePart.Role.MONONYM).isEmpty(),
                recorded.entry().spoken().respelling(),
                recorded.entry().spoken().ipa(),
                Optional.of(recorded.id()));
    }

    /** A name that somebody else holds of the person, as a draft of theirs. */
    static Draft of(Name name, String writing) {
        return new Draft(
                writing,
                Kinds.OFFERED.contains(name.kind()) ? name.kind().code() : Name.Kind.USED.code(),
                name.full().value(),
                part(name, NamePart.Role.GIVEN),
                part(name, NamePart.Role.FAMILY),
                !name.parts(NamePart.Role.MONONYM).isEmpty(),
                "",
                "",
                Optional.empty());
    }

    private static String part(Name name, NamePart.Role role) {
        return String.join(" ", name.parts(role).stream().map(NameText::value).toList());
    }

    /** The same with one more letter. */
    Draft withLetter(String letter) {
        return new Draft(writing, kind, full + letter, given, family, mononym, respelling, ipa, corrects);
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
                .put("given", given)
                .put("family", family)
                .put("mononym", mononym)
                .put("respelling", respelling)
                .put("ipa", ipa);
        corrects.ifPresent(id -> json.put("corrects", id.toString()));
        return json;
    }

    static Draft of(JsonNode json) {
        return new Draft(
                json.path("writing").stringValue(),
                json.path("kind").stringValue(),
                json.path("full").stringValue(),
                json.path("given").stringValue(),
                json.path("family").stringValue(),
                json.path("mononym").asBoolean(),
                json.path("respelling").stringValue(),
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
