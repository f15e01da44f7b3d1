package org.entente.protocols.oid4vci;

import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A fresh nonce for key proofs (OID4VCI 1.0 §7.2). */
public record NonceResponse(String nonce) {
    /** @throws ProtocolError {@code invalid_nonce_response} when it carries none */
    public static NonceResponse parse(ObjectNode response) {
        return new NonceResponse(new Members(response, "invalid_nonce_response").string("c_nonce"));
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        return Json.newObject().put("c_nonce", nonce);
    }
}
