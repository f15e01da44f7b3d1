package org.entente.node.issuance.credential;

import java.util.Optional;
import java.util.function.Predicate;
import org.entente.names.Name;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of a record's claims the names that their bearer has put away: a register may still hold them, but nothing attests
 * them. Where {@code name} is one of them, the register's next name stands in its place, with its own parts and not those of
 * the first; where the register has no other, there is no {@code name}, and nothing that attests one is issued.
 */
final class PutAwayNames {
    private static final String NAME = "name";
    private static final String NAMES = "ca_names";

    private PutAwayNames() {}

    static ObjectNode without(ObjectNode record, Predicate<NameText> putAway) {
        ObjectNode claims = record.deepCopy();
        if (claims.has(NAMES)) {
            claims.putArray(NAMES)
                    .addAll(record.path(NAMES)
                            .valueStream()
                            .filter(name -> !isPutAway(name.path("full"), putAway))
                            .toList());
        }
        record.properties().stream()
                .filter(claim -> is(NAME, claim.getKey()) && isPutAway(claim.getValue(), putAway))
                .forEach(claim -> claims.remove(claim.getKey()));
        if (record.has(NAME) && !claims.has(NAME)) {
            ChosenParts.remove(claims);
            next(claims).ifPresent(name -> put(claims, name));
        }
        return claims;
    }

    private static Optional<JsonNode> next(ObjectNode claims) {
        return claims.path(NAMES)
                .valueStream()
                .filter(name -> !name.path("full").asString("").isEmpty())
                .findFirst();
    }

    private static void put(ObjectNode claims, JsonNode name) {
        String language = name.path("lang").asString(Name.UNDETERMINED);
        claims.set(NAME, name.path("full"));
        ChosenParts.become(claims, name);
        if (!language.equals(Name.UNDETERMINED) && !claims.has(NAME + "#" + language)) {
            claims.set(NAME + "#" + language, name.path("full"));
        }
    }

    /** Whether a claim is this one, or this one in a language (OpenID Connect Core §5.2). */
    private static boolean is(String claim, String member) {
        return member.equals(claim) || member.startsWith(claim + "#");
    }

    private static boolean isPutAway(JsonNode written, Predicate<NameText> putAway) {
        return NameText.read(written.asString("")) instanceof NameReading.Accepted(NameText name) && putAway.test(name);
    }
}
