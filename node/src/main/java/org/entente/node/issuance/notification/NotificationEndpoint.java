package org.entente.node.issuance.notification;

import java.time.InstantSource;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.offer.Entitlement;
import org.entente.node.kernel.Organisation;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.oid4vci.NotificationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hears from a wallet what became of a batch. OID4VCI 1.0 §11. */
@RestController
class NotificationEndpoint {
    private final Issuers issuers;
    private final CredentialTypes types;
    private final HearWallet hearWallet;
    private final InstantSource clock;

    NotificationEndpoint(Issuers issuers, CredentialTypes types, HearWallet hearWallet, InstantSource clock) {
        this.issuers = issuers;
        this.types = types;
        this.hearWallet = hearWallet;
        this.clock = clock;
    }

    @PostMapping(path = "/o/{organisation}/notification", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> hear(
            @PathVariable String organisation,
            AccessToken token,
            @RequestBody(required = false) byte @Nullable [] body) {
        Organisation issuer = issuers.require(organisation);
        String wallet = Entitlement.of(token, types).key();
        NotificationRequest told = NotificationRequest.parse(body == null ? new byte[0] : body);
        return hearWallet.hear(issuer, told, wallet, clock.instant())
                ? ResponseEntity.noContent().build()
                : OAuthErrors.answer(
                        HttpStatus.BAD_REQUEST,
                        NotificationRequest.INVALID_ID,
                        "no batch of this name was handed to this wallet");
    }
}
