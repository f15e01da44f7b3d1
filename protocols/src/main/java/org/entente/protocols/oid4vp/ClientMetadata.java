package org.entente.protocols.oid4vp;

import java.util.ArrayList;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a wallet needs to know of the verifier for this one request (OID4VP 1.0 §5.1, {@code client_metadata}).
 *
 * @param keys the keys that the response may be encrypted to
 * @param contentEncryptions the {@code enc} values that the verifier understands
 * @param formats the credential formats and algorithms that the verifier understands (§11.1)
 */
public record ClientMetadata(Jwks keys, List<String> contentEncryptions, ObjectNode formats) {
    /** The content encryptions of the high-assurance profile, the strongest last (HAIP 1.0 §5). */
    public static final List<String> CONTENT_ENCRYPTIONS = List.of("A128GCM", "A256GCM");

    private static final String SD_JWT_VC = "dc+sd-jwt";

    public ClientMetadata {
        contentEncryptions = List.copyOf(contentEncryptions);
        formats = formats.deepCopy();
    }

    /** Metadata for one request: a key made for it alone, SD-JWT VC signed with ES256. */
    public static ClientMetadata ofEphemeralKey(PublicJwk key) {
        return new ClientMetadata(Jwks.of(key.forEncryption()), CONTENT_ENCRYPTIONS, supportedFormats());
    }

    /** The credential formats and algorithms that a verifier of ours understands (Appendix B.3.4). */
    public static ObjectNode supportedFormats() {
        ObjectNode formats = Json.newObject();
        ObjectNode algorithms = formats.putObject(SD_JWT_VC);
        algorithms.putArray("sd-jwt_alg_values").add("ES256");
        algorithms.putArray("kb-jwt_alg_values").add("ES256");
        return formats;
    }

    /** The key to encrypt a response to: the first that is not meant for something else (§8.3). */
    public PublicJwk encryptionKey() {
        return keys.keys().stream()
                .filter(key -> key.use().orElse("enc").equals("enc"))
                .filter(key -> key.algorithm().orElse("ECDH-ES").equals("ECDH-ES"))
                .findFirst()
                .orElseThrow(() -> Oid4vp.invalid("client_metadata has no key to encrypt to"));
    }

    /**
     * The content encryption to use: A128GCM where the verifier names none (§5.1), otherwise the strongest that both
     * understand, whatever the verifier's order (HAIP 1.0 §5).
     */
    public String contentEncryption() {
        if (contentEncryptions.isEmpty()) {
            return CONTENT_ENCRYPTIONS.getFirst();
        }
        return CONTENT_ENCRYPTIONS.reversed().stream()
                .filter(contentEncryptions::contains)
                .findFirst()
                .orElseThrow(() -> Oid4vp.invalid("client_metadata names no content encryption that is understood"));
    }

    /**
     * Whether the verifier takes SD-JWT VC whose issuer and holder sign with ES256, the only algorithm here; one that names
     * no algorithms takes any (Appendix B.3.4).
     */
    public boolean isForSdJwt() {
        return formats.path(SD_JWT_VC).isObject()
                && List.of("sd-jwt_alg_values", "kb-jwt_alg_values").stream()
                        .map(formats.path(SD_JWT_VC)::path)
                        .allMatch(names -> names.isMissingNode() || texts(names).contains("ES256"));
    }

    /** @throws ProtocolError {@code invalid_request} when it is malformed */
    static ClientMetadata parse(JsonNode node) {
        if (!(node instanceof ObjectNode object)
                || !(object.path("vp_formats_supported") instanceof ObjectNode formats)) {
            throw Oid4vp.invalid("client_metadata is an object with vp_formats_supported");
        }
        return new ClientMetadata(
                Jwks.parse(object.path("jwks")),
                texts(object.path("encrypted_response_enc_values_supported")),
                formats);
    }

    ObjectNode toJson() {
        ObjectNode object = Json.newObject();
        object.set("jwks", keys.toJson());
        ArrayNode array = object.putArray("encrypted_response_enc_values_supported");
        contentEncryptions.forEach(array::add);
        object.set("vp_formats_supported", formats);
        return object;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.stringValue("")));
        return texts;
    }
}
