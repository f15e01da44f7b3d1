package org.entente.protocols.federation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What superiors demand of the metadata of everybody below them (OpenID Federation 1.0 §6.1). Reading, merging and applying
 * refuse what is malformed or in conflict with {@link ProtocolError} {@code invalid_metadata}.
 *
 * <pre>{@code
 * ObjectNode resolved = ofAnchor.merge(ofIntermediate).apply(metadata);
 * }</pre>
 *
 * @param types for each entity type, the policy of each parameter
 */
public record MetadataPolicy(Map<String, Map<String, ParameterPolicy>> types) {
    /** No demands. */
    public static final MetadataPolicy NONE = new MetadataPolicy(Map.of());

    /** The most entity types, and the most parameters of one. */
    public static final int MAX_MEMBERS = 128;

    public MetadataPolicy {
        Map<String, Map<String, ParameterPolicy>> copy = new LinkedHashMap<>();
        types.forEach(
                (type, parameters) -> copy.put(type, Collections.unmodifiableMap(new LinkedHashMap<>(parameters))));
        types = Collections.unmodifiableMap(copy);
    }

    /** Reads the claim {@code metadata_policy}. */
    public static MetadataPolicy parse(ObjectNode claim) {
        Map<String, Map<String, ParameterPolicy>> types = new LinkedHashMap<>();
        members(claim).forEach((type, value) -> {
            Map<String, ParameterPolicy> parameters = new LinkedHashMap<>();
            members(value)
                    .forEach(
                            (parameter, policy) -> parameters.put(parameter, ParameterPolicy.parse(parameter, policy)));
            types.put(type, parameters);
        });
        return new MetadataPolicy(types);
    }

    /** What this superior and one below it demand together (§6.1.4.1): never less than this one alone. */
    public MetadataPolicy merge(MetadataPolicy subordinate) {
        Map<String, Map<String, ParameterPolicy>> merged = new LinkedHashMap<>(types);
        subordinate.types.forEach((type, below) -> merged.merge(type, below, (superior, further) -> {
            Map<String, ParameterPolicy> parameters = new LinkedHashMap<>(superior);
            further.forEach((parameter, policy) -> parameters.merge(parameter, policy, ParameterPolicy::merge));
            return parameters;
        }));
        return new MetadataPolicy(merged);
    }

    /** The metadata under this policy (§6.1.4.2); an entity gets no entity type that it has not. */
    public ObjectNode apply(ObjectNode metadata) {
        ObjectNode resolved = metadata.deepCopy();
        types.forEach((type, parameters) -> {
            if (resolved.path(type) instanceof ObjectNode ofType) {
                parameters.forEach((parameter, policy) -> apply(policy, parameter, ofType));
            }
        });
        return resolved;
    }

    /** The claim; without what is not understood here. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        types.forEach((type, parameters) -> {
            ObjectNode ofType = json.putObject(type);
            parameters.forEach((parameter, policy) -> ofType.set(parameter, policy.toJson()));
        });
        return json;
    }

    /** Whether nothing is demanded. */
    public boolean isEmpty() {
        return types.isEmpty();
    }

    private static void apply(ParameterPolicy policy, String parameter, ObjectNode ofType) {
        Optional<JsonNode> value = Optional.ofNullable(ofType.get(parameter));
        policy.apply(parameter, value)
                .ifPresentOrElse(result -> ofType.set(parameter, result), () -> ofType.remove(parameter));
    }

    private static Map<String, JsonNode> members(JsonNode json) {
        if (!(json instanceof ObjectNode object) || object.size() > MAX_MEMBERS) {
            throw PolicyOperator.conflict("a metadata policy has objects of at most " + MAX_MEMBERS + " members");
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
