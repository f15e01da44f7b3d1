package org.entente.node.agreements.explain;

import java.time.InstantSource;
import org.entente.node.kernel.Actor;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Problems;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The proof path of a question as JSON. Our own API. */
@RestController
class ProofPathEndpoint {
    private final ProofPaths proofPaths;
    private final Problems problems;
    private final InstantSource clock;

    ProofPathEndpoint(ProofPaths proofPaths, Problems problems, InstantSource clock) {
        this.proofPaths = proofPaths;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping(path = "/api/proof-path", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> path(Actor actor, @RequestParam MultiValueMap<String, String> chosen) {
        PathQuery query = PathQuery.read(chosen);
        FormErrors errors = query.errors();
        if (!errors.isEmpty()) {
            return problems.answer(
                    HttpStatus.BAD_REQUEST,
                    "invalid_request",
                    "missing or not understood: " + errors.all().getFirst().field());
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(proofPaths.explain(query, actor, clock.instant()).toJson());
    }
}
