package org.entente.protocols.federation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What superiors demand of one metadata parameter: operators that may stand together (OpenID Federation 1.0 §6.1.3.1).
 *
 * @param operators each with its configuration
 */
record ParameterPolicy(Map<PolicyOperator, JsonNode> operators) {
    ParameterPolicy {
        Map<PolicyOperator, JsonNode> ordered = new EnumMap<>(PolicyOperator.class);
        ordered.putAll(operators);
        operators = Collections.unmodifiableMap(ordered);
        operators.forEach(PolicyOperator::requireConfiguration);
        requireCombinations(operators);
    }

    /** Reads one; operators that are not standard are passed over (§6.1.3.2). */
    static ParameterPolicy parse(String parameter, JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw PolicyOperator.conflict("the policy of a parameter is an object");
        }
        Map<PolicyOperator, JsonNode> operators = new EnumMap<>(PolicyOperator.class);
        object.properties()
                .forEach(member -> PolicyOperator.named(member.getKey())
                        .ifPresent(operator -> operators.put(operator, inForm(parameter, member.getValue()))));
        return new ParameterPolicy(operators);
    }

    /** What this superior and one below it demand together. */
    ParameterPolicy merge(ParameterPolicy subordinate) {
        Map<PolicyOperator, JsonNode> merged = new EnumMap<>(PolicyOperator.class);
        merged.putAll(operators);
        subordinate.operators.forEach((operator, configured) -> merged.merge(operator, configured, operator::merge));
        return new ParameterPolicy(merged);
    }

    /** The parameter under this policy; empty where it is absent. */
    Optional<JsonNode> apply(String parameter, Optional<JsonNode> value) {
        Optional<JsonNode> current = value.map(present -> inForm(parameter, present));
        for (Map.Entry<PolicyOperator, JsonNode> entry : operators.entrySet()) {
            current = entry.getKey().apply(current, entry.getValue());
        }
        return current.map(present -> isScope(parameter) && present.isArray() ? joined(present) : present);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        operators.forEach((operator, configured) -> json.set(operator.word(), configured));
        return json;
    }

    private static void requireCombinations(Map<PolicyOperator, JsonNode> operators) {
        operators.forEach((one, configured) -> operators.forEach((other, otherConfigured) -> {
            if (one.compareTo(other) < 0 && !mayStandTogether(one, configured, other, otherConfigured)) {
                throw PolicyOperator.conflict(one.word() + " and " + other.word() + " do not stand together so");
            }
        }));
    }

    /** @param one the operator that is applied before the other */
    private static boolean mayStandTogether(
            PolicyOperator one, JsonNode configured, PolicyOperator other, JsonNode otherConfigured) {
        return switch (one) {
            case VALUE -> mayStandWithValue(configured, other, otherConfigured);
            case ADD ->
                other != PolicyOperator.ONE_OF
                        && (other != PolicyOperator.SUBSET_OF || isSubset(configured, otherConfigured));
            case DEFAULT, SUPERSET_OF, ESSENTIAL -> true;
            case ONE_OF -> other == PolicyOperator.ESSENTIAL;
            case SUBSET_OF -> other != PolicyOperator.SUPERSET_OF || isSubset(otherConfigured, configured);
        };
    }

    private static boolean mayStandWithValue(JsonNode value, PolicyOperator other, JsonNode configured) {
        return switch (other) {
            case ADD, SUPERSET_OF -> isSubset(configured, value);
            case DEFAULT -> !value.isNull();
            case ONE_OF -> JsonSet.of(configured).contains(value);
            case SUBSET_OF -> isSubset(value, configured);
            case ESSENTIAL -> !(value.isNull() && configured.booleanValue());
            case VALUE -> true;
        };
    }

    private static boolean isSubset(JsonNode part, JsonNode whole) {
        return part.isArray() && whole.isArray() && JsonSet.of(whole).containsAll(JsonSet.of(part));
    }

    /** {@code scope} is a text of words that operators treat as an array (§6.1.3.1.8). */
    private static JsonNode inForm(String parameter, JsonNode value) {
        if (!isScope(parameter) || !value.isString()) {
            return value;
        }
        ArrayNode words = Json.newArray();
        for (String word : value.stringValue().split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static JsonNode joined(JsonNode words) {
        String text = String.join(
                " ", words.valueStream().map(word -> word.asString("")).toList());
        return Json.newArray().add(text).get(0);
    }

    private static boolean isScope(String parameter) {
        return parameter.equals("scope");
    }
}
