package org.entente.checks.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Québec and British Columbia of the demo conclude the demo's entente, through their APIs. */
record Governments(GovernmentNode issuer, GovernmentNode verifier) {
    private static final String ENTENTE = "/api/ententes/quebec-british-columbia";
    private static final String SCOPE = "agreements";
    private static final String READING = "agreements.read";
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    void conclude() {
        try (ApiClient one = issuer.api();
                ApiClient other = verifier.api()) {
            introduce(one, verifier);
            introduce(other, issuer);
            one.post("/api/ententes", SCOPE, draft(), 201);
            until("the proposal", () -> other.get(ENTENTE, READING).status() == 200);
            approveAndSign(verifier, other);
            approveAndSign(issuer, one);
            until("the entente to be in force", () -> isInForce(one) && isInForce(other));
        }
    }

    /** Agrees, waits for the others, approves step by step, and signs: whoever approved last does not. */
    private static void approveAndSign(GovernmentNode node, ApiClient api) {
        String document = held(api).at("/talks/document_hash").asString("");
        ObjectNode text = Json.newObject().put("document", document);
        api.post(ENTENTE + "/agreement", SCOPE, text, 202);
        until("the agreement", () -> held(api).at("/talks/agreed_by").size() == 2);
        JsonNode steps = held(api).at("/talks/path");
        try (ApiClient signatory = node.signatory()) {
            ApiClient last = api;
            for (int step = 1; step <= steps.size(); step++) {
                last = steps.path(step - 1).path("by_another").asBoolean() ? signatory : api;
                last.post(ENTENTE + "/approvals", SCOPE, text.deepCopy().put("step", step), 200);
            }
            (last == api ? signatory : api).post(ENTENTE + "/signature", SCOPE, text, 200);
        }
    }

    private static ObjectNode held(ApiClient api) {
        return Json.object(api.get(ENTENTE, READING).expect(200));
    }

    private static void introduce(ApiClient api, GovernmentNode other) {
        api.post(
                "/api/partners",
                SCOPE,
                Json.newObject().put("entity", other.origin().toString()),
                200);
    }

    private static boolean isInForce(ApiClient api) {
        ObjectNode held = Json.object(api.get(ENTENTE, READING).expect(200));
        return held.path("state").asString("").equals("in-force")
                && held.path("in_step").asBoolean(false);
    }

    static void until(String awaited, BooleanSupplier so) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailed("waited a minute for " + awaited);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private ObjectNode draft() {
        try (InputStream file = Governments.class.getResourceAsStream("/demo/entente.json")) {
            if (file == null) {
                throw new BenchFailed("the demo's entente does not come with the program");
            }
            return Json.object(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("https://quebec.example", issuer.origin().toString())
                    .replace(
                            "https://british-columbia.example",
                            verifier.origin().toString()));
        } catch (IOException e) {
            throw new BenchFailed("the demo's entente could not be read", e);
        }
    }
}
