package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Shortfalls;
import org.entente.node.agreements.upkeep.JudgeUpkeep;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How the parties keep up what an entente promises, as this node sees it. Our own API. */
@RestController
class ServiceLevelEndpoint {
    private static final int MAX_SHORTFALLS = 50;

    private final Holdings holdings;
    private final JudgeUpkeep judgeUpkeep;
    private final Shortfalls shortfalls;
    private final InstantSource clock;

    ServiceLevelEndpoint(Holdings holdings, JudgeUpkeep judgeUpkeep, Shortfalls shortfalls, InstantSource clock) {
        this.holdings = holdings;
        this.judgeUpkeep = judgeUpkeep;
        this.shortfalls = shortfalls;
        this.clock = clock;
    }

    @GetMapping("/api/ententes/{name}/service-level")
    ResponseEntity<ObjectNode> show(AccessToken token, @PathVariable String name) {
        token.require("agreements.read");
        Held held = holdings.find(name).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ServiceLevelJson.write(judgeUpkeep.upkeep(held, now), shortfalls.of(name, MAX_SHORTFALLS), now));
    }
}
