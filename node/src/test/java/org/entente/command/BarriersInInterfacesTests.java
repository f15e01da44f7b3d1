package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.NameSchemas;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What our interfaces promise of names. */
class BarriersInInterfacesTests {
    @Test
    void our_own_interfaces_describe_none() throws IOException {
        for (String name : List.of("agreements", "frontier", "issuance", "signin", "trust", "verification", "audit")) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(Path.of("..", "openapi", name + ".yaml")));

            assertThat(new NameSchemas(new JsonMapper().writeValueAsString(document)).look())
                    .allSatisfy((id, finding) -> assertThat(finding).isInstanceOf(Finding.NotFound.class));
        }
    }
}
