package org.entente.node.issuance.credential;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code given_name} and {@code family_name} of the name that is attested as {@code name}: those that the register has of that
 * very name, and never another's. A verifier that puts them together reads the name beside them.
 */
final class ChosenParts {
    private static final List<String> PARTS = List.of("given_name", "family_name");

    private ChosenParts() {}

    /** @param name the element of {@code ca_names} that stands as {@code name} from now on */
    static void become(ObjectNode claims, JsonNode name) {
        remove(claims);
        for (String part : PARTS) {
            if (name.path(part).isString()) {
                claims.set(part, name.path(part));
            }
        }
    }

    /** Leaves none, nor any in a language (OpenID Connect Core §5.2). */
    static void remove(ObjectNode claims) {
        claims.propertyNames().stream()
                .filter(claim -> PARTS.stream().anyMatch(part -> claim.equals(part) || claim.startsWith(part + "#")))
                .toList()
                .forEach(claims::remove);
    }
}
