package org.entente.node.home.tools;

import java.util.List;
import java.util.Locale;
import org.entente.names.inventory.Tool;
import org.entente.names.inventory.ToolInventory;
import org.entente.node.kernel.Language;
import org.entente.node.web.Page;

/** What the page of tools shows: those that communities made first, then those made with them, then those about them. */
public record ToolsView(ToolInventory inventory) {
    private static final List<String> WORDS = List.of("unstated", "commercial");

    /** How a tool may relate to communities, in the order of the page. */
    public List<Tool.Relation> relations() {
        return List.of(Tool.Relation.values());
    }

    public List<Tool> of(Tool.Relation relation) {
        return inventory.tools().stream()
                .filter(tool -> tool.relation() == relation)
                .toList();
    }

    /** The end of a message's key. */
    public String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** The licence as a word of the language, where it is one; else its SPDX expression as it is. */
    public String licence(Page page, Tool tool) {
        return WORDS.contains(tool.licence()) ? page.say("home.tools.licence." + tool.licence()) : tool.licence();
    }

    /** What we tested; "" when we tested nothing. */
    public String tested(Page page, Tool tool) {
        return say(page, tool.tested());
    }

    /** Why we tested nothing; "" when we did. */
    public String untested(Page page, Tool tool) {
        return say(page, tool.untested());
    }

    /** What is missing or unclear; "" when nothing is known. */
    public String gaps(Page page, Tool tool) {
        return say(page, tool.gaps());
    }

    private static String say(Page page, Tool.Text text) {
        return page.language() == Language.FR ? text.fr() : text.en();
    }
}
