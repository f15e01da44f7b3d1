package org.entente.node.web;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The error dialect of the API: problem details (RFC 9457), whose type is the address of a page that explains the
 * problem. A room explains a problem {@code wrong_thing} of its own with the texts {@code
 * <room>.problem.wrong-thing.title}, {@code .what} and {@code .next}.
 */
@Component
public final class Problems {
    /** The problem that stands for those which have no page of their own. */
    private static final String GENERAL = "invalid_request";

    private static final String KEY = ".problem.";
    private static final String TITLE = ".title";

    private final NodeIdentity identity;
    private final Messages messages;
    private final Map<String, String> prefixes;

    Problems(NodeIdentity identity, Messages messages) {
        this.identity = identity;
        this.messages = messages;
        this.prefixes = messages.catalogue(Language.EN).keySet().stream()
                .filter(key -> key.contains(KEY) && key.endsWith(TITLE))
                .map(key -> key.substring(0, key.length() - TITLE.length()))
                .collect(Collectors.toUnmodifiableMap(
                        prefix -> prefix.substring(prefix.indexOf(KEY) + KEY.length()), prefix -> prefix));
    }

    /**
     * An error answer.
     *
     * @param code what is wrong, in lower case with underscores
     * @param detail for a developer, in English; nothing of what the caller sent
     */
    public ResponseEntity<ObjectNode> answer(HttpStatusCode status, String code, String detail) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status, code, detail));
    }

    /** The body of such an answer. */
    public ObjectNode body(HttpStatusCode status, String code, String detail) {
        String page = explained(code);
        return Json.newObject()
                .put("type", identity.origin() + "/en/problems/" + page)
                .put("title", messages.say(Language.EN, prefixes.get(page) + TITLE))
                .put("status", status.value())
                .put("detail", detail)
                .put("code", code);
    }

    /** The beginning of the keys of the texts that explain a problem, named as in its page's address. */
    public Optional<String> texts(String page) {
        return Optional.ofNullable(prefixes.get(page));
    }

    /** The name of the page that explains a problem. */
    public String explained(String code) {
        String page = code.replace('_', '-');
        return prefixes.containsKey(page) ? page : GENERAL.replace('_', '-');
    }
}
