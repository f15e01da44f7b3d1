package org.entente.protocols.oid4vp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a wallet says in answer to a request (OID4VP 1.0 §8). */
public sealed interface WalletAnswer {
    /** The request's {@code state}, empty when it had none. */
    String state();

    /**
     * The holder agreed (§8.1, {@code vp_token}).
     *
     * @param presentations by name of the credential query, each in its format's own text; a query that nothing answers
     *     has no entry
     */
    record Presented(Map<String, List<String>> presentations, String state) implements WalletAnswer {
        public Presented {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            presentations.forEach((id, texts) -> copy.put(id, List.copyOf(texts)));
            presentations = Map.copyOf(copy);
            if (presentations.isEmpty() || presentations.containsValue(List.<String>of())) {
                throw Oid4vp.invalid("each entry of vp_token has a presentation");
            }
        }
    }

    /**
     * The wallet did not present (§8.5).
     *
     * @param code {@code access_denied} when the holder refused or has nothing that matches; any other says what is wrong
     *     with the request, or that there is no wallet
     */
    record Declined(String code, String state) implements WalletAnswer {
        /** The holder refused, or has no credential that matches. */
        public static final String ACCESS_DENIED = "access_denied";

        /** The request is not in order, in a way for which there is no other word. */
        public static final String INVALID_REQUEST = "invalid_request";

        /** The request names its query by a scope that this wallet does not know. */
        public static final String INVALID_SCOPE = "invalid_scope";

        /** The request has transaction data of a type that this wallet does not know. */
        public static final String INVALID_TRANSACTION_DATA = "invalid_transaction_data";

        /** No format that is asked for is one of this wallet's. */
        public static final String FORMATS_NOT_SUPPORTED = "vp_formats_not_supported";

        /** The request is for another response than a presentation (RFC 6749 §4.1.2.1). */
        public static final String UNSUPPORTED_RESPONSE_TYPE = "unsupported_response_type";

        public Declined {
            if (!code.matches("[a-z0-9_]{1,64}")) {
                throw Oid4vp.invalid("error is a code of lower-case letters");
            }
        }
    }

    /**
     * Reads the content of a decrypted response.
     *
     * @throws ProtocolError {@code invalid_request} when it is malformed
     */
    static WalletAnswer parse(byte[] json) {
        ObjectNode object = Json.object(json);
        String state = Oid4vp.optional(object, "state").orElse("");
        if (object.has("error")) {
            return new Declined(Oid4vp.required(object, "error"), state);
        }
        if (!(object.path("vp_token") instanceof ObjectNode token)
                || token.isEmpty()
                || token.size() > CredentialQuery.MAX_ENTRIES) {
            throw Oid4vp.invalid("vp_token is an object of presentations");
        }
        Map<String, List<String>> presentations = new LinkedHashMap<>();
        token.properties().forEach(entry -> presentations.put(entry.getKey(), texts(entry.getValue())));
        return new Presented(presentations, state);
    }

    /** The JSON form. */
    default ObjectNode toJson() {
        ObjectNode object = Json.newObject();
        switch (this) {
            case Presented presented -> {
                ObjectNode token = object.putObject("vp_token");
                presented.presentations().forEach((id, texts) -> {
                    ArrayNode array = token.putArray(id);
                    texts.forEach(array::add);
                });
            }
            case Declined declined -> object.put("error", declined.code());
        }
        return state().isEmpty() ? object : object.put("state", state());
    }

    /** Encrypts the answer to the key of the request that it answers (§8.3). */
    default String encrypt(ClientMetadata metadata) {
        return CompactJwe.encrypt(metadata.encryptionKey(), metadata.contentEncryption(), Json.bytes(toJson()));
    }

    private static List<String> texts(JsonNode array) {
        if (!array.isArray() || array.isEmpty() || array.size() > CredentialQuery.MAX_ENTRIES) {
            throw Oid4vp.invalid("presentations are a non-empty array");
        }
        return array.valueStream()
                .map(element -> {
                    if (!element.isString()) {
                        throw Oid4vp.invalid("a presentation in this format is a text");
                    }
                    return element.stringValue();
                })
                .toList();
    }
}
