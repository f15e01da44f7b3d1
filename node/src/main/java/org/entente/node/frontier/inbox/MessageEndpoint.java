package org.entente.node.frontier.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.entente.node.frontier.inbox.Reception.Fault;
import org.entente.node.frontier.message.Message;
import org.entente.node.frontier.message.Receipt;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.OAuthErrors;
import org.entente.node.web.TooManyRequests;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes messages of other governments. Our own protocol: a JWS in, a receipt (JWS) or an error out. */
@RestController
class MessageEndpoint {
    private static final String PATH = "/frontier/messages";

    private final ReceiveMessage receiveMessage;
    private final InstantSource clock;

    MessageEndpoint(ReceiveMessage receiveMessage, InstantSource clock) {
        this.receiveMessage = receiveMessage;
        this.clock = clock;
    }

    static URI address(NodeIdentity node) {
        return URI.create(node.origin() + PATH);
    }

    @PostMapping(path = PATH, consumes = Message.MEDIA_TYPE)
    ResponseEntity<?> receive(@RequestBody byte[] body) {
        return switch (receiveMessage.receive(new String(body, StandardCharsets.UTF_8), clock.instant())) {
            case Reception.Taken(String receipt) ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(Receipt.MEDIA_TYPE))
                        .cacheControl(CacheControl.noStore())
                        .body(receipt.getBytes(StandardCharsets.US_ASCII));
            case Reception.Deferred(Duration retryAfter) -> throw new TooManyRequests(retryAfter);
            case Reception.Rejected(Fault fault, String code, String reason) ->
                OAuthErrors.answer(status(fault), code, reason);
        };
    }

    private static HttpStatus status(Fault fault) {
        return switch (fault) {
            case UNKNOWN_PEER -> HttpStatus.FORBIDDEN;
            case INVALID_SIGNATURE -> HttpStatus.UNAUTHORIZED;
            case WRONG_RECIPIENT, NOT_CURRENT, UNKNOWN_TYPE, INVALID_BODY -> HttpStatus.BAD_REQUEST;
            case REPLAYED -> HttpStatus.CONFLICT;
            case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
