package org.entente.node.signin.token;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.entente.node.signin.client.ClientAnswers;
import org.entente.node.signin.client.ClientRequest;
import org.entente.protocols.ProtocolError;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends a token on the word of the client that holds it; says the same of a token that there is not. RFC 7009 §2. */
@RestController
final class RevocationEndpoint {
    static final String PATH = "/oauth/revoke";

    private final RevokeToken revokeToken;
    private final ClientAnswers answers;

    RevocationEndpoint(RevokeToken revokeToken, ClientAnswers answers) {
        this.revokeToken = revokeToken;
        this.answers = answers;
    }

    @PostMapping(PATH)
    ResponseEntity<String> revoke(HttpServletRequest http) throws IOException {
        ClientRequest request = ClientRequest.of(http);
        return switch (revokeToken.revoke(request.client(), request.form().required("token"))) {
            case RevokeOutcome.Done _ -> answers.done();
            case RevokeOutcome.Refused(String code, String text) -> answers.refused(code, text);
        };
    }

    @ExceptionHandler
    ResponseEntity<String> malformed(ProtocolError error) {
        return answers.refused(error);
    }
}
