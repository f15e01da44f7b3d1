package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.NameSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document of another system, written in YAML. */
class YamlDocumentTests {
    private static final String OPENAPI = """
            openapi: 3.1.0
            components:
              schemas:
                Resident:
                  required: [surname]
                  properties:
                    surname: &part
                      type: string
                      maxLength: 30
                      pattern: "^[A-Za-z' -]+$"
                    given_name: *part
                    birth_date: {type: string, example: 1984-02-29}
            """;

    @Test
    void is_looked_at_as_one_in_json_is() {
        NameSchemas schemas = new NameSchemas(YamlDocument.read(OPENAPI));

        assertThat(schemas.look())
                .hasEntrySatisfying(
                        "B12",
                        limit -> assertThat(limit)
                                .isInstanceOfSatisfying(
                                        Finding.Found.class,
                                        found -> assertThat(found.evidence())
                                                .as("what is said once of two is found at both")
                                                .hasSize(2)));
        assertThat(new NameSchemas(YamlDocument.read(OPENAPI)).look().get("B04"))
                .isInstanceOf(Finding.Found.class);
        assertThat(YamlDocument.read(" {\"openapi\": \"3.1.0\"}")).isEqualTo(" {\"openapi\": \"3.1.0\"}");
    }

    @Test
    void one_that_grows_when_it_is_read_is_refused() {
        StringBuilder growing = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 40; level++) {
            growing.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }

        refused(growing.toString());
        refused(growing + "? *a39\n: x\n");
        refused(growing + "b: !!omap [? *a39 : x]\n");
        refused("a: &a [*a]");
        refused("a: " + "[".repeat(5_000) + "]".repeat(5_000));
        refused("a: &a [x]\nb: [" + "*a, ".repeat(2_000) + "x]");
        refused("a: " + ".".repeat(20_001));
        refused("# nothing\n".repeat(400_001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!java.net.URL [\"http://localhost\"]",
                "a: !!javax.script.ScriptEngineManager []",
                "a: b: c",
                "a: 1\na: 2",
                "--- a\n--- b",
                "? [a]\n: b\n? !!null\n: c",
                "\u0000"
            })
    void one_that_says_what_to_make_of_it_or_says_two_things_is_refused(String document) {
        refused(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!map x",
                "!!seq x",
                "!!set [x]",
                "!!omap x",
                "!!pairs x",
                "!!int x",
                "!!float x",
                "!!bool x",
                "!!timestamp x",
                "!!null [x]",
                "!!str {}",
                "? *a",
                "&a",
                "*a",
                "%YAML 9.9\n--- a",
                "a: !",
                "a: !!",
                "<<: x"
            })
    void no_tag_breaks_it(String document) {
        try {
            assertThat(YamlDocument.read(document)).isNotEmpty();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("not a document in YAML, or beyond its bounds");
        }
    }

    private static void refused(String document) {
        assertThatIllegalArgumentException().isThrownBy(() -> YamlDocument.read(document));
    }
}
