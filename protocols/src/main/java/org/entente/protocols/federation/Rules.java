package org.entente.protocols.federation;

import java.util.List;
import java.util.Set;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a superior binds a subordinate and everybody below it (OpenID Federation 1.0 §3.1.3).
 *
 * @param policy what it demands of their metadata
 * @param critical operators of the policy, none of them standard, without which it must not be believed
 * @param constraints who may stand below
 */
public record Rules(MetadataPolicy policy, Set<String> critical, Constraints constraints) {
    /** A statement that binds by nothing. */
    public static final Rules NONE = new Rules(MetadataPolicy.NONE, Set.of(), Constraints.NONE);

    private static final int MAX_CRITICAL = 16;
    private static final String POLICY = "metadata_policy";
    private static final String CRITICAL = "metadata_policy_crit";
    private static final String CONSTRAINTS = "constraints";

    public Rules {
        critical = Set.copyOf(critical);
    }

    static Rules parse(Claims claims) {
        List<String> critical = claims.texts(CRITICAL, MAX_CRITICAL);
        if (claims.claims().has(CRITICAL)
                && (critical.isEmpty()
                        || critical.stream()
                                .anyMatch(name -> PolicyOperator.named(name).isPresent()))) {
            throw new ProtocolError(claims.error(), "metadata_policy_crit names operators that are not standard");
        }
        return new Rules(
                claims.optionalObject(POLICY).map(MetadataPolicy::parse).orElse(MetadataPolicy.NONE),
                Set.copyOf(critical),
                claims.optionalObject(CONSTRAINTS).map(Constraints::new).orElse(Constraints.NONE));
    }

    void writeTo(ObjectNode statement) {
        if (!policy.isEmpty()) {
            statement.set(POLICY, policy.toJson());
        }
        if (!critical.isEmpty()) {
            ArrayNode array = Json.newArray();
            critical.stream().sorted().forEach(array::add);
            statement.set(CRITICAL, array);
        }
        if (!constraints.isEmpty()) {
            statement.set(CONSTRAINTS, constraints.json());
        }
    }
}
