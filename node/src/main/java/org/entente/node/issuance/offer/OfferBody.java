package org.entente.node.issuance.offer;

import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.registers.RecordId;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the API's request for an offer. */
@Component
class OfferBody {
    private static final String TRANSACTION_CODE = "[0-9]{4,8}";

    private final CredentialTypes types;

    OfferBody(CredentialTypes types) {
        this.types = types;
    }

    /** @throws ProtocolError {@code invalid_request} when it is malformed or names a type that there is not */
    OfferRequest parse(ObjectNode body) {
        List<CredentialType> asked = body.path("configurations")
                .valueStream()
                .map(id -> types.find(id.asString(""))
                        .orElseThrow(() -> malformed("this node does not issue that configuration")))
                .distinct()
                .toList();
        if (asked.isEmpty() || !OfferRequest.areOfOneSource(asked)) {
            throw malformed("configurations are at least one, all of one organisation and register");
        }
        return new OfferRequest(
                asked,
                record(asked.getFirst().register(), body.path("record").asString("")),
                Optional.empty(),
                transactionCode(body.path("transaction_code")));
    }

    private static RecordId record(String register, String number) {
        return RecordId.parse(register, number).orElseThrow(() -> malformed("record is a number in the register"));
    }

    private static Optional<String> transactionCode(JsonNode code) {
        if (code.isMissingNode()) {
            return Optional.empty();
        }
        if (!code.isString() || !code.stringValue().matches(TRANSACTION_CODE)) {
            throw malformed("transaction_code has 4 to 8 digits");
        }
        return Optional.of(code.stringValue());
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
