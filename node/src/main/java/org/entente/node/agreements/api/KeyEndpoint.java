package org.entente.node.agreements.api;

import java.time.InstantSource;
import org.entente.node.agreements.rollover.ReadKey;
import org.entente.node.agreements.rollover.RollKey;
import org.entente.node.agreements.rollover.RollOutcome;
import org.entente.node.signin.AccessToken;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The federation key, and its replacement by another. Our own API. */
@RestController
class KeyEndpoint {
    private static final String ROLL_OVER = "/api/key/roll-over";

    private final ReadKey readKey;
    private final RollKey rollKey;
    private final EntenteAnswers answers;
    private final InstantSource clock;

    KeyEndpoint(ReadKey readKey, RollKey rollKey, EntenteAnswers answers, InstantSource clock) {
        this.readKey = readKey;
        this.rollKey = rollKey;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/key")
    ResponseEntity<ObjectNode> key(AccessToken token) {
        token.require("agreements.read");
        return answer(HttpStatus.OK, token);
    }

    @PostMapping(ROLL_OVER)
    ResponseEntity<ObjectNode> ask(AccessToken token) {
        token.require("agreements");
        return after(token, rollKey.ask(Approver.of(token), clock.instant()));
    }

    @PostMapping(ROLL_OVER + "/confirmation")
    ResponseEntity<ObjectNode> confirm(AccessToken token) {
        token.require("agreements");
        return after(token, rollKey.confirm(Approver.of(token), clock.instant()));
    }

    @DeleteMapping(ROLL_OVER)
    ResponseEntity<ObjectNode> takeBack(AccessToken token) {
        token.require("agreements");
        return after(token, rollKey.takeBack());
    }

    private ResponseEntity<ObjectNode> after(AccessToken token, RollOutcome outcome) {
        return switch (outcome) {
            case DONE -> answer(HttpStatus.ACCEPTED, token);
            case UNDER_WAY -> answers.conflict("under_way", "a replacement of the key is asked for or under way");
            case NOT_ASKED -> answers.conflict("not_asked", "no replacement of the key waits to be confirmed");
            case SAME_OFFICER -> answers.conflict("same_officer", "another officer confirms than the one who asked");
        };
    }

    private ResponseEntity<ObjectNode> answer(HttpStatus status, AccessToken token) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(KeyJson.of(readKey.read(Approver.of(token), clock.instant())));
    }
}
