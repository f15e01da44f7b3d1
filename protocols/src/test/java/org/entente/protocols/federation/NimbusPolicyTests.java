package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another implementation of metadata policies comes to the same results, operator by operator. It does not for
 * {@code superset_of}, {@code essential} and where several stand together, since it knows an earlier text: adr/0095.
 */
class NimbusPolicyTests {
    private static final int ROUNDS = 2_000;
    private static final long SEED = 20_261_122;
    private static final String REFUSED = "refused";
    private static final List<String> OPERATORS = List.of("value", "add", "default", "subset_of");
    private static final List<String> VALUES = List.of("a", "b", "c", "d");

    private final Random random = new Random(SEED);

    @Test
    void two_superiors_and_an_entity_come_to_the_same_result() {
        int resolved = 0;
        Map<String, String> differences = new TreeMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            String operator = OPERATORS.get(i % OPERATORS.size());
            String superior = policy(operator);
            String subordinate = random.nextInt(3) == 0 ? "{}" : policy(operator);
            String metadata = random.nextInt(4) == 0 ? "{}" : "{\"p\":" + array() + "}";
            String ours = ours(superior, subordinate, metadata);
            String theirs = theirs(superior, subordinate, metadata);
            if (!ours.equals(theirs)) {
                differences.put(superior + " " + subordinate + " " + metadata, ours + " / " + theirs);
            }
            resolved += ours.equals(REFUSED) ? 0 : 1;
        }
        assertThat(differences).isEmpty();
        assertThat(resolved).isGreaterThan(ROUNDS / 20);
    }

    private String policy(String operator) {
        return "{\"p\":{\"" + operator + "\":" + array() + "}}";
    }

    private String array() {
        List<String> values = VALUES.stream()
                .filter(value -> random.nextInt(2) == 0)
                .map(value -> "\"" + value + "\"")
                .toList();
        return "[" + String.join(",", values.isEmpty() ? List.of("\"a\"") : values) + "]";
    }

    private static String ours(String superior, String subordinate, String metadata) {
        try {
            ObjectNode entity = Json.newObject();
            entity.set("t", Json.object(metadata));
            ObjectNode resolved = MetadataPolicy.parse(typed(superior))
                    .merge(MetadataPolicy.parse(typed(subordinate)))
                    .apply(entity);
            return sorted(Json.write(resolved.path("t")));
        } catch (ProtocolError refused) {
            return REFUSED;
        }
    }

    private static ObjectNode typed(String parameters) {
        ObjectNode claim = Json.newObject();
        claim.set("t", Json.object(parameters));
        return claim;
    }

    private static String theirs(String superior, String subordinate, String metadata) {
        try {
            var merged = com.nimbusds.openid.connect.sdk.federation.policy.MetadataPolicy.combine(List.of(
                    com.nimbusds.openid.connect.sdk.federation.policy.MetadataPolicy.parse(superior),
                    com.nimbusds.openid.connect.sdk.federation.policy.MetadataPolicy.parse(subordinate)));
            var resolved = merged.apply(JSONObjectUtils.parse(metadata));
            return sorted(resolved.toJSONString());
        } catch (com.nimbusds.openid.connect.sdk.federation.policy.language.PolicyViolationException
                | com.nimbusds.oauth2.sdk.ParseException refused) {
            return REFUSED;
        }
    }

    /** The values of the parameter in one order: the specification leaves it open (§6.1.3). */
    private static String sorted(String json) {
        return Json.object(json)
                .path("p")
                .valueStream()
                .map(value -> value.asString(""))
                .sorted()
                .toList()
                .toString();
    }
}
