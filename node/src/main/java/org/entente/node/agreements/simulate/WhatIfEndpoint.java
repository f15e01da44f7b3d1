package org.entente.node.agreements.simulate;

import java.time.InstantSource;
import java.util.Map;
import org.entente.node.agreements.held.Held;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.node.web.Problems;
import org.entente.protocols.ProtocolError;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The same as JSON. Our own API. */
@RestController
class WhatIfEndpoint {
    private final SimulateEntente simulateEntente;
    private final Problems problems;
    private final InstantSource clock;

    WhatIfEndpoint(SimulateEntente simulateEntente, Problems problems, InstantSource clock) {
        this.simulateEntente = simulateEntente;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/api/ententes/{name}/what-if")
    ResponseEntity<ObjectNode> whatIf(
            AccessToken token,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean table,
            @RequestParam Map<String, String> chosen) {
        token.require("agreements.read");
        WhatIf query = WhatIf.read(table, chosen);
        Held held = simulateEntente.find(name).orElseThrow(NotFound::new);
        if (!query.errors().isEmpty()) {
            return invalid("not understood: " + query.errors().all().getFirst().field());
        }
        try {
            ObjectNode body =
                    simulateEntente.simulate(held, query, clock.instant()).toJson();
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
        } catch (ProtocolError e) {
            return invalid(e.publicText());
        }
    }

    private ResponseEntity<ObjectNode> invalid(String detail) {
        return problems.answer(HttpStatus.BAD_REQUEST, "invalid_request", detail);
    }
}
