package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;

/** Policies of one parameter, written with apostrophes for quotation marks. */
final class TestPolicies {
    private static final String TYPE = "tide_gauge";

    private TestPolicies() {}

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    /** The policy {@code {operators}} of the parameter {@code p}. */
    static MetadataPolicy policy(String operators) {
        return policy("p", operators);
    }

    static MetadataPolicy policy(String parameter, String operators) {
        var claim = Json.newObject();
        claim.putObject(TYPE).set(parameter, json("{" + operators + "}"));
        return MetadataPolicy.parse(claim);
    }

    /** What the policy makes of the parameter {@code p}. */
    static Optional<JsonNode> applied(String operators, String value) {
        return applied("p", policy(operators), value);
    }

    static Optional<JsonNode> applied(String parameter, MetadataPolicy policy, String value) {
        var metadata = Json.newObject();
        var ofType = metadata.putObject(TYPE);
        if (!value.isEmpty()) {
            ofType.set(parameter, json(value));
        }
        return Optional.ofNullable(policy.apply(metadata).path(TYPE).get(parameter));
    }

    /** What two superiors demand of {@code p} together. */
    static JsonNode merged(String superior, String subordinate) {
        return policy(superior).merge(policy(subordinate)).toJson().path(TYPE).path("p");
    }

    static void assertConflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProtocolError.class, error -> assertThat(error.code()).isEqualTo("invalid_metadata"));
    }
}
