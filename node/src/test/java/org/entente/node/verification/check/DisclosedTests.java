package org.entente.node.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DisclosedTests {
    private static final Set<ClaimPath> PLACES = Set.of(path("[\"name\"]"), path("[\"places\", null, \"name\"]"));

    @Test
    @Requirement("OID4VP 1.0 §7 positions")
    @Requirement("OID4VP 1.0 §8.6 criteria")
    void what_is_asked_of_each_element_is_shown_and_nothing_else_of_them() {
        Disclosed shown = disclosed("{'name': 'K', 'places': [{'name': 'Gaspé'}, {'name': 'Matane'}], 'other': {}}");

        assertThat(shown.isExactly(PLACES)).isTrue();
        assertThat(shown.only(PLACES))
                .isEqualTo(json("{'name': 'K', 'places': [{'name': 'Gaspé'}, {'name': 'Matane'}]}"));
        assertThat(disclosed("{'name': 'K', 'places': [{'name': 'Gaspé', 'code': 'G'}]}")
                        .isExactly(PLACES))
                .isFalse();
        assertThat(disclosed("{'name': 'K', 'places': [{'name': 'Gaspé'}, 'Matane']}")
                        .isExactly(PLACES))
                .isFalse();
        for (String without : new String[] {"", ", 'places': []", ", 'places': {'name': 'x'}"}) {
            assertThat(disclosed("{'name': 'K'" + without + "}").isExactly(PLACES))
                    .as(without)
                    .isFalse();
        }
    }

    @Test
    void an_array_that_is_asked_for_by_its_name_may_be_shown_whole() {
        Disclosed shown = disclosed("{'names': [{'full': 'K', 'parts': ['a', 'b']}]}");

        assertThat(shown.isExactly(Set.of(path("[\"names\"]")))).isTrue();
        assertThat(shown.isExactly(Set.of(path("[\"names\", null]")))).isTrue();
        assertThat(shown.isExactly(Set.of(path("[\"names\", null, \"full\"]")))).isFalse();
    }

    private static Disclosed disclosed(String claims) {
        return new Disclosed(json(claims));
    }

    private static ObjectNode json(String text) {
        return Json.object(text.replace('\'', '"'));
    }

    private static ClaimPath path(String text) {
        return ClaimPath.parse(Json.parse(text));
    }
}
