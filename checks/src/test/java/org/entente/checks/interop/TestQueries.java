package org.entente.checks.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes DCQL queries (OID4VP 1.0 §6) and holdings by chance, so that about every second query can be answered. */
final class TestQueries {
    private static final List<List<String>> PATHS = List.of(
            List.of("name"),
            List.of("birthdate"),
            List.of("address", "locality"),
            List.of("address", "postal_code"),
            List.of("over_18"));
    private static final List<String> TYPES = List.of("urn:example:a:1", "urn:example:b:1");
    private static final List<String> AUTHORITIES =
            List.of("AAAAAAAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBBBBBBA");
    private static final List<String> VALUES = List.of("Rimouski", "Matane");

    private final Random random;

    TestQueries(Random random) {
        this.random = random;
    }

    ObjectNode query() {
        ObjectNode query = Json.newObject();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            credential(query.withArray("/credentials").addObject().put("id", "c" + i));
        }
        if (random.nextInt(3) == 0) {
            sets(query.putArray("credential_sets"), count);
        }
        return query;
    }

    ArrayNode holdings() {
        ArrayNode holdings = Json.newArray();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            ObjectNode holding = holdings.addObject().put("type", any(TYPES)).put("authority", any(AUTHORITIES));
            ObjectNode claims =
                    holding.putObject("claims").put("vct", holding.path("type").asString(""));
            for (List<String> path : PATHS) {
                if (random.nextInt(4) > 0) {
                    put(claims, path);
                }
            }
        }
        return holdings;
    }

    private void put(ObjectNode claims, List<String> path) {
        ObjectNode at = path.size() > 1 ? claims.withObject("/" + path.getFirst()) : claims;
        if (path.getLast().equals("over_18")) {
            at.put("over_18", random.nextBoolean());
        } else {
            at.put(path.getLast(), any(VALUES));
        }
    }

    private void credential(ObjectNode credential) {
        credential
                .put("format", "dc+sd-jwt")
                .putObject("meta")
                .putArray("vct_values")
                .add(any(TYPES));
        if (random.nextInt(3) == 0) {
            credential
                    .putArray("trusted_authorities")
                    .addObject()
                    .put("type", "aki")
                    .putArray("values")
                    .add(any(AUTHORITIES));
        }
        List<String> names = new ArrayList<>();
        for (List<String> path : PATHS) {
            if (random.nextInt(3) == 0) {
                names.add(path.getLast());
                claim(credential.withArray("/claims").addObject(), path);
            }
        }
        if (names.size() > 1 && random.nextBoolean()) {
            ArrayNode sets = credential.putArray("claim_sets");
            names.forEach(sets.addArray()::add);
            sets.addArray().add(any(names));
        }
    }

    private void claim(ObjectNode claim, List<String> path) {
        path.forEach(claim.put("id", path.getLast()).putArray("path")::add);
        if (random.nextInt(4) == 0) {
            ArrayNode values = claim.putArray("values");
            if (path.getLast().equals("over_18")) {
                values.add(true);
            } else {
                values.add(any(VALUES));
            }
        }
    }

    private void sets(ArrayNode sets, int count) {
        ObjectNode set = sets.addObject();
        for (int i = 0; i < count; i++) {
            set.withArray("/options").addArray().add("c" + i);
        }
        if (random.nextBoolean()) {
            sets.addObject()
                    .put("required", false)
                    .putArray("options")
                    .addArray()
                    .add("c" + random.nextInt(count));
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
