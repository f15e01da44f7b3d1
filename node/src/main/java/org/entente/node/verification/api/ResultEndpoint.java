package org.entente.node.verification.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.AccessToken;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.Starter;
import org.entente.node.verification.presentation.CollectResult;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands a result over once, for the response code that came back with the holder's browser. OID4VP 1.0 §8.2,
 * openapi/verification.yaml.
 */
@RestController
class ResultEndpoint {
    private final CollectResult collectResult;
    private final NodeIdentity node;
    private final InstantSource clock;

    ResultEndpoint(CollectResult collectResult, NodeIdentity node, InstantSource clock) {
        this.collectResult = collectResult;
        this.node = node;
        this.clock = clock;
    }

    @PostMapping("/api/presentations/{organisation}/{id}/result")
    ResponseEntity<ObjectNode> result(
            AccessToken token,
            @PathVariable String organisation,
            @PathVariable String id,
            @RequestBody ObjectNode body) {
        token.require("verification");
        String responseCode = body.path("response_code").asString("");
        PresentationId name = new PresentationId(organisation, id);
        Instant now = clock.instant();
        String client = Starter.secretOfClient(token.clientId());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(ResultBody.of(collectResult.collect(name, client, responseCode, now), node.origin()));
    }
}
