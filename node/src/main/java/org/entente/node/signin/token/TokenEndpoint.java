package org.entente.node.signin.token;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.entente.node.signin.proof.SingleHeader;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.Form;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.TokenRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Issues access tokens. RFC 6749 §3.2, RFC 9449 §5. */
@RestController
final class TokenEndpoint {
    static final String PATH = "/oauth/token";

    private final IssueToken issueToken;
    private final InstantSource clock;

    TokenEndpoint(IssueToken issueToken, InstantSource clock) {
        this.issueToken = issueToken;
        this.clock = clock;
    }

    @PostMapping(PATH)
    ResponseEntity<String> token(HttpServletRequest http) throws IOException {
        // From the stream, as the servlet's own form reading would merge in the address' query.
        byte[] body = http.getInputStream().readNBytes(Form.MAX_LENGTH + 1);
        var request = TokenRequest.parse(
                SingleHeader.of(http, HttpHeaders.AUTHORIZATION),
                SingleHeader.of(http, HttpHeaders.CONTENT_TYPE),
                body);
        return switch (issueToken.issue(request, SingleHeader.of(http, "DPoP"), clock.instant())) {
            case TokenOutcome.Issued issued ->
                answer(HttpStatus.OK, issued.response().toJson());
            case TokenOutcome.Refused refused -> refused(refused.code(), refused.publicText());
        };
    }

    @ExceptionHandler
    ResponseEntity<String> malformed(ProtocolError error) {
        return refused(error.code(), error.publicText());
    }

    private static ResponseEntity<String> refused(String code, String publicText) {
        boolean unauthorized = code.equals(OAuthErrors.INVALID_CLIENT);
        return answer(
                unauthorized ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                Json.newObject().put("error", code).put("error_description", publicText));
    }

    private static ResponseEntity<String> answer(HttpStatus status, ObjectNode json) {
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\"");
        }
        return answer.body(Json.write(json));
    }
}
