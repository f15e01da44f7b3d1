package org.entente.node.trust.mark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.entente.node.trust.FederationPaths;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.federation.TrustMark;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the trust mark that an entity bears. OpenID Federation 1.0 §8.6. */
@RestController
class TrustMarkEndpoint {
    private static final MediaType TYPE = MediaType.parseMediaType(TrustMark.MEDIA_TYPE);

    private final IssueMarks issueMarks;
    private final InstantSource clock;

    TrustMarkEndpoint(IssueMarks issueMarks, InstantSource clock) {
        this.issueMarks = issueMarks;
        this.clock = clock;
    }

    @GetMapping(FederationPaths.TRUST_MARK)
    ResponseEntity<?> mark(@RequestParam("trust_mark_type") String markType, @RequestParam("sub") String sub) {
        URI subject = FederationPaths.entity(sub);
        return issueMarks
                .mark(markType, subject, clock.instant())
                .<ResponseEntity<?>>map(mark -> ResponseEntity.ok()
                        .contentType(TYPE)
                        .cacheControl(CacheControl.noCache())
                        .body(mark.toString().getBytes(StandardCharsets.US_ASCII)))
                .orElseGet(() -> OAuthErrors.answer(
                        HttpStatus.NOT_FOUND, "not_found", "the entity does not bear this trust mark"));
    }
}
