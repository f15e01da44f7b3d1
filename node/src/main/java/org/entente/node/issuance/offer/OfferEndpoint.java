package org.entente.node.issuance.offer;

import java.time.InstantSource;
import org.entente.node.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows a wallet the offer that was sent by reference, as often as it asks, until it expires. OID4VCI 1.0 §4.1.3. */
@RestController
class OfferEndpoint {
    private final MakeOffer offers;
    private final InstantSource clock;

    OfferEndpoint(MakeOffer offers, InstantSource clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @GetMapping("/o/{organisation}/offers/{address}")
    ResponseEntity<ObjectNode> read(@PathVariable String organisation, @PathVariable String address) {
        return offers.read(organisation, address, clock.instant())
                .map(offer ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(offer.toJson()))
                .orElseThrow(NotFound::new);
    }
}
