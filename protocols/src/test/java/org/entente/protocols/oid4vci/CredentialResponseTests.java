package org.entente.protocols.oid4vci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialResponseTests {
    @Test
    void names_the_batch_where_its_issuer_wants_to_hear_of_it() {
        assertThat(read("\"n1\"").notificationId()).contains("n1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "\"\"", "{}", "[\"n1\"]"})
    void a_name_of_another_form_is_passed_over_and_the_batch_is_not(String name) {
        assertThat(read(name)).isEqualTo(new CredentialResponse(List.of("x")));
    }

    @Test
    void a_name_without_measure_is_passed_over_and_the_batch_is_not() {
        assertThat(read('"' + "n".repeat(2_049) + '"')).isEqualTo(new CredentialResponse(List.of("x")));
    }

    private static CredentialResponse read(String name) {
        return CredentialResponse.parse(
                Json.object("{\"credentials\":[{\"credential\":\"x\"}],\"notification_id\":" + name + "}"));
    }
}
