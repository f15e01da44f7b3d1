package org.entente.protocols.federation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** The standard operators of a metadata policy, in the order in which they are applied (OpenID Federation 1.0 §6.1.3.1). */
enum PolicyOperator {
    /** The parameter gets this value, or none for {@code null}. */
    VALUE,
    /** These values are added. */
    ADD,
    /** What is absent gets this value. */
    DEFAULT,
    /** What is present is one of these. */
    ONE_OF,
    /** What is present keeps only these. */
    SUBSET_OF,
    /** What is present has these. */
    SUPERSET_OF,
    /** Whether the parameter must be present. */
    ESSENTIAL;

    /** The code of the error for a policy, or metadata under it, that is invalid or conflicts. */
    static final String ERROR = "invalid_metadata";

    static Optional<PolicyOperator> named(String name) {
        return Arrays.stream(values())
                .filter(operator -> operator.word().equals(name))
                .findFirst();
    }

    /** Its name in a policy. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses a configuration of a JSON type that the operator does not take. */
    void requireConfiguration(JsonNode configured) {
        boolean fits = switch (this) {
            case VALUE -> true;
            case DEFAULT -> !configured.isNull();
            case ADD, ONE_OF, SUBSET_OF, SUPERSET_OF -> isList(configured);
            case ESSENTIAL -> configured.isBoolean();
        };
        if (!fits) {
            throw conflict(word() + " has a value of a type that it does not take");
        }
    }

    /** What two superiors demand together (§6.1.3.1, operator value merge). */
    JsonNode merge(JsonNode superior, JsonNode subordinate) {
        return switch (this) {
            case VALUE, DEFAULT -> {
                if (!JsonSet.same(superior, subordinate)) {
                    throw conflict("two superiors demand different values by " + word());
                }
                yield superior;
            }
            case ADD, SUPERSET_OF ->
                JsonSet.of(superior).union(JsonSet.of(subordinate)).toJson();
            case ONE_OF -> {
                JsonSet shared = JsonSet.of(superior).intersection(JsonSet.of(subordinate));
                if (shared.isEmpty()) {
                    throw conflict("no value is one of those that two superiors allow");
                }
                yield shared.toJson();
            }
            case SUBSET_OF ->
                JsonSet.of(superior).intersection(JsonSet.of(subordinate)).toJson();
            case ESSENTIAL -> BooleanNode.valueOf(superior.booleanValue() || subordinate.booleanValue());
        };
    }

    /** The parameter after this operator; empty where it is absent. */
    Optional<JsonNode> apply(Optional<JsonNode> parameter, JsonNode configured) {
        return switch (this) {
            case VALUE -> configured.isNull() ? Optional.empty() : Optional.of(configured);
            case ADD ->
                Optional.of(parameter
                        .<JsonNode>map(present ->
                                list(present).union(JsonSet.of(configured)).toJson())
                        .orElse(configured));
            case DEFAULT -> parameter.or(() -> Optional.of(configured));
            case ONE_OF -> {
                parameter.ifPresent(present ->
                        require(isSingle(present) && JsonSet.of(configured).contains(present)));
                yield parameter;
            }
            case SUBSET_OF ->
                parameter.map(present ->
                        list(present).intersection(JsonSet.of(configured)).toJson());
            case SUPERSET_OF -> {
                parameter.ifPresent(present -> require(list(present).containsAll(JsonSet.of(configured))));
                yield parameter;
            }
            case ESSENTIAL -> {
                require(parameter.isPresent() || !configured.booleanValue());
                yield parameter;
            }
        };
    }

    /** Whether a value is an array of strings, of numbers or of objects. */
    static boolean isList(JsonNode value) {
        return value.isArray()
                && (value.valueStream().allMatch(JsonNode::isString)
                        || value.valueStream().allMatch(JsonNode::isNumber)
                        || value.valueStream().allMatch(JsonNode::isObject));
    }

    private static boolean isSingle(JsonNode value) {
        return value.isString() || value.isNumber() || value.isObject();
    }

    private JsonSet list(JsonNode parameter) {
        require(isList(parameter));
        return JsonSet.of(parameter);
    }

    private void require(boolean condition) {
        if (!condition) {
            throw conflict("the metadata are not what " + word() + " demands");
        }
    }

    static ProtocolError conflict(String text) {
        return new ProtocolError(ERROR, text);
    }
}
