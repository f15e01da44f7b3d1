package org.entente.node.trust.mark;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.trust.FederationPaths;
import org.entente.node.trust.MarkGrant;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;

/** Lists the entities that bear a trust mark of a type. OpenID Federation 1.0 §8.5. */
@RestController
class TrustMarkedListEndpoint {
    private final IssueMarks issueMarks;
    private final InstantSource clock;

    TrustMarkedListEndpoint(IssueMarks issueMarks, InstantSource clock) {
        this.issueMarks = issueMarks;
        this.clock = clock;
    }

    @GetMapping(FederationPaths.TRUST_MARKED)
    ResponseEntity<byte[]> list(
            @RequestParam("trust_mark_type") String markType, @RequestParam("sub") Optional<String> sub) {
        Optional<URI> subject = sub.map(FederationPaths::entity);
        ArrayNode list = Json.newArray();
        issueMarks.granted(clock.instant()).stream()
                .filter(grant -> grant.markType().toString().equals(markType))
                .map(MarkGrant::subject)
                .filter(bearer -> subject.isEmpty() || subject.get().equals(bearer))
                .forEach(bearer -> list.add(bearer.toString()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(Json.bytes(list));
    }
}
