package org.entente.node.verification.api;

import java.time.InstantSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.AccessToken;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.Starter;
import org.entente.node.verification.Verification;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How a presentation stands, for the client that started it; without claims. openapi/verification.yaml. */
@RestController
class StateEndpoint {
    private final Presentations presentations;
    private final NodeIdentity node;
    private final InstantSource clock;

    StateEndpoint(Presentations presentations, NodeIdentity node, InstantSource clock) {
        this.presentations = presentations;
        this.node = node;
        this.clock = clock;
    }

    @GetMapping("/api/presentations/{organisation}/{id}")
    ResponseEntity<ObjectNode> state(AccessToken token, @PathVariable String organisation, @PathVariable String id) {
        token.require("verification");
        Presentation presentation = presentations
                .findOf(Starter.secretOfClient(token.clientId()), new PresentationId(organisation, id), clock.instant())
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Json.newObject()
                        .put("id", presentation.id().toString())
                        .put("state", presentation.state().code())
                        .put("expires_at", presentation.expiresAt().toString())
                        .put("proof", node.origin() + "/api" + Verification.proofPage(presentation.proof())));
    }
}
