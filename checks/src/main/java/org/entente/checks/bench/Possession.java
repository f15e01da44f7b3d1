package org.entente.checks.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.node.kernel.Origins;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.TokenResponse;
import org.entente.protocols.oauth.TokenScheme;

/**
 * Posts as the holder of a token: with proof of possession (RFC 9449), and the nonce that a server last gave where it gives
 * one (§8); or with a token that anybody may bear (RFC 6750).
 */
final class Possession {
    private static final AtomicLong PROOFS = new AtomicLong(System.nanoTime());

    private final Wires wires;
    private final Map<URI, String> nonces = new HashMap<>();

    /** Over these connections. */
    Possession(Wires wires) {
        this.wires = wires;
    }

    /** Asks for a token without showing a key. */
    Wire.Answer post(URI address, String contentType, byte[] body) {
        return wires.post(address, Map.of("Content-Type", contentType), body);
    }

    /** Presents a token as its type wants it. */
    Wire.Answer post(URI address, String contentType, byte[] body, BenchKey key, TokenResponse token) {
        if (token.type() == TokenScheme.DPOP) {
            return post(address, contentType, body, key, token.accessToken());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Authorization", TokenScheme.BEARER.label() + " " + token.accessToken());
        return wires.post(address, headers, body);
    }

    /**
     * Posts a body; once more, with a nonce, if the server asks for one.
     *
     * @param token presented with the request, "" when none is
     */
    Wire.Answer post(URI address, String contentType, byte[] body, BenchKey key, String token) {
        Wire.Answer answer = once(address, contentType, body, key, token);
        boolean wantsNonce = answer.status() >= 400
                && answer.headers().containsKey("dpop-nonce")
                && (new String(answer.body(), StandardCharsets.UTF_8)
                                + answer.headers().getOrDefault("www-authenticate", ""))
                        .contains("use_dpop_nonce");
        return wantsNonce ? once(address, contentType, body, key, token) : answer;
    }

    private Wire.Answer once(URI address, String contentType, byte[] body, BenchKey key, String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("DPoP", proof(address, key, token));
        if (!token.isEmpty()) {
            headers.put("Authorization", "DPoP " + token);
        }
        Wire.Answer answer = wires.post(address, headers, body);
        String nonce = answer.headers().get("dpop-nonce");
        if (nonce != null) {
            nonces.put(Origins.of(address), nonce);
        }
        return answer;
    }

    private String proof(URI address, BenchKey key, String token) {
        var request = new DpopExpectation("POST", address, token.isEmpty() ? "" : DpopProof.tokenHash(token));
        String nonce = nonces.getOrDefault(Origins.of(address), "");
        return DpopProof.create(key, request, nonce, Long.toHexString(PROOFS.incrementAndGet()), Instant.now());
    }
}
