package org.entente.protocols.dcql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "[null]",
                "[\"a\", null]",
                "[0]",
                "[\"a\", 1]",
                "[\"\"]",
                "[[\"a\"]]"
            })
    @Requirement("OID4VP 1.0 §7 path")
    @Requirement("OID4VCI 1.0 §C path")
    void refuses(String json) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> ClaimPath.parse(Json.parse(json)));
    }

    @Test
    void has_limits() {
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> new ClaimPath(Collections.nCopies(ClaimPath.MAX_SEGMENTS + 1, "a")));
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> ClaimPath.of("a".repeat(ClaimPath.MAX_SEGMENT_LENGTH + 1)));
    }
}
