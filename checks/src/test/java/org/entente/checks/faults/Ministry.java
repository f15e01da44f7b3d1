package org.entente.checks.faults;

import java.util.Map;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A system of a government's own that calls the API of its node, with a token for each call (RFC 6749 §4.4). */
record Ministry(Door door, String client) {
    Ministry(Door door) {
        this(door, TestOAuthClient.ID);
    }

    /** Another system of the same government: who approved last does not sign. */
    Ministry signatory() {
        return new Ministry(door, TestOAuthClient.SIGNATORY);
    }

    Answer get(String path) {
        return door.get(path, authorization());
    }

    Answer post(String path, ObjectNode body) {
        return door.post(path, Door.JSON, Json.write(body), authorization());
    }

    Answer delete(String path) {
        return door.delete(path, authorization());
    }

    /** An offer for a record of the register. */
    Offered offer(String record, String... types) {
        ObjectNode wanted = Json.newObject().put("record", record);
        for (String type : types) {
            wanted.withArray("/configurations").add(type);
        }
        return Offered.of(post("/api/offers", wanted).expect(201).json());
    }

    /** Revokes all that a record has; says how many copies that were. */
    int revoke(String record) {
        ObjectNode scope = Json.newObject();
        scope.putObject("record").put("register", "residents").put("number", record);
        return post("/api/revocations", scope).expect(200).json().path("copies").asInt(-1);
    }

    private String authorization() {
        String form = TestOAuthClient.form(Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", TestOAuthClient.SECRET));
        ObjectNode token =
                door.post("/oauth/token", Door.FORM, form).expect(200).json();
        return "Authorization: Bearer " + token.path("access_token").asString("");
    }
}
