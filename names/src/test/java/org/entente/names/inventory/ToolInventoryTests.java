package org.entente.names.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolInventoryTests {
    /** What the inventory began with, each by its name. */
    @Test
    void none_of_those_that_it_set_out_to_look_at_is_left_out() {
        assertThat(ToolInventory.read().tools())
                .extracting(Tool::name)
                .contains(
                        "BC Sans",
                        "Noto Sans Canadian Aboriginal",
                        "Typotheque syllabics",
                        "FirstVoices Unicode and Orthography Resources",
                        "FirstVoices Keyman keyboards",
                        "Keyman keyboards (release/fv)",
                        "g2p",
                        "ReadAlong Studio",
                        "cree-sro-syllabics",
                        "ALTLab morphodict",
                        "CLDR",
                        "Canadian Geographical Names Database, Indigenous names",
                        "Assess your systems for Unicode-readiness",
                        "NWT Indigenous language fonts",
                        "Inuktut Qaliujaaqpait",
                        "eSpeak NG");
    }

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
        assertThat(inventory.tools()).extracting(Tool::kind).contains(Tool.Kind.values());
        assertThat(inventory.tools().stream().flatMap(tool -> tool.orthographies().stream()))
                .isNotEmpty()
                .noneMatch(String::isBlank);
        assertThat(inventory.tools()).extracting(Tool::name).doesNotHaveDuplicates();
    }
}
