package org.entente.node.journal;

import org.entente.node.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Proves that an older state of the log is a beginning of the latest. RFC 9162 §2.1.4; openapi/frontier.yaml. */
@RestController
class ConsistencyEndpoint {
    private final Journal journal;

    ConsistencyEndpoint(Journal journal) {
        this.journal = journal;
    }

    @GetMapping(path = "/api/journal/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> consistency(@RequestParam("size") long size) {
        ConsistencyProof proof = journal.proveBeginning(size).orElseThrow(NotFound::new);
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(proof.toJson());
    }
}
