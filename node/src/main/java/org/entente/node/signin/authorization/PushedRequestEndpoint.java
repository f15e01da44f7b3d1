package org.entente.node.signin.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.entente.node.signin.client.ClientAnswers;
import org.entente.node.signin.client.ClientRequest;
import org.entente.node.web.CallerNetwork;
import org.entente.node.web.TooManyRequests;
import org.entente.protocols.ProtocolError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a wallet's authorization request, away from the browser. RFC 9126 §2. */
@RestController
final class PushedRequestEndpoint {
    static final String PATH = "/oauth/par";

    private final PushRequest pushRequest;
    private final ClientAnswers answers;
    private final InstantSource clock;

    PushedRequestEndpoint(PushRequest pushRequest, ClientAnswers answers, InstantSource clock) {
        this.pushRequest = pushRequest;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(PATH)
    ResponseEntity<String> push(HttpServletRequest http) throws IOException {
        return switch (pushRequest.push(ClientRequest.of(http), CallerNetwork.of(http), clock.instant())) {
            case PushOutcome.Pushed(var response) -> answers.answer(HttpStatus.CREATED, response.toJson());
            case PushOutcome.TooMany(var retryAfter) -> throw new TooManyRequests(retryAfter);
            case PushOutcome.Refused(String code, String text) -> answers.refused(code, text);
        };
    }

    @ExceptionHandler
    ResponseEntity<String> malformed(ProtocolError error) {
        return answers.refused(error);
    }
}
