package org.entente.node.issuance.offer;

import java.time.InstantSource;
import org.entente.node.registers.Registers;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Makes an offer for a record, for a system that hands it to the holder. openapi/issuance.yaml. */
@RestController
class OfferApiEndpoint {
    private final OfferBody offerBody;
    private final Registers registers;
    private final MakeOffer makeOffer;
    private final InstantSource clock;

    OfferApiEndpoint(OfferBody offerBody, Registers registers, MakeOffer makeOffer, InstantSource clock) {
        this.offerBody = offerBody;
        this.registers = registers;
        this.makeOffer = makeOffer;
        this.clock = clock;
    }

    @PostMapping(path = "/api/offers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> make(AccessToken token, @RequestBody ObjectNode body) {
        token.require("issuance.offer");
        OfferRequest request = offerBody.parse(body);
        token.registration().require(request.organisation());
        if (registers.find(request.record()).isEmpty()) {
            throw new NotFound();
        }
        MadeOffer offer = makeOffer.make(request, clock.instant());
        ObjectNode answer = Json.newObject()
                .put("credential_offer_uri", offer.address().toString())
                .put("transaction_code", offer.transactionCode())
                .put("expires_at", offer.expiresAt().toString());
        answer.set("credential_offer", offer.offer().toJson());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }
}
