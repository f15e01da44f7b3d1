package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.node.wallet.receiving.ServerNonces.Server;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.OAuthErrors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that carry a proof of possession with the server's latest nonce, repeated once when it asks for another (RFC 9449). A
 * proof is made when it is sent: an issuer that takes its time over one request has fresh proofs in the next.
 */
@Component
class ProvenRequests {
    private static final String PROOF = "DPoP";
    private static final String NONCE = "DPoP-Nonce";

    private final Outside outside;
    private final Keys keys;
    private final Secrets secrets;
    private final ServerNonces nonces;
    private final InstantSource clock;

    ProvenRequests(Outside outside, Keys keys, Secrets secrets, ServerNonces nonces, InstantSource clock) {
        this.outside = outside;
        this.keys = keys;
        this.secrets = secrets;
        this.nonces = nonces;
        this.clock = clock;
    }

    /**
     * A request to an authorization server: binds what comes of it to the key (RFC 9449 §5, §10.1).
     *
     * @param issuer the server's identifier
     * @param endpoint the one of its endpoints that is meant
     */
    OutsideAnswer form(URI issuer, URI endpoint, Map<String, String> form, WrappedKey key) throws Unreachable {
        return proven(
                Server.authorization(issuer),
                key,
                new DpopExpectation("POST", endpoint, ""),
                proof -> outside.postForm(endpoint, form, Map.of(PROOF, proof)));
    }

    /** A request to a protected resource (RFC 9449 §7.1). */
    OutsideAnswer resource(URI endpoint, ObjectNode body, Grant grant) throws Unreachable {
        String token = grant.token().accessToken();
        var request = new DpopExpectation("POST", endpoint, DpopProof.tokenHash(token));
        return proven(Server.resource(endpoint), grant.key(), request, proof -> {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Authorization", "DPoP " + token);
            headers.put(PROOF, proof);
            return outside.postJson(endpoint, body, headers);
        });
    }

    private interface Sending {
        OutsideAnswer with(String proof) throws Unreachable;
    }

    private OutsideAnswer proven(Server server, WrappedKey key, DpopExpectation request, Sending sending)
            throws Unreachable {
        outside.acceptable(request.target());
        String known = nonces.latest(server);
        OutsideAnswer first = sending.with(proof(key, request, known));
        Optional<String> nonce = heard(server, first, known);
        if (nonce.isEmpty() || !asksForNonce(first)) {
            return first;
        }
        OutsideAnswer second = sending.with(proof(key, request, nonce.get()));
        heard(server, second, nonce.get());
        return second;
    }

    /** What the server gave with its answer, kept for the requests to come, whatever the answer is. */
    private Optional<String> heard(Server server, OutsideAnswer answer, String sent) {
        Optional<String> nonce = answer.header(NONCE);
        nonce.filter(given -> !given.equals(sent)).ifPresent(given -> nonces.keep(server, given, clock.instant()));
        return nonce;
    }

    private String proof(WrappedKey key, DpopExpectation request, String nonce) {
        return DpopProof.create(keys.signer(key), request, nonce, secrets.token(), clock.instant());
    }

    /** At the token endpoint the error stands in the body (§8), at a resource in {@code WWW-Authenticate} (§9). */
    private static boolean asksForNonce(OutsideAnswer answer) {
        if (answer.status() == 401) {
            return answer.header("WWW-Authenticate")
                    .filter(challenge -> challenge.contains(OAuthErrors.USE_DPOP_NONCE))
                    .isPresent();
        }
        return answer.isError(OAuthErrors.USE_DPOP_NONCE);
    }
}
