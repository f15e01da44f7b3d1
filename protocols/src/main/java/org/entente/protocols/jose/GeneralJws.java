package org.entente.protocols.jose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One payload under the signatures of several keys (RFC 7515 §7.2.1). Unprotected headers are refused; every signature
 * has the same {@code typ}. Immutable: {@link #addSignature} gives a new value.
 */
public final class GeneralJws {
    /** The most signatures that are read. */
    public static final int MAX_SIGNATURES = 64;

    /** The longest payload that is read, in base64url characters. */
    public static final int MAX_PAYLOAD_LENGTH = 1024 * 1024;

    private static final Set<String> MEMBERS = Set.of("payload", "signatures");
    private static final Set<String> SIGNATURE_MEMBERS = Set.of("protected", "signature");

    private final String payload;
    private final String type;
    private final List<Part> parts;

    /** One signature: the encoded header, the thumbprint that it names, or "", and the 64 bytes. */
    private record Part(String header, String keyId, byte[] signature) {
        boolean isOf(PublicJwk key) {
            return keyId.isEmpty() || keyId.equals(key.thumbprint());
        }
    }

    private GeneralJws(String payload, String type, List<Part> parts) {
        this.payload = payload;
        this.type = type;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads the JSON form.
     *
     * @throws ProtocolError {@code invalid_request} on anything else than a payload and 1 to {@link #MAX_SIGNATURES}
     *     protected ES256 signatures of one type, whose headers name nothing but algorithm, type and a key's thumbprint
     */
    public static GeneralJws parse(JsonNode json) {
        if (!(json instanceof ObjectNode object)
                || !Set.copyOf(object.propertyNames()).equals(MEMBERS)) {
            throw malformed("a general JWS has a payload and signatures");
        }
        String payload = text(object, "payload", MAX_PAYLOAD_LENGTH);
        Base64Url.decode(payload);
        if (!(object.path("signatures") instanceof ArrayNode array)
                || array.isEmpty()
                || array.size() > MAX_SIGNATURES) {
            throw malformed("a general JWS has 1 to " + MAX_SIGNATURES + " signatures");
        }
        List<Part> parts = new ArrayList<>(array.size());
        String type = null;
        for (JsonNode element : array) {
            ObjectNode header = JoseHeader.parse(text(signature(element), "protected", CompactJws.MAX_LENGTH));
            JoseHeader.requirePlain(header);
            String partType = header.path("typ").stringValue("");
            if (type != null && !type.equals(partType)) {
                throw malformed("the signatures of a general JWS have one typ");
            }
            type = partType;
            parts.add(part(element, header.path("kid").stringValue("")));
        }
        return new GeneralJws(payload, type == null ? "" : type, parts);
    }

    /** The JSON form of a payload signed by each of these; the header has {@code typ} and {@code kid}. */
    public static ObjectNode sign(byte[] payload, String type, List<Signer> signers) {
        if (signers.isEmpty()) {
            throw new IllegalArgumentException("a general JWS has at least one signature");
        }
        GeneralJws jws = new GeneralJws(Base64Url.encode(payload), type, List.of());
        for (Signer signer : signers) {
            jws = jws.addSignature(signer);
        }
        return jws.toJson();
    }

    /** The same payload and signatures and one more, of the same type. */
    public GeneralJws addSignature(Signer signer) {
        if (parts.size() == MAX_SIGNATURES) {
            throw malformed("a general JWS has at most " + MAX_SIGNATURES + " signatures");
        }
        String header = JoseHeader.encode(JoseHeader.of(signer, type));
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(header, signer.publicKey().thumbprint(), signer.sign(signingInput(header))));
        return new GeneralJws(payload, type, more);
    }

    /** The signed bytes. */
    public byte[] payload() {
        return Base64Url.decode(payload);
    }

    /** The {@code typ} of every signature; empty when they have none. */
    public String type() {
        return type;
    }

    /** Whether this key made one of the signatures, whose header names no other. */
    public boolean isSignedBy(PublicJwk key) {
        return parts.stream()
                .filter(part -> part.isOf(key))
                .anyMatch(part -> Es256.verifies(key.toKey(), signingInput(part.header()), part.signature()));
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("payload", payload);
        ArrayNode array = json.putArray("signatures");
        parts.forEach(part ->
                array.addObject().put("protected", part.header()).put("signature", Base64Url.encode(part.signature())));
        return json;
    }

    private byte[] signingInput(String header) {
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    private static ObjectNode signature(JsonNode element) {
        if (element instanceof ObjectNode object
                && Set.copyOf(object.propertyNames()).equals(SIGNATURE_MEMBERS)) {
            return object;
        }
        throw malformed("a signature of a general JWS has a protected header and no other");
    }

    private static Part part(JsonNode element, String keyId) {
        byte[] signature = Base64Url.decode(text(element, "signature", 2 * Es256.SIGNATURE_BYTES));
        if (signature.length != Es256.SIGNATURE_BYTES) {
            throw malformed("an ES256 signature has 64 bytes");
        }
        return new Part(element.path("protected").stringValue(), keyId, signature);
    }

    private static String text(JsonNode object, String name, int limit) {
        JsonNode value = object.path(name);
        if (!value.isString() || value.stringValue().length() > limit) {
            throw malformed("the member " + name + " is a text of at most " + limit + " characters");
        }
        return value.stringValue();
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
