package org.entente.node.trust.statement;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.trust.TrustSettings;
import org.entente.protocols.federation.Constraints;
import org.entente.protocols.federation.MetadataPolicy;
import org.entente.protocols.federation.Rules;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entities elsewhere for which the operator lets this node speak: a province for its municipalities. Their keys come
 * from the settings and are never fetched, so that nobody can put others in their place.
 */
@Component
class SubordinatesElsewhere implements Subordinates {
    private final Map<URI, Known> known = new LinkedHashMap<>();

    /** One of them, as the settings have it. */
    private record Known(Jwks keys, Rules rules, Set<String> entityTypes, boolean intermediate) {}

    SubordinatesElsewhere(TrustSettings settings, NodeIdentity node) {
        for (TrustSettings.Subordinate subordinate : settings.subordinates()) {
            URI entity = subordinate.entity();
            if (!Origins.isAcceptable(entity) || Origins.of(entity).equals(node.origin())) {
                throw new IllegalArgumentException(
                        "a subordinate elsewhere has an https address that is not this node's");
            }
            if (known.put(entity, read(subordinate)) != null) {
                throw new IllegalArgumentException("a subordinate stands once in entente.trust.subordinates");
            }
        }
    }

    private static Known read(TrustSettings.Subordinate subordinate) {
        Jwks keys = Jwks.parse(Json.object(subordinate.keys()));
        if (keys.keys().isEmpty()) {
            throw new IllegalArgumentException("a subordinate has a key");
        }
        ObjectNode constraints = Json.newObject().put("max_path_length", subordinate.maxPathLength());
        if (!subordinate.names().isEmpty()) {
            ArrayNode permitted = constraints.putObject("naming_constraints").putArray("permitted");
            subordinate.names().forEach(permitted::add);
        }
        if (!subordinate.entityTypes().isEmpty()) {
            ArrayNode allowed = constraints.putArray("allowed_entity_types");
            subordinate.entityTypes().forEach(allowed::add);
        }
        return new Known(
                keys,
                new Rules(MetadataPolicy.NONE, Set.of(), new Constraints(constraints)),
                Set.copyOf(subordinate.entityTypes()),
                subordinate.maxPathLength() > 0);
    }

    @Override
    public List<URI> all() {
        return new ArrayList<>(known.keySet());
    }

    @Override
    public Optional<Jwks> keysOf(URI subordinate) {
        return Optional.ofNullable(known.get(subordinate)).map(Known::keys);
    }

    @Override
    public Set<String> entityTypes(URI subordinate) {
        return Optional.ofNullable(known.get(subordinate))
                .map(Known::entityTypes)
                .orElse(Set.of());
    }

    @Override
    public boolean isIntermediate(URI subordinate) {
        return Optional.ofNullable(known.get(subordinate))
                .map(Known::intermediate)
                .orElse(false);
    }

    @Override
    public Rules rulesFor(URI subordinate, Instant now) {
        return Optional.ofNullable(known.get(subordinate)).map(Known::rules).orElse(Rules.NONE);
    }
}
