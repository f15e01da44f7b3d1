package org.entente.node.signin.client;

import java.time.Duration;
import java.time.InstantSource;
import org.entente.node.signin.ProofNonces;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.OAuthErrors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** How the authorization server answers clients: never cached, always with a nonce for their next proof. */
@Component
public class ClientAnswers {
    private final ProofNonces nonces;
    private final InstantSource clock;

    ClientAnswers(ProofNonces nonces, InstantSource clock) {
        this.nonces = nonces;
        this.clock = clock;
    }

    /** What was asked for. */
    public ResponseEntity<String> answer(HttpStatus status, ObjectNode json) {
        return prepared(status).contentType(MediaType.APPLICATION_JSON).body(Json.write(json));
    }

    /** Done, and there is nothing to say (RFC 7009 §2.2). */
    public ResponseEntity<String> done() {
        return prepared(HttpStatus.OK).build();
    }

    /** An error (RFC 6749 §5.2). */
    public ResponseEntity<String> refused(String code, String publicText) {
        boolean unauthorized = code.equals(OAuthErrors.INVALID_CLIENT);
        return answer(
                unauthorized ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                Json.newObject().put("error", code).put("error_description", publicText));
    }

    /** Not now: the same request may pass then (RFC 9110 §15.6.4). */
    public ResponseEntity<String> later(Duration retryAfter) {
        ObjectNode error = Json.newObject()
                .put("error", OAuthErrors.TEMPORARILY_UNAVAILABLE)
                .put("error_description", "this was exchanged a moment ago; if its answer was lost, ask again then");
        return prepared(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(error));
    }

    /** An error that was found while reading. */
    public ResponseEntity<String> refused(ProtocolError error) {
        return refused(error.code(), error.publicText());
    }

    private ResponseEntity.BodyBuilder prepared(HttpStatus status) {
        var answer = ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(ProofNonces.HEADER, nonces.make(clock.instant()));
        return status == HttpStatus.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\"")
                : answer;
    }
}
