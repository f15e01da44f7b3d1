package org.entente.node.trust.statement;

import java.net.URI;
import java.time.InstantSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.trust.FederationPaths;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.ProtocolError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the statement about one subordinate. OpenID Federation 1.0 §8.1. */
@RestController
class FetchEndpoint {
    private final PublishStatement publishStatement;
    private final NodeIdentity node;
    private final InstantSource clock;

    FetchEndpoint(PublishStatement publishStatement, NodeIdentity node, InstantSource clock) {
        this.publishStatement = publishStatement;
        this.node = node;
        this.clock = clock;
    }

    @GetMapping(FederationPaths.FETCH)
    ResponseEntity<?> fetch(@RequestParam("sub") String sub) {
        URI subject = FederationPaths.entity(sub);
        if (subject.equals(node.entityId())) {
            throw new ProtocolError("invalid_request", "the statement about ourselves is our entity configuration");
        }
        return publishStatement
                .about(subject, clock.instant())
                .<ResponseEntity<?>>map(StatementAnswers::aboutSubordinate)
                .orElseGet(() -> OAuthErrors.answer(
                        HttpStatus.NOT_FOUND, "not_found", "there is no statement about this entity"));
    }
}
