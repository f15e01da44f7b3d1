package org.entente.node.trust.statement;

import java.time.InstantSource;
import org.entente.protocols.federation.EntityStatement;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the node's entity configuration. OpenID Federation 1.0 §9. */
@RestController
class NodeConfigurationEndpoint {
    private final PublishStatement publishStatement;
    private final InstantSource clock;

    NodeConfigurationEndpoint(PublishStatement publishStatement, InstantSource clock) {
        this.publishStatement = publishStatement;
        this.clock = clock;
    }

    @GetMapping(EntityStatement.WELL_KNOWN_PATH)
    ResponseEntity<byte[]> configuration() {
        return StatementAnswers.answer(publishStatement.ofNode(clock.instant()));
    }
}
