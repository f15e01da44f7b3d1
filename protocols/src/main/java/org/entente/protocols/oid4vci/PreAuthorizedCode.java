package org.entente.protocols.oid4vci;

import java.net.URI;
import java.util.Optional;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pre-authorized code grant of an offer (OID4VCI 1.0 §4.1.1).
 *
 * @param code short-lived and used once at the token endpoint
 * @param transactionCode present when the token request must carry one
 * @param authorizationServer which of the issuer's authorization servers redeems it, when there are several
 */
public record PreAuthorizedCode(
        String code, Optional<TransactionCode> transactionCode, Optional<URI> authorizationServer) {
    /** The grant type. */
    public static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    /** The token request's parameter for the code (§6.1). */
    public static final String CODE_PARAMETER = "pre-authorized_code";

    /** The token request's parameter for the transaction code (§6.1). */
    public static final String TRANSACTION_CODE_PARAMETER = "tx_code";

    static PreAuthorizedCode parse(Members grant) {
        Members code = grant.in(grant.object().path(TRANSACTION_CODE_PARAMETER));
        return new PreAuthorizedCode(
                grant.string(CODE_PARAMETER),
                code.object().isMissingNode() ? Optional.empty() : Optional.of(TransactionCode.parse(code)),
                grant.optionalUri("authorization_server"));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put(CODE_PARAMETER, code);
        transactionCode.ifPresent(value -> json.set(TRANSACTION_CODE_PARAMETER, value.toJson()));
        authorizationServer.ifPresent(value -> json.put("authorization_server", value.toString()));
        return json;
    }

    /** Never shows the code. */
    @Override
    public String toString() {
        return "PreAuthorizedCode[…]";
    }
}
