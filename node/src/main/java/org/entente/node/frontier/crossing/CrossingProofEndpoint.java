package org.entente.node.frontier.crossing;

import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.entente.node.journal.InclusionProof;
import org.entente.node.journal.Journal;
import org.entente.node.journal.LeafId;
import org.entente.node.kernel.Secrets;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Proves that a crossing stands in the journal, for everyone. RFC 9162 §2.1.3; openapi/frontier.yaml. */
@RestController
class CrossingProofEndpoint {
    private final Crossings crossings;
    private final Journal journal;

    CrossingProofEndpoint(Crossings crossings, Journal journal) {
        this.crossings = crossings;
        this.journal = journal;
    }

    @GetMapping("/api/frontier/crossings/{leaf}")
    ResponseEntity<ObjectNode> prove(@PathVariable("leaf") UUID leaf) {
        LeafId id = new LeafId(leaf);
        Crossings.Recorded recorded = crossings.find(id).orElseThrow(NotFound::new);
        InclusionProof proof = journal.prove(id).orElseThrow(NotFound::new);
        ObjectNode answer = Json.newObject()
                .put("stream", Crossings.STREAM)
                .put("type", Crossings.leafType(recorded.crossing()))
                .put(
                        "hour",
                        recorded.crossing().at().truncatedTo(ChronoUnit.HOURS).toString())
                .put("salt", Secrets.base64url(recorded.leaf().salt()));
        answer.set("record", Crossings.record(recorded.crossing()));
        answer.setAll(proof.toJson());
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(answer);
    }
}
