package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.NameSchemas;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * What our interfaces promise of names: none of them has a property that is a person's name, so that there is nothing to find.
 * What they carry of names is in credentials, whose claims the issuer's metadata name and no schema bounds.
 */
class BarriersInInterfacesTests {
    @Test
    void no_interface_of_ours_has_a_property_for_a_persons_name() throws IOException {
        List<Path> documents;
        try (Stream<Path> all = Files.list(Path.of("..", "openapi"))) {
            documents = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }

        assertThat(documents).hasSizeGreaterThan(7);
        for (Path document : documents) {
            assertThat(look(Files.readString(document)))
                    .as(document + ": a schema of a name is a door of the audit: try it as one")
                    .isEmpty();
        }
    }

    /** What would be found if there were one: in the same document, read in the same way. */
    @Test
    void a_property_for_a_persons_name_would_be_read() throws IOException {
        String issuance = Files.readString(Path.of("..", "openapi", "issuance.yaml"));
        int schemas = issuance.indexOf("\n  schemas:\n") + "\n  schemas:\n".length();
        String with = issuance.substring(0, schemas)
                + "    Person: {type: object, properties: {family_name: {type: string, maxLength: 30}}}\n"
                + issuance.substring(schemas);

        assertThat(look(with).get("B12")).isInstanceOf(Finding.Found.class);
    }

    private static Map<String, Finding> look(String yaml) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new NameSchemas(new JsonMapper().writeValueAsString(document)).look();
    }
}
