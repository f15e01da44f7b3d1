package org.entente.node.issuance.status;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import org.entente.node.frontier.Frontier;
import org.entente.node.issuance.IssuanceSettings;
import org.entente.node.issuance.Issuers;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Secrets;
import org.entente.node.web.NotFound;
import org.entente.protocols.statuslist.StatusListToken;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Publishes a status list token, and says when a reader has it already. Token Status List §8.1. */
@RestController
class StatusListEndpoint {
    private static final int TAG_BYTES = 16;

    private final Issuers issuers;
    private final StatusLists lists;
    private final Frontier frontier;
    private final NodeIdentity node;
    private final InstantSource clock;
    private final CacheControl caching;

    StatusListEndpoint(
            Issuers issuers,
            StatusLists lists,
            Frontier frontier,
            NodeIdentity node,
            InstantSource clock,
            IssuanceSettings settings) {
        this.issuers = issuers;
        this.lists = lists;
        this.frontier = frontier;
        this.node = node;
        this.clock = clock;
        this.caching = CacheControl.maxAge(settings.statusTimeToLive()).cachePublic();
    }

    @GetMapping("/o/{organisation}/status/{list}")
    ResponseEntity<String> read(@PathVariable String organisation, @PathVariable int list, WebRequest request) {
        Organisation issuer = issuers.require(organisation);
        String token = lists.token(issuer.id(), list).orElseThrow(NotFound::new);
        String tag = "\"" + Secrets.base64url(Arrays.copyOf(Secrets.hash(token), TAG_BYTES)) + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(caching).build();
        }
        frontier.published(
                Statuses.address(node, issuer, list),
                StatusListToken.MEDIA_TYPE,
                token.getBytes(StandardCharsets.US_ASCII),
                clock.instant());
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(caching)
                .header(HttpHeaders.CONTENT_TYPE, StatusListToken.MEDIA_TYPE)
                .body(token);
    }
}
