package org.entente.node.agreements.api;

import org.entente.node.agreements.held.Holdings;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.ProtocolError;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lists all that has happened under an entente, page by page, the newest first. Our own API. */
@RestController
class StepsEndpoint {
    private final Holdings holdings;

    StepsEndpoint(Holdings holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/api/ententes/{name}/steps")
    ResponseEntity<ObjectNode> list(
            AccessToken token,
            @PathVariable String name,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before) {
        token.require("agreements.read");
        if (limit < 1 || limit > StepsJson.MAX_LISTED || before < 1) {
            throw new ProtocolError(
                    "invalid_request", "limit is between 1 and " + StepsJson.MAX_LISTED + ", and before from 1 on");
        }
        return holdings.find(name)
                .map(held -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(StepsJson.page(held, before, limit)))
                .orElseThrow(NotFound::new);
    }
}
