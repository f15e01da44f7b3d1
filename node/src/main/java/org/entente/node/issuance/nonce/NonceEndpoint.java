package org.entente.node.issuance.nonce;

import java.time.InstantSource;
import org.entente.node.issuance.Issuers;
import org.entente.protocols.oid4vci.NonceResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Gives a wallet a nonce for its key proofs. OID4VCI 1.0 §7. */
@RestController
class NonceEndpoint {
    private final Issuers issuers;
    private final Nonces nonces;
    private final InstantSource clock;

    NonceEndpoint(Issuers issuers, Nonces nonces, InstantSource clock) {
        this.issuers = issuers;
        this.nonces = nonces;
        this.clock = clock;
    }

    @PostMapping("/o/{organisation}/nonce")
    ResponseEntity<ObjectNode> make(@PathVariable String organisation) {
        String nonce = nonces.make(issuers.require(organisation), clock.instant());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new NonceResponse(nonce).toJson());
    }
}
