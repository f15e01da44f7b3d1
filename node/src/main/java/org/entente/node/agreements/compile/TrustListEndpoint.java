package org.entente.node.agreements.compile;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the signed list of an entente's trusted issuers. ETSI TS 119 602 §6. */
@RestController
class TrustListEndpoint {
    private static final MediaType TYPE = MediaType.parseMediaType("application/jose");

    private final Holdings holdings;
    private final TrustLists trustLists;
    private final Frontier frontier;
    private final NodeIdentity node;
    private final InstantSource clock;

    TrustListEndpoint(
            Holdings holdings, TrustLists trustLists, Frontier frontier, NodeIdentity node, InstantSource clock) {
        this.holdings = holdings;
        this.trustLists = trustLists;
        this.frontier = frontier;
        this.node = node;
        this.clock = clock;
    }

    @GetMapping("/ententes/{name}/trust-list")
    ResponseEntity<byte[]> list(@PathVariable("name") String name) {
        Instant now = clock.instant();
        URI address = URI.create(node.origin() + "/ententes/" + name + "/trust-list");
        return holdings.find(name)
                .filter(held -> held.chain().hasEntered())
                .map(held ->
                        trustLists.current(held.forRulings(now), address, now).getBytes(StandardCharsets.US_ASCII))
                .map(body -> {
                    frontier.published(address, TYPE.toString(), body, now);
                    return ResponseEntity.ok()
                            .contentType(TYPE)
                            .cacheControl(CacheControl.noCache())
                            .body(body);
                })
                .orElseThrow(NotFound::new);
    }
}
