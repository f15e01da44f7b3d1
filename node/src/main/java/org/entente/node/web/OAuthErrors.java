package org.entente.node.web;

import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** The error dialect of protocol endpoints: {@code error} and {@code error_description} (RFC 6749 §5.2). */
public final class OAuthErrors {
    private OAuthErrors() {}

    /**
     * An error answer that nobody may cache.
     *
     * @param code the protocol's error code
     * @param description for a developer, in English; nothing of what the caller sent
     */
    public static ResponseEntity<ObjectNode> answer(HttpStatusCode status, String code, String description) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(code, description));
    }

    /** The body of such an answer; what the dialect has no letter for is written as another (RFC 6749 §5.2). */
    public static ObjectNode body(String code, String description) {
        return Json.newObject().put("error", code).put("error_description", plain(description));
    }

    /** Printable ASCII without quotation mark and backslash. */
    private static String plain(String text) {
        return text.replace('"', '\'').replaceAll("[‘’]", "'").replaceAll("[^\\x20-\\x5B\\x5D-\\x7E]", "?");
    }
}
