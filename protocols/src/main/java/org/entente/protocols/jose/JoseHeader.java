package org.entente.protocols.jose;

import java.util.List;
import java.util.Set;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The protected header of a signature: read strictly, written in a fixed order. */
final class JoseHeader {
    private static final int MAX_TYPE_LENGTH = 128;
    private static final int MAX_KEY_ID_LENGTH = 512;
    private static final Set<String> PLAIN = Set.of("alg", "typ", "kid");

    /** A key's thumbprint (RFC 7638): whatever else names a key, somebody chose. */
    private static final String THUMBPRINT = "[A-Za-z0-9_-]{43}";

    private JoseHeader() {}

    /** Reads a protected header; refuses any algorithm but ES256 and every extension that must be understood. */
    static ObjectNode parse(String encoded) {
        ObjectNode header = Json.object(Base64Url.decode(encoded));
        if (!header.path("alg").isString()
                || !Es256.NAME.equals(header.path("alg").stringValue())) {
            throw malformed("the only signature algorithm is ES256");
        }
        if (header.has("crit") || header.has("b64")) {
            throw malformed("no critical header extension is understood");
        }
        requireShortText(header, "typ", MAX_TYPE_LENGTH);
        requireShortText(header, "kid", MAX_KEY_ID_LENGTH);
        return header;
    }

    /** Goes on only with a header that says nothing but the algorithm, the type and a key's thumbprint. */
    static void requirePlain(ObjectNode header) {
        if (!PLAIN.containsAll(header.propertyNames())
                || header.has("kid") && !header.path("kid").stringValue().matches(THUMBPRINT)) {
            throw malformed("the header names the algorithm, the type and a key by its thumbprint, and nothing else");
        }
    }

    /** A header of this type that tells what is asked of the signer's key. */
    static ObjectNode of(Signer signer, String type, JoseOption... options) {
        ObjectNode header = Json.newObject().put("typ", type);
        for (JoseOption option : options.length == 0 ? new JoseOption[] {JoseOption.KEY_ID} : options) {
            switch (option) {
                case KEY_ID -> header.put("kid", signer.keyId());
                case KEY -> header.set("jwk", signer.publicKey().toJson());
                case CERTIFICATES -> header.set("x5c", chain(signer));
            }
        }
        return header;
    }

    /** The header with the algorithm that the signature will have, encoded. */
    static String encode(ObjectNode members) {
        ObjectNode header = Json.newObject().put("alg", Es256.NAME);
        members.properties().forEach(member -> {
            if (!member.getKey().equals("alg")) {
                header.set(member.getKey(), member.getValue());
            }
        });
        return Base64Url.encode(Json.bytes(header));
    }

    private static ArrayNode chain(Signer signer) {
        List<String> certificates =
                signer.certificates().stream().map(Certificates::toBase64).toList();
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("the signer has no certificate");
        }
        ArrayNode array = Json.newArray();
        certificates.forEach(array::add);
        return array;
    }

    private static void requireShortText(ObjectNode header, String name, int limit) {
        JsonNode value = header.path(name);
        if (!value.isMissingNode() && (!value.isString() || value.stringValue().length() > limit)) {
            throw malformed("the header member " + name + " is a short text");
        }
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
