package org.entente.node.agreements.compile;

import java.time.InstantSource;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes an entente as an ODRL agreement, and the profile that it keeps to. ODRL Information Model 2.2. */
@RestController
class OdrlEndpoint {
    private final Holdings holdings;
    private final InstantSource clock;

    OdrlEndpoint(Holdings holdings, InstantSource clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    @GetMapping(path = "/ententes/{name}/odrl", produces = "application/ld+json")
    ResponseEntity<byte[]> agreement(@PathVariable("name") String name) {
        return holdings.find(name)
                .filter(held -> held.chain().hasEntered())
                .map(held -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/ld+json"))
                        .cacheControl(CacheControl.noCache())
                        .body(Json.bytes(CompileOdrl.of(held.forRulings(), clock.instant())
                                .json())))
                .orElseThrow(NotFound::new);
    }

    @GetMapping(path = "/ententes/odrl-profile/1", produces = "application/schema+json")
    byte[] profile() {
        return OdrlAgreement.profile();
    }
}
