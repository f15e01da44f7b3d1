package org.entente.node.agreements.api;

import java.time.InstantSource;
import org.entente.node.agreements.parties.ListPartners;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the other governments whose messages are believed here, and by which keys. Our own API. */
@RestController
class PartnersEndpoint {
    private final ListPartners listPartners;
    private final InstantSource clock;

    PartnersEndpoint(ListPartners listPartners, InstantSource clock) {
        this.listPartners = listPartners;
        this.clock = clock;
    }

    @GetMapping("/api/partners")
    ResponseEntity<ObjectNode> list(
            AccessToken token,
            @RequestParam(defaultValue = ListLimit.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        token.require("agreements.read");
        ObjectNode json = Json.newObject();
        ArrayNode partners = json.putArray("partners");
        listPartners
                .after(after, ListLimit.require(limit), clock.instant())
                .forEach(partner -> partners.add(PartnerJson.write(partner)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
    }
}
