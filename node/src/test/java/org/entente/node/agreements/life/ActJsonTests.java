package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ActJsonTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}]",
                "[[]]",
                "[7]",
                "[null]",
                "[\"\"]",
                "[\" \"]",
                "[\"Marie Tremblay, née 1990-04-12\"]",
                "{}",
                "\"urn:x\"",
                "[]"
            })
    void credential_types_are_texts(String types) {
        ObjectNode target = target();
        target.set("credential_types", Json.parse(types));

        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> ActJson.suspend(target, "maintenance"))
                .satisfies(error -> assertThat(error.code()).isEqualTo("invalid_act"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "[[]]", "[7]", "[null]", "[\"\"]", "[\"http://registrar.example\"]", "{}", "[]"})
    void issuers_are_addresses(String issuers) {
        ObjectNode target = target();
        target.set("issuers", Json.parse(issuers));

        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> ActJson.suspend(target, "maintenance"));
    }

    @Test
    void a_whole_party_is_a_target() {
        assertThat(ActJson.suspend(target(), "maintenance").members().path("target"))
                .isEqualTo(target());
    }

    private static ObjectNode target() {
        return Json.newObject().put("party", "CA-QC").put("direction", "both");
    }
}
