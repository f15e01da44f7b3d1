package org.entente.node.agreements.document;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Origins;
import org.entente.node.kernel.Text;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.JsonNode;

/** Reads members whose shape the schema has already checked into the values they mean. */
final class Members {
    private Members() {}

    static String string(JsonNode json, String member) {
        return json.path(member).stringValue();
    }

    static Text text(JsonNode json, String member) {
        return text(json.path(member));
    }

    static Text text(JsonNode json) {
        return new Text(string(json, "fr"), string(json, "en"));
    }

    static Duration days(JsonNode json, String member) {
        return Duration.ofDays(json.path(member).intValue());
    }

    static Duration seconds(JsonNode json, String member) {
        return Duration.ofSeconds(json.path(member).intValue());
    }

    static <T> List<T> list(JsonNode json, String member, Function<JsonNode, T> reader) {
        return json.path(member).valueStream().map(reader).toList();
    }

    static Set<String> strings(JsonNode json, String member) {
        return json.path(member).valueStream().map(JsonNode::stringValue).collect(Collectors.toUnmodifiableSet());
    }

    static Instant instant(JsonNode json, String member, Instant otherwise) {
        if (!json.has(member)) {
            return otherwise;
        }
        try {
            return Instant.parse(string(json, member));
        } catch (DateTimeParseException e) {
            throw new ProtocolError("invalid_entente", "the member " + member + " is no moment");
        }
    }

    static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (Origins.isAcceptable(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // falls through: not an address at all
        }
        throw new ProtocolError("invalid_entente", "an address is not https, or not an address");
    }

    static Jurisdiction.Kind kind(String name) {
        return Jurisdiction.Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
