package org.entente.node.frontier;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes messages of the type {@code test-tide}, which exists in tests only; refuses those of Percé and cannot read those above ten metres. */
@Component
public final class TestTides implements Receiver {
    static final String TYPE = "test-tide";

    private final List<ObjectNode> taken = new CopyOnWriteArrayList<>();

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ReceiveOutcome receive(URI sender, ObjectNode body, Instant now) {
        if (body.path("place").asString("").equals("perce")) {
            return new ReceiveOutcome.Refused("no_such_tide", "there is no tide gauge there");
        }
        if (body.path("centimetres").asInt(0) > 1000) {
            throw new ProtocolError("invalid_tide", "no tide is higher than ten metres");
        }
        taken.add(body);
        return new ReceiveOutcome.Accepted();
    }

    List<ObjectNode> taken() {
        return List.copyOf(taken);
    }

    static ObjectNode tide(String place, int centimetres) {
        return Json.newObject().put("place", place).put("centimetres", centimetres);
    }
}
