package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
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
    private static final MediaType TYPE = MediaType.parseMediaType("application/ld+json");

    private final Holdings holdings;
    private final Frontier frontier;
    private final NodeIdentity node;
    private final InstantSource clock;

    OdrlEndpoint(Holdings holdings, Frontier frontier, NodeIdentity node, InstantSource clock) {
        this.holdings = holdings;
        this.frontier = frontier;
        this.node = node;
        this.clock = clock;
    }

    @GetMapping(path = "/ententes/{name}/odrl", produces = "application/ld+json")
    ResponseEntity<byte[]> agreement(@PathVariable("name") String name) {
        Instant now = clock.instant();
        return holdings.find(name)
                .filter(held -> held.chain().hasEntered())
                .map(held ->
                        Json.bytes(CompileOdrl.of(held.forRulings(now), now).json()))
                .map(body -> {
                    frontier.published(
                            URI.create(node.origin() + "/ententes/" + name + "/odrl"), TYPE.toString(), body, now);
                    return ResponseEntity.ok()
                            .contentType(TYPE)
                            .cacheControl(CacheControl.noCache())
                            .body(body);
                })
                .orElseThrow(NotFound::new);
    }

    @GetMapping(path = "/ententes/odrl-profile/1", produces = "application/schema+json")
    byte[] profile() {
        return OdrlAgreement.profile();
    }
}
