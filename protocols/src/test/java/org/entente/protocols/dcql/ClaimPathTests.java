package org.entente.protocols.dcql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ClaimPathTests {
    @Test
    void reads_the_path_of_OpenID4VP_section_7_3() {
        ClaimPath path = ClaimPath.parse(Json.parse("[\"address\", \"street_address\"]"));

        assertThat(path).isEqualTo(ClaimPath.of("address", "street_address")).hasToString("address.street_address");
        assertThat(ClaimPath.parse(path.toJson())).isEqualTo(path);
    }

    @Test
    void covers_itself_and_what_lies_under_it() {
        ClaimPath address = ClaimPath.of("address");
        ClaimPath locality = ClaimPath.of("address", "locality");

        assertThat(address.covers(locality)).isTrue();
        assertThat(address.covers(address)).isTrue();
        assertThat(locality.covers(address)).isFalse();
        assertThat(ClaimPath.of("addr").covers(address)).isFalse();
        assertThat(ClaimPath.of("address", "region").covers(locality)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "\"a\"",
                "null",
                "[\"a\", -1]",
                "[\"a\", 1.5]",
                "[\"a\", 9999999999]",
                "[\"a\", true]",
                "[\"\"]",
                "[[\"a\"]]"
            })
    @Requirement("OID4VP 1.0 §7 path")
    @Requirement("OID4VCI 1.0 §C path")
    void refuses(String json) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> ClaimPath.parse(Json.parse(json)));
    }

    @Test
    @Requirement("OID4VP 1.0 §7 positions")
    void reads_positions_and_all_elements_of_an_array() {
        ClaimPath degrees = ClaimPath.parse(Json.parse("[\"degrees\", null, \"type\"]"));

        assertThat(degrees).hasToString("degrees.*.type");
        assertThat(ClaimPath.parse(Json.parse("[\"degrees\", 1]"))).hasToString("degrees.1");
        assertThat(degrees.toJson()).hasToString("[\"degrees\",null,\"type\"]");
        assertThat(degrees.members()).containsExactly("degrees");
    }

    @Test
    @Requirement("OID4VP 1.0 §7.1.1 processing")
    void follows_the_examples_of_section_7_3() {
        var credential = Json.parse("""
                {"name": "Arthur Dent", "address": {"street_address": "42 Market Street"},
                 "degrees": [{"type": "Bachelor of Science"}, {"type": "Master"}, {"university": "Betelgeuse"}],
                 "nationalities": ["British", "Betelgeusian"]}""");

        assertThat(selected("[\"nationalities\", 1]", credential)).containsExactly("nationalities.1");
        assertThat(selected("[\"degrees\", null, \"type\"]", credential))
                .containsExactly("degrees.0.type", "degrees.1.type");
        assertThat(selected("[\"degrees\", null]", credential)).hasSize(3);
        for (String nowhere : List.of(
                "[\"nationalities\", 2]",
                "[\"name\", 0]",
                "[\"name\", null]",
                "[\"address\", null]",
                "[\"degrees\", \"type\"]",
                "[\"nationalities\", null, \"x\"]",
                "[null]",
                "[0]")) {
            assertThat(selected(nowhere, credential)).as(nowhere).isEmpty();
        }
    }

    private static List<String> selected(String path, JsonNode root) {
        return ClaimPath.parse(Json.parse(path)).selected(root).stream()
                .map(ClaimPath::toString)
                .toList();
    }

    @Test
    void all_elements_cover_each_and_one_covers_only_itself() {
        ClaimPath all = ClaimPath.parse(Json.parse("[\"a\", null]"));
        ClaimPath second = ClaimPath.parse(Json.parse("[\"a\", 1]"));

        assertThat(ClaimPath.of("a").covers(all)).isTrue();
        assertThat(all.covers(second)).isTrue();
        assertThat(second.covers(all)).isFalse();
        assertThat(all.covers(ClaimPath.of("a", "b"))).isFalse();
        assertThat(second.overlaps(all)).isTrue();
        assertThat(second.overlaps(ClaimPath.parse(Json.parse("[\"a\", 0]")))).isFalse();
    }

    @Test
    void our_own_documents_name_members_only() {
        assertThat(ClaimPath.parseMembers(Json.parse("[\"a\", \"b\"]"))).isEqualTo(ClaimPath.of("a", "b"));
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> ClaimPath.parseMembers(Json.parse("[\"a\", null]")));
    }

    @Test
    void has_limits() {
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> ClaimPath.of(Collections.nCopies(ClaimPath.MAX_SEGMENTS + 1, "a")));
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> ClaimPath.of("a".repeat(ClaimPath.MAX_SEGMENT_LENGTH + 1)));
    }
}
