package org.entente.names.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolInventoryTests {
    @Test
    void every_tool_has_a_steward_a_licence_and_a_relation_to_communities() {
        ToolInventory inventory = ToolInventory.read();

        assertThat(inventory.licence()).isEqualTo("CC-BY-4.0");
        assertThat(inventory.tools()).hasSizeGreaterThan(14).allSatisfy(tool -> {
            assertThat(tool.steward()).isNotBlank();
            assertThat(tool.licence()).isNotBlank();
            assertThat(tool.languages()).isNotEmpty();
            assertThat(tool.address()).startsWith("https://");
            assertThat(tool.tested().en().isBlank())
                    .as("either what was tested of %s, or why nothing was", tool.name())
                    .isNotEqualTo(tool.untested().en().isBlank());
            assertThat(tool.tested().en().isBlank() || !tool.versionChecked().isBlank())
                    .as("of %s, which version was tested", tool.name())
                    .isTrue();
        });
        assertThat(inventory.tools()).extracting(Tool::relation).contains(Tool.Relation.values());
        assertThat(inventory.tools()).extracting(Tool::name).doesNotHaveDuplicates();
    }
}
