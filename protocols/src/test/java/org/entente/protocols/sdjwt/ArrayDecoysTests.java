package org.entente.protocols.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ArrayDecoysTests {
    private final TestCredential test = new TestCredential();

    @Test
    void an_array_does_not_tell_how_many_elements_it_has() {
        assertThat(List.of(entries(1), entries(2), entries(3), entries(4))).containsOnly(4);
        assertThat(List.of(entries(5), entries(8))).containsOnly(8);
        assertThat(entries(17)).isEqualTo(32);
    }

    private int entries(int names) {
        ObjectNode claims = Json.newObject();
        for (int i = 0; i < names; i++) {
            claims.withArray("/ca_names").addObject().put("full", "Gaspé " + i);
        }
        SdJwt issued = SdJwt.parse(SdJwtIssuance.issue(test.issuer, test.plain(), claims, 2, test.random));
        assertThat(issued.claims().path("ca_names").size()).isEqualTo(names);
        return issued.disclosures().stream()
                .filter(disclosure ->
                        disclosure.name().filter("ca_names"::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .value()
                .size();
    }
}
