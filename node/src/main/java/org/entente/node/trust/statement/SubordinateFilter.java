package org.entente.node.trust.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.ProtocolError;
import org.springframework.util.MultiValueMap;

/**
 * Which subordinates a reader asks for (OpenID Federation 1.0 §8.2.1). A parameter that is not understood is passed over (§8).
 *
 * @param entityTypes those that have all of these
 * @param trustMarked whether only those that bear a trust mark
 * @param trustMarkTypes those that bear a mark of each of these types
 * @param intermediate those below which others stand, or nobody; every one when empty
 */
record SubordinateFilter(
        Set<String> entityTypes, boolean trustMarked, Set<String> trustMarkTypes, List<Boolean> intermediate) {
    private static final int MAX_VALUES = 16;

    SubordinateFilter {
        entityTypes = Set.copyOf(entityTypes);
        trustMarkTypes = Set.copyOf(trustMarkTypes);
        intermediate = List.copyOf(intermediate);
    }

    static SubordinateFilter parse(MultiValueMap<String, String> parameters) {
        return new SubordinateFilter(
                texts(parameters, "entity_type"),
                flag(parameters, "trust_marked").orElse(false),
                texts(parameters, "trust_mark_type"),
                flag(parameters, "intermediate").stream().toList());
    }

    /** Whether it leaves everybody. */
    boolean isOpen() {
        return entityTypes.isEmpty() && !trustMarked && trustMarkTypes.isEmpty() && intermediate.isEmpty();
    }

    private static Set<String> texts(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > MAX_VALUES) {
            throw malformed(name);
        }
        return Set.copyOf(values);
    }

    private static Optional<Boolean> flag(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1 || !Set.of("true", "false").contains(values.getFirst())) {
            throw malformed(name);
        }
        return Optional.of(Boolean.valueOf(values.getFirst()));
    }

    private static ProtocolError malformed(String name) {
        return new ProtocolError("invalid_request", "the parameter " + name + " is not what it should be");
    }
}
