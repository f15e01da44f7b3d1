package org.entente.names.inventory;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * The inventory of tools, as it comes with this version of the library.
 *
 * @param asOf the day on which it was last gone through
 */
public record ToolInventory(String asOf, String licence, List<Tool> tools) {
    public ToolInventory {
        tools = List.copyOf(tools);
    }

    /** Reads the inventory. */
    public static ToolInventory read() {
        return read(json());
    }

    /** The document itself, to be published as it is. */
    public static String json() {
        try (InputStream json = ToolInventory.class.getResourceAsStream("tools.json")) {
            if (json == null) {
                throw new IllegalStateException("the inventory is not in the library");
            }
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ToolInventory read(String json) {
        JsonMembers in = JsonMembers.of(Json.read(json)).requireOnly("asOf", "licence", "tools");
        return new ToolInventory(in.text("asOf"), in.text("licence"), in.list("tools", ToolInventory::tool));
    }

    private static Tool tool(Object value) {
        JsonMembers in = JsonMembers.of(value)
                .requireOnly(
                        "name",
                        "kind",
                        "languages",
                        "orthographies",
                        "licence",
                        "steward",
                        "relation",
                        "address",
                        "versionChecked",
                        "tested",
                        "untested",
                        "gaps");
        return new Tool(
                in.text("name"),
                Tool.Kind.valueOf(word(in.text("kind"))),
                in.texts("languages"),
                in.texts("orthographies"),
                in.text("licence"),
                in.text("steward"),
                Tool.Relation.valueOf(word(in.text("relation"))),
                in.text("address"),
                in.optionalText("versionChecked").orElse(""),
                text(in, "tested"),
                text(in, "untested"),
                text(in, "gaps"));
    }

    private static Tool.Text text(JsonMembers in, String member) {
        return in.object(member)
                .map(both -> new Tool.Text(both.requireOnly("fr", "en").text("fr"), both.text("en")))
                .orElse(new Tool.Text("", ""));
    }

    private static String word(String code) {
        return UCharacter.toUpperCase(ULocale.ROOT, code);
    }
}
