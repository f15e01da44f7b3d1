package org.entente.node.issuance.credential;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.offer.Entitlement;
import org.entente.node.kernel.Organisation;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.oid4vci.CredentialError;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Issues the copies of a credential to the holder of a token. OID4VCI 1.0 §8. */
@RestController
class CredentialEndpoint {
    private final Issuers issuers;
    private final CredentialTypes types;
    private final IssueCredential issueCredential;
    private final InstantSource clock;

    CredentialEndpoint(Issuers issuers, CredentialTypes types, IssueCredential issueCredential, InstantSource clock) {
        this.issuers = issuers;
        this.types = types;
        this.issueCredential = issueCredential;
        this.clock = clock;
    }

    @PostMapping(path = "/o/{organisation}/credential", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> issue(
            @PathVariable String organisation,
            AccessToken token,
            @RequestBody(required = false) byte @Nullable [] body) {
        Organisation issuer = issuers.require(organisation);
        Entitlement entitlement = Entitlement.of(token, types);
        CredentialRequest request = CredentialRequest.parse(body == null ? new byte[0] : body);
        return switch (issueCredential.issue(issuer, entitlement, request, clock.instant())) {
            case CredentialOutcome.Issued(var credentials, String notificationId) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(new CredentialResponse(credentials, Optional.of(notificationId)).toJson());
            case CredentialOutcome.Enough(Duration untilNextMonth) ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(untilNextMonth.toSeconds() + 1))
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(OAuthErrors.body(
                                CredentialError.CREDENTIAL_REQUEST_DENIED.code(),
                                "as many batches of this credential were issued as a month has"));
            case CredentialOutcome.Refused(CredentialError error, String text) ->
                OAuthErrors.answer(HttpStatus.BAD_REQUEST, error.code(), text);
        };
    }
}
