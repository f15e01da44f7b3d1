package org.entente.protocols.dcql;

import java.util.List;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trust anchors that the verifier accepts (OID4VP 1.0 §6.1.1).
 *
 * @param type the kind of identifier, {@code aki} for a certificate's authority key identifier
 * @param values the identifiers, any one of which serves; for {@code aki} base64url
 */
public record TrustedAuthority(String type, List<String> values) {
    /** Authority key identifiers of X.509 certificates (OID4VP 1.0 §6.1.1.1). */
    public static final String AKI = "aki";

    public TrustedAuthority {
        values = List.copyOf(values);
        if (type.isEmpty() || values.isEmpty()) {
            throw DcqlQuery.invalid("a trusted authority has a type and a value");
        }
    }

    /** The certificate authorities with these key identifiers. */
    public static TrustedAuthority ofKeyIdentifiers(List<String> keyIdentifiers) {
        return new TrustedAuthority(AKI, keyIdentifiers);
    }

    static TrustedAuthority parse(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            throw DcqlQuery.invalid("a trusted authority is an object");
        }
        return new TrustedAuthority(DcqlQuery.text(object, "type"), DcqlQuery.texts(object.path("values")));
    }

    ObjectNode toJson() {
        ObjectNode object = Json.newObject().put("type", type);
        ArrayNode array = object.putArray("values");
        values.forEach(array::add);
        return object;
    }
}
