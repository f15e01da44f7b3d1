package org.entente.node.frontier.crossing;

import java.util.Locale;
import org.entente.node.frontier.Crossing;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of one type crossed in one direction.
 *
 * @param count how many messages or contents of documents
 * @param bytes how many bytes in all
 */
public record Tally(Crossing.Direction direction, Crossing.Kind kind, String type, long count, long bytes) {
    /** The public form. */
    public ObjectNode toJson() {
        return Json.newObject()
                .put("direction", direction.name().toLowerCase(Locale.ROOT))
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("type", type)
                .put("count", count)
                .put("bytes", bytes);
    }
}
