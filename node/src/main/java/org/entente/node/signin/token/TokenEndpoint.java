package org.entente.node.signin.token;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.entente.node.signin.client.ClientAnswers;
import org.entente.node.signin.client.ClientRequest;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.TokenRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues access tokens. RFC 6749 §3.2, RFC 9449 §5. */
@RestController
final class TokenEndpoint {
    static final String PATH = "/oauth/token";

    private final IssueToken issueToken;
    private final ClientAnswers answers;
    private final InstantSource clock;

    TokenEndpoint(IssueToken issueToken, ClientAnswers answers, InstantSource clock) {
        this.issueToken = issueToken;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(PATH)
    ResponseEntity<String> token(HttpServletRequest http) throws IOException {
        ClientRequest asked = ClientRequest.of(http);
        var request = new TokenRequest(asked.client(), asked.form().required("grant_type"), asked.form());
        return switch (issueToken.issue(request, asked.proof(), clock.instant())) {
            case TokenOutcome.Issued issued ->
                answers.answer(HttpStatus.OK, issued.response().toJson());
            case TokenOutcome.Refused refused -> answers.refused(refused.code(), refused.publicText());
            case TokenOutcome.Later later -> answers.later(later.retryAfter());
        };
    }

    @ExceptionHandler
    ResponseEntity<String> malformed(ProtocolError error) {
        return answers.refused(error);
    }
}
