package org.entente.node.issuance.nonce;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.issuance.Issuers;
import org.entente.node.signin.ProofNonces;
import org.entente.protocols.oid4vci.NonceResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Gives a wallet a nonce for its key proofs, and one for its proof of possession. OID4VCI 1.0 §7, RFC 9449 §9. */
@RestController
class NonceEndpoint {
    private final Issuers issuers;
    private final Nonces nonces;
    private final ProofNonces proofNonces;
    private final InstantSource clock;

    NonceEndpoint(Issuers issuers, Nonces nonces, ProofNonces proofNonces, InstantSource clock) {
        this.issuers = issuers;
        this.nonces = nonces;
        this.proofNonces = proofNonces;
        this.clock = clock;
    }

    @PostMapping("/o/{organisation}/nonce")
    ResponseEntity<ObjectNode> make(@PathVariable String organisation) {
        Instant now = clock.instant();
        String nonce = nonces.make(issuers.require(organisation), now);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(ProofNonces.HEADER, proofNonces.make(now))
                .body(new NonceResponse(nonce).toJson());
    }
}
