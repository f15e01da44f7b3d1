package org.entente.node.verification.answer;

import java.net.URI;
import java.time.InstantSource;
import org.entente.node.verification.PresentationId;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.oid4vp.DirectPost;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a wallet's answer by {@code direct_post.jwt}, once. OID4VP 1.0 §8.2 and §8.3.1. The same answer posted again is
 * refused as {@link DirectPost#ALREADY_ANSWERED}, with the address of before.
 */
@RestController
class AnswerEndpoint {
    private final ReceiveAnswer receiveAnswer;
    private final InstantSource clock;

    AnswerEndpoint(ReceiveAnswer receiveAnswer, InstantSource clock) {
        this.receiveAnswer = receiveAnswer;
        this.clock = clock;
    }

    @PostMapping(path = "/o/{organisation}/responses/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<ObjectNode> answer(
            @PathVariable String organisation,
            @PathVariable String id,
            @RequestBody MultiValueMap<String, String> form) {
        DirectPost post = DirectPost.parse(form);
        return switch (receiveAnswer.receive(new PresentationId(organisation, id), post, clock.instant())) {
            case AnswerOutcome.Taken taken ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(DirectPost.redirectTo(taken.redirect()));
            case AnswerOutcome.Refused refused -> refused(refused);
            case AnswerOutcome.TakenBefore before ->
                withRedirect(DirectPost.ALREADY_ANSWERED, "this very answer was taken before", before.redirect());
            case AnswerOutcome.NotAsked _ ->
                OAuthErrors.answer(
                        HttpStatus.BAD_REQUEST,
                        "invalid_request",
                        "no answer is awaited here: unknown, expired or answered before");
        };
    }

    /** The holder is led back to the service all the same, which says what to do next. */
    private static ResponseEntity<ObjectNode> refused(AnswerOutcome.Refused refused) {
        String step = "step " + refused.failure().step() + ": "
                + refused.failure().found().en();
        return withRedirect("invalid_request", step, refused.redirect());
    }

    private static ResponseEntity<ObjectNode> withRedirect(String code, String description, URI redirect) {
        ObjectNode body = OAuthErrors.body(code, description);
        body.setAll(DirectPost.redirectTo(redirect));
        return ResponseEntity.badRequest().cacheControl(CacheControl.noStore()).body(body);
    }
}
