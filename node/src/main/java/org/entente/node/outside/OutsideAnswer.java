package org.entente.node.outside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the other side answered; nothing in it is to be believed yet.
 *
 * @param headers the first value of each header, by lower-case name
 */
public record OutsideAnswer(int status, Map<String, String> headers, byte[] body) {
    public OutsideAnswer {
        headers = Map.copyOf(headers);
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** After how long it may be asked again, in whole seconds (RFC 9110 §10.2.3); empty when not said so, or beyond a limit. */
    public Optional<Duration> retryAfter(Duration longest) {
        return header("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(pause -> pause.compareTo(longest) <= 0);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The media type without parameters, in lower case; empty when none was given. */
    public String mediaType() {
        String type = header("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The body as a JSON object.
     *
     * @throws ProtocolError {@code invalid_request} when it is anything else, or does not say that it is JSON
     */
    public ObjectNode json() {
        if (!mediaType().equals("application/json") && !mediaType().endsWith("+json")) {
            throw new ProtocolError("invalid_request", "the answer is not JSON by its media type");
        }
        return Json.object(body);
    }

    /** Whether it is an error answer with this code (RFC 6749 §5.2). */
    public boolean isError(String code) {
        if (status < 400) {
            return false;
        }
        try {
            return json().path("error").asString("").equals(code);
        } catch (ProtocolError notJson) {
            return false;
        }
    }
}
