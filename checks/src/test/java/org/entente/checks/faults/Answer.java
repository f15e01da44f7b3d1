package org.entente.checks.faults;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What a node answered. */
record Answer(int status, Head head, byte[] body) {
    /**
     * The same answer, if it has this status.
     *
     * @throws PutOff when whoever asked is told to try again
     */
    Answer expect(int expected) {
        if (status != expected && (isRetryable() || status == 502)) {
            throw new PutOff(status, toString());
        }
        if (status != expected) {
            throw new Unexpected("expected " + expected + " and was answered " + this);
        }
        return this;
    }

    ObjectNode json() {
        return Json.object(body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The code of an error in OAuth's dialect, "" when it is none. */
    String error() {
        return head.value("Content-Type").startsWith("application/json")
                ? json().path("error").asString("")
                : "";
    }

    /** Where it leads. */
    URI location() {
        return URI.create(head.value("Location"));
    }

    /** Whether whoever asked is told to ask again, and when (RFC 9110 §15.6.4, §10.2.3). */
    boolean isRetryable() {
        return status == 503 && !head.value("Retry-After").isEmpty();
    }

    @Override
    public String toString() {
        return status + " " + head.value("Location") + " "
                + (head.value("Content-Type").contains("json") ? text() : head.value("Content-Type"));
    }
}
