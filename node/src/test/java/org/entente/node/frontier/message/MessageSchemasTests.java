package org.entente.node.frontier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of the messages leave no place for what nobody foresaw: every object is closed, every list and text is
 * bounded, and a text either has a form or is marked {@code "x-public": true}, for words that an officer released. A
 * schema that a message refers to is held to the same.
 */
class MessageSchemasTests {
    /** What of a message is a text that an officer released, with all that its own schema allows. */
    private static final Set<String> RELEASED = Set.of("entente-move.json document/");

    /**
     * The forms that have no room for a word, or whose words a receiver looks up: a party's key and an entente's address are
     * what a released text calls them, and what is signed is tried place by place where it is read.
     */
    private static final Set<String> CLOSED = Set.of(
            "^[A-Za-z0-9_-]{43}$",
            "^[A-Za-z0-9_-]{86}$",
            "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}$",
            "^https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/ententes/[a-z0-9][a-z0-9-]{0,62}$",
            "^[A-Z0-9-]{2,32}$");

    /** The encoded header of a signature, which is read as strictly as that of anything signed. */
    private static final String HEADER = "entente-signature.json signature/protected/";

    private static final Set<String> FORMS = Set.of("enum", "const", "pattern", "format");
    private static final Set<String> SUBSCHEMA_LISTS = Set.of("oneOf", "anyOf", "allOf");

    @Test
    void every_schema_is_closed() {
        List<String> objections = new ArrayList<>();
        MessageTypes.files(MessageTypes.SCHEMAS).forEach((name, schema) -> {
            assertThat(schema.path("type").asString()).as(name).isEqualTo("object");
            object(schema, name + " ", objections);
        });
        MessageTypes.files(MessageTypes.DOCUMENT_SCHEMAS).values().forEach(schema -> {
            if (referred().contains(schema.path("$id").asString(""))) {
                object(schema, schema.path("$id").asString() + " ", objections);
            }
        });

        assertThat(objections).isEmpty();
    }

    @Test
    void nothing_but_a_released_text_has_room_for_a_word() {
        List<String> free = new ArrayList<>();
        MessageTypes.files(MessageTypes.SCHEMAS).forEach((name, schema) -> words(schema, name + " ", free));

        assertThat(free).isEmpty();
    }

    @Test
    void a_free_word_in_a_message_is_found() {
        List<String> free = new ArrayList<>();
        for (String text : List.of(
                "{\"type\": \"string\", \"maxLength\": 64, \"pattern\": \"^[A-Za-z0-9_-]{8,64}$\"}",
                "{\"type\": \"string\", \"maxLength\": 64, \"format\": \"uri\"}",
                "{\"type\": \"string\", \"maxLength\": 64, \"x-public\": true}",
                "{\"$ref\": \"urn:entente:document:1\"}")) {
            ObjectNode schema = Json.newObject().put("type", "object");
            schema.putObject("properties").set("note", Json.parse(text));
            words(schema, "x.json ", free);
        }

        assertThat(free).hasSize(4).containsOnly("x.json note/");
    }

    /** Where a message has room for a word that no released text has. */
    private static void words(JsonNode schema, String path, List<String> free) {
        for (String list : SUBSCHEMA_LISTS) {
            schema.path(list).forEach(option -> words(option, path, free));
        }
        if (schema.has("enum") || schema.has("const") || RELEASED.contains(path) || path.equals(HEADER)) {
            return;
        }
        if (schema.has("$ref") || schema.path("additionalProperties").isObject()) {
            free.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(member -> words(member.getValue(), path + member.getKey() + "/", free));
        if (schema.has("items")) {
            words(schema.path("items"), path + "items/", free);
        }
        if (schema.path("type").asString("").equals("string")
                && !schema.path("format").asString("").equals("uuid")
                && !CLOSED.contains(schema.path("pattern").asString(""))) {
            free.add(path);
        }
    }

    /** The documents to which a message's schema refers. */
    private static Set<String> referred() {
        return MessageTypes.files(MessageTypes.SCHEMAS).values().stream()
                .flatMap(schema -> schema.findValues("$ref").stream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private static void examine(JsonNode node, String path, List<String> objections) {
        if (!(node instanceof ObjectNode schema)) {
            objections.add(path + "is no schema");
            return;
        }
        for (String list : SUBSCHEMA_LISTS) {
            schema.path(list).forEach(option -> examine(option, path + list + "/", objections));
        }
        if (schema.has("$ref") || schema.has("enum") || schema.has("const") || hasOptions(schema)) {
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> object(schema, path, objections);
            case "array" -> {
                require(schema.has("maxItems"), path + "is a list without maxItems", objections);
                examine(schema.path("items"), path + "items/", objections);
            }
            case "string" -> text(schema, path, objections);
            case "integer", "boolean" -> {}
            default -> objections.add(path + "has no type that is allowed here");
        }
    }

    private static void object(ObjectNode schema, String path, List<String> objections) {
        JsonNode more = schema.path("additionalProperties");
        if (more.isObject()) {
            require(schema.has("propertyNames"), path + "has names without a form", objections);
            require(schema.has("maxProperties"), path + "has members without a limit", objections);
            examine(more, path + "*/", objections);
        } else {
            require(more.isBoolean() && !more.booleanValue(), path + "is an open object", objections);
        }
        schema.path("properties")
                .properties()
                .forEach(member -> examine(member.getValue(), path + member.getKey() + "/", objections));
        schema.path("$defs")
                .properties()
                .forEach(member -> examine(member.getValue(), path + "$defs/" + member.getKey() + "/", objections));
    }

    private static void text(ObjectNode schema, String path, List<String> objections) {
        boolean released = schema.path("x-public").asBoolean(false);
        require(
                released || FORMS.stream().anyMatch(schema::has),
                path + "is a text without a form, and not marked public",
                objections);
        require(schema.has("maxLength"), path + "is a text without maxLength", objections);
        String pattern = schema.path("pattern").asString("^$");
        require(
                pattern.startsWith("^") && pattern.endsWith("$"),
                path + "has a pattern that is not anchored",
                objections);
    }

    private static boolean hasOptions(ObjectNode schema) {
        return SUBSCHEMA_LISTS.stream().anyMatch(schema::has);
    }

    private static void require(boolean held, String objection, List<String> objections) {
        if (!held) {
            objections.add(objection);
        }
    }
}
