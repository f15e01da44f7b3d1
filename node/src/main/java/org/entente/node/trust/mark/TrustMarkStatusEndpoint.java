package org.entente.node.trust.mark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.node.trust.FederationPaths;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.TrustMark;
import org.entente.protocols.federation.TrustMarkStatus;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says whether a trust mark that this node issued still counts. OpenID Federation 1.0 §8.4. */
@RestController
class TrustMarkStatusEndpoint {
    private static final MediaType TYPE = MediaType.parseMediaType(TrustMarkStatus.MEDIA_TYPE);

    private final IssueMarks issueMarks;
    private final NodeIdentity node;
    private final Keys keys;
    private final InstantSource clock;

    TrustMarkStatusEndpoint(IssueMarks issueMarks, NodeIdentity node, Keys keys, InstantSource clock) {
        this.issueMarks = issueMarks;
        this.node = node;
        this.keys = keys;
        this.clock = clock;
    }

    @PostMapping(path = FederationPaths.TRUST_MARK_STATUS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> status(@RequestParam("trust_mark") String text) {
        Instant now = clock.instant();
        try {
            TrustMark mark = TrustMark.parse(text);
            return issueMarks
                    .status(mark, now)
                    .<ResponseEntity<?>>map(status -> ResponseEntity.ok()
                            .contentType(TYPE)
                            .cacheControl(CacheControl.noStore())
                            .body(answer(mark, status, now).getBytes(StandardCharsets.US_ASCII)))
                    .orElseGet(TrustMarkStatusEndpoint::unknown);
        } catch (ProtocolError notOurs) {
            return unknown();
        }
    }

    private String answer(TrustMark mark, TrustMarkStatus status, Instant now) {
        return new TrustMarkStatus.Answer(node.entityId(), mark, status, now.truncatedTo(ChronoUnit.SECONDS))
                .sign(keys.federation());
    }

    private static ResponseEntity<?> unknown() {
        return OAuthErrors.answer(HttpStatus.NOT_FOUND, "not_found", "this trust mark was not issued here");
    }
}
