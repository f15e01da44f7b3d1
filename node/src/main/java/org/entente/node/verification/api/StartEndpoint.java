package org.entente.node.verification.api;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.entente.node.agreements.ProofPath;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Text;
import org.entente.node.signin.AccessToken;
import org.entente.node.verification.Failure;
import org.entente.node.verification.StartOutcome;
import org.entente.node.verification.Starter;
import org.entente.node.verification.Verification;
import org.entente.node.web.Problems;
import org.entente.node.web.TooManyRequests;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.RequestLink;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Starts a presentation for another system. openapi/verification.yaml. */
@RestController
class StartEndpoint {
    private final Verification verification;
    private final NodeIdentity node;
    private final Problems problems;
    private final InstantSource clock;

    StartEndpoint(Verification verification, NodeIdentity node, Problems problems, InstantSource clock) {
        this.verification = verification;
        this.node = node;
        this.problems = problems;
        this.clock = clock;
    }

    @PostMapping("/api/presentations")
    ResponseEntity<ObjectNode> start(AccessToken token, @RequestBody ObjectNode body) {
        token.require("verification");
        StartBody start = StartBody.parse(body, node);
        token.registration()
                .require(start.request().organisation(), start.request().purpose());
        Starter client = new Starter.Client(token.clientId(), start.back());
        return switch (verification.start(start.request(), client, clock.instant())) {
            case StartOutcome.Started started -> started(started);
            case StartOutcome.Refused(ProofPath path) -> refused(path);
            case StartOutcome.TooMany(Duration retryAfter) -> throw new TooManyRequests(retryAfter);
        };
    }

    private ResponseEntity<ObjectNode> started(StartOutcome.Started started) {
        ObjectNode body = Json.newObject()
                .put("id", started.id().toString())
                .put("client_id", started.link().clientId())
                .put("request_uri", started.link().requestUri().toString())
                .put("link", started.link().at(RequestLink.CUSTOM_SCHEME))
                .put("code", started.code())
                .put("expires_at", started.expiresAt().toString())
                .put("proof", node.origin() + "/api" + Verification.proofPage(started.proof()));
        return ResponseEntity.created(URI.create(node.origin() + "/api/presentations/" + started.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private ResponseEntity<ObjectNode> refused(ProofPath path) {
        Failure failure = Failure.of(path);
        ObjectNode body = problems.body(
                        HttpStatus.FORBIDDEN, "not_permitted", failure.found().en())
                .put("step", failure.step())
                .put("position", failure.position())
                .put("steps", failure.steps());
        body.set("found", text(failure.found()));
        body.set("mend", text(failure.mend()));
        body.set("path", path.toJson());
        return ResponseEntity.status(HttpStatus.FORBIDDEN).body(body);
    }

    private static ObjectNode text(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }
}
