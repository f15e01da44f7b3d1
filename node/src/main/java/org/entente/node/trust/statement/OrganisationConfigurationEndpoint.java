package org.entente.node.trust.statement;

import java.time.InstantSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.NotFound;
import org.entente.protocols.federation.EntityStatement;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes an organisation's entity configuration. OpenID Federation 1.0 §9. */
@RestController
class OrganisationConfigurationEndpoint {
    private final PublishStatement publishStatement;
    private final NodeIdentity node;
    private final InstantSource clock;

    OrganisationConfigurationEndpoint(PublishStatement publishStatement, NodeIdentity node, InstantSource clock) {
        this.publishStatement = publishStatement;
        this.node = node;
        this.clock = clock;
    }

    @GetMapping("/o/{organisation}" + EntityStatement.WELL_KNOWN_PATH)
    ResponseEntity<byte[]> configuration(@PathVariable("organisation") String id) {
        return node.organisation(id)
                .map(organisation ->
                        StatementAnswers.answer(publishStatement.ofOrganisation(organisation, clock.instant())))
                .orElseThrow(NotFound::new);
    }
}
