package org.entente.node.verification.asking;

import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.web.NotFound;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.oid4vp.RequestObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a wallet the signed request object, as often as it likes until it expires. OID4VP 1.0 §5.10, RFC 9101 §5.2. */
@RestController
class RequestEndpoint {
    private static final MediaType REQUEST_OBJECT = MediaType.parseMediaType(RequestObject.MEDIA_TYPE);
    private static final int MAX_NONCE = 512;

    private final Presentations presentations;
    private final NodeIdentity node;
    private final Keys keys;
    private final InstantSource clock;

    RequestEndpoint(Presentations presentations, NodeIdentity node, Keys keys, InstantSource clock) {
        this.presentations = presentations;
        this.node = node;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/o/{organisation}/requests/{id}")
    ResponseEntity<String> request(@PathVariable String organisation, @PathVariable String id) {
        return answer(find(organisation, id).sign(verifier(organisation)));
    }

    /** The wallet's nonce in the answer shows it that nobody replays an old request object. */
    @PostMapping("/o/{organisation}/requests/{id}")
    ResponseEntity<String> request(
            @PathVariable String organisation,
            @PathVariable String id,
            @RequestParam(name = "wallet_nonce") Optional<String> walletNonce) {
        if (walletNonce.isEmpty()) {
            return request(organisation, id);
        }
        String nonce = walletNonce.get();
        if (nonce.isEmpty() || nonce.length() > MAX_NONCE) {
            throw new ProtocolError("invalid_request", "wallet_nonce has 1 to " + MAX_NONCE + " characters");
        }
        return answer(find(organisation, id).sign(verifier(organisation), nonce));
    }

    private RequestObject find(String organisation, String id) {
        return presentations
                .find(new PresentationId(organisation, id), clock.instant())
                .map(Presentation::request)
                .orElseThrow(NotFound::new);
    }

    private Signer verifier(String organisation) {
        return keys.verifier(node.organisation(organisation).orElseThrow(NotFound::new));
    }

    private static ResponseEntity<String> answer(String requestObject) {
        return ResponseEntity.ok()
                .contentType(REQUEST_OBJECT)
                .cacheControl(CacheControl.noStore())
                .body(requestObject);
    }
}
