package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import org.entente.node.agreements.TestEntentes;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie-Tremblay_1990-04-12",
                "suspend-1",
                "",
                "6F1B5D1C-2D4A-4B1E-9C1F-0A1B2C3D4E5F",
                "6f1b5d1c-2d4a-1b1e-9c1f-0a1b2c3d4e5f",
                "6f1b5d1c-2d4a-4b1e-9c1f-0a1b2c3d4e5f "
            })
    void the_id_of_an_act_is_a_random_uuid_and_nothing_else(String id) {
        SignedAct act = TestEntentes.act(QUEBEC, "withdraw", TestEntentes.inForce(), ActJson.withdraw());
        ObjectNode claims = CompactJws.parse(act.jws()).claims().put("id", id);
        String signed = CompactJws.sign(QUEBEC, SignedAct.TYPE, claims);

        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> SignedAct.parse(signed))
                .satisfies(error -> assertThat(error.publicText()).contains("id is a random UUID"));
        assertThat(SignedAct.parse(act.jws()).name()).isEqualTo("CA-QC." + TestEntentes.id("withdraw"));
    }

    private static ObjectNode target() {
        return Json.newObject().put("party", "CA-QC").put("direction", "both");
    }
}
