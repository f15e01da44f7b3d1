package org.entente.protocols.federation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whom a superior lets stand below it in a chain (OpenID Federation 1.0 §6.2). What is not understood is passed over.
 *
 * @param json the claim {@code constraints}
 */
public record Constraints(ObjectNode json) {
    /** No limits. */
    public static final Constraints NONE = new Constraints(Json.newObject());

    /** The entity type that nobody can forbid (§6.2.3). */
    public static final String FEDERATION_ENTITY = "federation_entity";

    private static final String PATH = "max_path_length";
    private static final String NAMES = "naming_constraints";
    private static final String TYPES = "allowed_entity_types";
    private static final int MAX_NAMES = 256;

    /** @throws ProtocolError {@code invalid_entity_statement} when it is malformed */
    public Constraints {
        json = json.deepCopy();
        JsonNode path = json.path(PATH);
        require(path.isMissingNode() || (path.isIntegralNumber() && path.canConvertToInt() && path.intValue() >= 0));
        JsonNode naming = json.path(NAMES);
        require(naming.isMissingNode() || naming.isObject());
        for (String list : List.of("permitted", "excluded")) {
            requireTexts(naming.path(list));
            naming.path(list).forEach(name -> require(isName(name.stringValue())));
        }
        requireTexts(json.path(TYPES));
        require(json.path(TYPES)
                .valueStream()
                .noneMatch(type -> type.stringValue().equals(FEDERATION_ENTITY)));
    }

    /** Whether so many intermediates may stand between whoever sets this and the subject (§6.2.1). */
    public boolean permitPath(int intermediates) {
        return !json.has(PATH) || intermediates <= json.path(PATH).intValue();
    }

    /** Whether an entity of this identifier may stand below (§6.2.2). */
    public boolean permitName(URI entity) {
        String host = host(entity);
        JsonNode naming = json.path(NAMES);
        return naming.path("excluded").valueStream().noneMatch(name -> covers(name.stringValue(), host))
                && (!naming.has("permitted")
                        || naming.path("permitted").valueStream().anyMatch(name -> covers(name.stringValue(), host)));
    }

    /** The metadata without the entity types that may not be (§6.2.3). */
    public ObjectNode permitted(ObjectNode metadata) {
        ObjectNode permitted = metadata.deepCopy();
        if (json.has(TYPES)) {
            List<String> allowed = new ArrayList<>();
            json.path(TYPES).forEach(type -> allowed.add(type.stringValue()));
            allowed.add(FEDERATION_ENTITY);
            permitted.retain(allowed);
        }
        return permitted;
    }

    /** The claim. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Whether nothing is limited. */
    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** Without the period with which a name may end that is complete: it names the same host. */
    private static String host(URI entity) {
        String host = entity.getHost() == null ? "" : entity.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** RFC 5280 §4.2.1.10: a name that begins with a period means every host below it, any other that host alone. */
    private static boolean covers(String name, String host) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return wanted.startsWith(".") ? host.endsWith(wanted) && host.length() > wanted.length() : host.equals(wanted);
    }

    private static boolean isName(String name) {
        return name.length() <= 255 && name.matches("\\.?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    }

    private static void requireTexts(JsonNode list) {
        require(list.isMissingNode() || (list.isArray() && list.size() <= MAX_NAMES));
        list.forEach(text -> require(text.isString()));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new ProtocolError(EntityStatement.ERROR, "the constraints are not what they should be");
        }
    }
}
