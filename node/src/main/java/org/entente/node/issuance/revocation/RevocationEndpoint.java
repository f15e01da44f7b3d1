package org.entente.node.issuance.revocation;

import java.time.InstantSource;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.signin.AccessToken;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Revokes, or counts what a revocation would reach ({@code dry_run}), for a system. openapi/issuance.yaml. */
@RestController
class RevocationEndpoint {
    private final RevocationRequest request;
    private final CredentialTypes types;
    private final RevokeCredentials revokeCredentials;
    private final InstantSource clock;

    RevocationEndpoint(
            RevocationRequest request,
            CredentialTypes types,
            RevokeCredentials revokeCredentials,
            InstantSource clock) {
        this.request = request;
        this.types = types;
        this.revokeCredentials = revokeCredentials;
        this.clock = clock;
    }

    @PostMapping(path = "/api/revocations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> revoke(AccessToken token, @RequestBody ObjectNode body) {
        token.require("issuance.revoke");
        RevocationScope scope = request.parse(body);
        if (scope.issuers(types).isEmpty()) {
            throw new ProtocolError("invalid_request", "no credential type is issued of that");
        }
        scope.issuers(types).forEach(token.registration()::require);
        if (body.has("dry_run") && !body.path("dry_run").isBoolean()) {
            throw new ProtocolError("invalid_request", "dry_run is true or false");
        }
        boolean dryRun = body.path("dry_run").asBoolean(false);
        Revocation revocation = dryRun
                ? revokeCredentials.rehearse(scope)
                : revokeCredentials.revoke(scope, RevocationReason.ASKED, clock.instant());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Json.newObject()
                        .put("dry_run", dryRun)
                        .put("families", revocation.families())
                        .put("copies", revocation.copies())
                        .put("complete", revocation.complete()));
    }
}
