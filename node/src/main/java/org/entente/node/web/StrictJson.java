package org.entente.node.web;

import java.io.IOException;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@code JsonNode} bodies strictly, by {@link Json}. */
final class StrictJson extends AbstractHttpMessageConverter<JsonNode> {
    StrictJson() {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    protected JsonNode readInternal(Class<? extends JsonNode> type, HttpInputMessage message) throws IOException {
        byte[] body = message.getBody().readAllBytes();
        return type == ObjectNode.class ? Json.object(body) : Json.parse(body);
    }

    @Override
    protected void writeInternal(JsonNode value, HttpOutputMessage message) throws IOException {
        byte[] body = Json.bytes(value);
        // A length that is known goes out with the body in one piece; without it each answer takes two.
        message.getHeaders().setContentLength(body.length);
        message.getBody().write(body);
    }
}
