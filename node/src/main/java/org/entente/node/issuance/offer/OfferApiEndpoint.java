package org.entente.node.issuance.offer;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.Registers;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an offer for a record, for a system that hands it to the holder. openapi/issuance.yaml. */
@RestController
class OfferApiEndpoint {
    private static final String TRANSACTION_CODE = "[0-9]{4,8}";

    private final CredentialTypes types;
    private final Registers registers;
    private final MakeOffer makeOffer;
    private final InstantSource clock;

    OfferApiEndpoint(CredentialTypes types, Registers registers, MakeOffer makeOffer, InstantSource clock) {
        this.types = types;
        this.registers = registers;
        this.makeOffer = makeOffer;
        this.clock = clock;
    }

    @PostMapping(path = "/api/offers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> make(AccessToken token, @RequestBody ObjectNode body) {
        token.require("issuance");
        OfferRequest request = parse(body);
        if (registers.claims(request.record()).isEmpty()) {
            throw new NotFound();
        }
        MadeOffer offer = makeOffer.make(request, clock.instant());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(render(offer));
    }

    private OfferRequest parse(ObjectNode body) {
        List<CredentialType> asked = body.path("configurations")
                .valueStream()
                .map(id -> types.find(id.asString(""))
                        .orElseThrow(() -> malformed("this node does not issue that configuration")))
                .distinct()
                .toList();
        if (asked.isEmpty() || !OfferRequest.areOfOneSource(asked)) {
            throw malformed("configurations are at least one, all of one organisation and register");
        }
        String number = RecordId.normalised(body.path("record").asString(""));
        if (number.isEmpty() || number.length() > RecordId.MAX_NUMBER) {
            throw malformed("record is a number in the register");
        }
        return new OfferRequest(
                asked,
                new RecordId(asked.getFirst().register(), number),
                Optional.empty(),
                transactionCode(body.path("transaction_code")));
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

    private static ObjectNode render(MadeOffer offer) {
        ObjectNode json = Json.newObject()
                .put("credential_offer_uri", offer.address().toString())
                .put("transaction_code", offer.transactionCode())
                .put("expires_at", offer.expiresAt().toString());
        json.set("credential_offer", offer.offer().toJson());
        return json;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
