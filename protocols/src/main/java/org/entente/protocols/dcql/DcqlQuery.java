package org.entente.protocols.dcql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a verifier asks a wallet for (OID4VP 1.0 §6). Unknown members are ignored, as the specification demands; what is
 * known and malformed is refused.
 *
 * @param credentials the credentials asked, each under its own name; never empty
 * @param sets the combinations that serve; empty when all credentials are asked
 */
public record DcqlQuery(List<CredentialQuery> credentials, List<CredentialSetQuery> sets) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public DcqlQuery {
        credentials = List.copyOf(credentials);
        sets = List.copyOf(sets);
        Set<String> names = new HashSet<>();
        for (CredentialQuery credential : credentials) {
            if (!names.add(credential.id())) {
                throw invalid("a credential query's name appears once");
            }
        }
        if (credentials.isEmpty()) {
            throw invalid("a query asks for a credential");
        }
        for (CredentialSetQuery set : sets) {
            if (!set.options().stream().allMatch(names::containsAll)) {
                throw invalid("a credential set names credentials of its query");
            }
        }
    }

    /** A query for one credential. */
    public static DcqlQuery of(CredentialQuery credential) {
        return new DcqlQuery(List.of(credential), List.of());
    }

    /**
     * Reads a query.
     *
     * @throws ProtocolError {@code invalid_request} when it is malformed or beyond the limits
     */
    public static DcqlQuery parse(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            throw invalid("a query is an object");
        }
        return new DcqlQuery(
                list(object, "credentials", CredentialQuery::parse),
                list(object, "credential_sets", CredentialSetQuery::parse));
    }

    public ObjectNode toJson() {
        ObjectNode object = Json.newObject();
        ArrayNode array = object.putArray("credentials");
        credentials.forEach(credential -> array.add(credential.toJson()));
        if (!sets.isEmpty()) {
            ArrayNode combinations = object.putArray("credential_sets");
            sets.forEach(set -> combinations.add(set.toJson()));
        }
        return object;
    }

    /** The credential query of this name. */
    public Optional<CredentialQuery> credential(String id) {
        return credentials.stream()
                .filter(credential -> credential.id().equals(id))
                .findFirst();
    }

    static ProtocolError invalid(String text) {
        return new ProtocolError("invalid_request", "dcql_query: " + text);
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw invalid("a name is 1 to 64 letters, digits, underscores or hyphens");
        }
    }

    static String text(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw invalid(name + " is a string");
        }
        return value.stringValue();
    }

    /** A member that may be absent, and is true or false where it is not. */
    static boolean flag(ObjectNode object, String name, boolean absent) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw invalid(name + " is true or false");
        }
        return value.booleanValue(absent);
    }

    static List<String> texts(JsonNode array) {
        return elements(array, element -> {
            if (!element.isString()) {
                throw invalid("an entry is a string");
            }
            return element.stringValue();
        });
    }

    /** The elements of a member that may be absent, but not empty (OID4VP 1.0 §6: arrays are non-empty). */
    static <T> List<T> list(ObjectNode object, String name, Function<JsonNode, T> element) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<T> elements = elements(value, element);
        if (elements.isEmpty()) {
            throw invalid(name + " is not empty");
        }
        return elements;
    }

    private static <T> List<T> elements(JsonNode array, Function<JsonNode, T> element) {
        if (array.isMissingNode()) {
            return List.of();
        }
        if (!array.isArray() || array.size() > CredentialQuery.MAX_ENTRIES) {
            throw invalid("a list is an array of at most " + CredentialQuery.MAX_ENTRIES);
        }
        List<T> elements = new ArrayList<>();
        array.forEach(node -> elements.add(element.apply(node)));
        return elements;
    }
}
