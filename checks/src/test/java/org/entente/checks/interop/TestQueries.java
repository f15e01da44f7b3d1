package org.entente.checks.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes DCQL queries (OID4VP 1.0 §6) and holdings by chance, so that about every second query can be answered. */
final class TestQueries {
    private static final List<ClaimPath> PATHS = Stream.of(
                    "['name']",
                    "['birthdate']",
                    "['address','locality']",
                    "['address','postal_code']",
                    "['over_18']",
                    "['places']",
                    "['places',null]",
                    "['places',1]",
                    "['homes',null,'locality']",
                    "['homes',0,'locality']")
            .map(path -> ClaimPath.parse(Json.parse(path.replace('\'', '"'))))
            .toList();
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
            for (ClaimPath path : PATHS) {
                if (random.nextInt(4) > 0) {
                    put(claims, path.members());
                }
            }
        }
        return holdings;
    }

    private void put(ObjectNode claims, List<String> path) {
        ObjectNode at = path.size() > 1 ? claims.withObject("/" + path.getFirst()) : claims;
        if (path.getLast().equals("over_18")) {
            at.put("over_18", random.nextBoolean());
        } else if (path.getLast().equals("places")) {
            for (ArrayNode places = at.putArray("places"); places.size() < 2; ) {
                places.add(any(VALUES));
            }
        } else if (path.getLast().equals("homes")) {
            ArrayNode homes = at.putArray("homes");
            homes.addObject().put("locality", any(VALUES)).put("postal_code", "G5L 0A1");
            homes.addObject().put(random.nextBoolean() ? "locality" : "region", any(VALUES));
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
        for (ClaimPath path : PATHS) {
            if (random.nextInt(6) == 0) {
                names.add("c" + PATHS.indexOf(path));
                claim(credential.withArray("/claims").addObject().put("id", names.getLast()), path);
            }
        }
        if (names.size() > 1 && random.nextBoolean()) {
            ArrayNode sets = credential.putArray("claim_sets");
            names.forEach(sets.addArray()::add);
            sets.addArray().add(any(names));
        }
    }

    private void claim(ObjectNode claim, ClaimPath path) {
        claim.set("path", path.toJson());
        if (random.nextInt(4) == 0 && !path.equals(ClaimPath.of("places"))) {
            ArrayNode values = claim.putArray("values");
            if (path.first().equals("over_18")) {
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
