package org.entente.node.trust.resolve;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.entente.node.keys.Keys;
import org.entente.node.trust.FederationPaths;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.federation.ResolveResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Resolves an entity for whoever trusts this node. OpenID Federation 1.0 §8.3. */
@RestController
class ResolveEndpoint {
    private static final MediaType TYPE = MediaType.parseMediaType(ResolveResponse.MEDIA_TYPE);

    private final ResolveEntity resolveEntity;
    private final Keys keys;
    private final InstantSource clock;

    ResolveEndpoint(ResolveEntity resolveEntity, Keys keys, InstantSource clock) {
        this.resolveEntity = resolveEntity;
        this.keys = keys;
        this.clock = clock;
    }

    /** Of several anchors, the first one counts (§8.3.1: any of them may). */
    @GetMapping(FederationPaths.RESOLVE)
    ResponseEntity<?> resolve(
            @RequestParam("sub") String sub,
            @RequestParam("trust_anchor") List<String> anchors,
            @RequestParam(name = "entity_type", defaultValue = "") Set<String> entityTypes) {
        URI anchor = FederationPaths.entity(anchors.getFirst());
        return switch (resolveEntity.resolve(FederationPaths.entity(sub), anchor, entityTypes, clock.instant())) {
            case ResolveOutcome.Resolved(ResolveResponse response) -> answer(response);
            case ResolveOutcome.UnknownAnchor() ->
                OAuthErrors.answer(HttpStatus.NOT_FOUND, "invalid_trust_anchor", "this anchor is not known here");
            case ResolveOutcome.UnknownSubject() ->
                OAuthErrors.answer(HttpStatus.NOT_FOUND, "not_found", "nothing of this entity is known here");
            case ResolveOutcome.NotTrusted not ->
                OAuthErrors.answer(
                        HttpStatus.BAD_REQUEST,
                        not.isAboutMetadata() ? "invalid_metadata" : "invalid_trust_chain",
                        "no chain holds: " + not.reason());
        };
    }

    /** Says, as the statements in the chain do, of which draft {@code dcql_queries} is. */
    private ResponseEntity<?> answer(ResolveResponse response) {
        boolean draft = response.metadata()
                .at("/openid_credential_verifier/dcql_queries")
                .isArray();
        return ResponseEntity.ok()
                .headers(headers -> {
                    if (draft) {
                        headers.add(HttpHeaders.LINK, FederationPaths.DRAFT_OF_QUERIES);
                    }
                })
                .contentType(TYPE)
                .cacheControl(CacheControl.noCache())
                .body(response.sign(keys.federation()).getBytes(StandardCharsets.US_ASCII));
    }
}
