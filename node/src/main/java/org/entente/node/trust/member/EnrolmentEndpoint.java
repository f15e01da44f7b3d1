package org.entente.node.trust.member;

import java.net.URI;
import java.time.InstantSource;
import org.entente.node.signin.AccessToken;
import org.entente.node.trust.Introduction;
import org.entente.node.trust.IntroductionOutcome.Reason;
import org.entente.node.web.Problems;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Enrols a member of the council: {@code {"entity": "https://…"}}, scope {@code members}. Our own API. */
@RestController
@OnDirectory
class EnrolmentEndpoint {
    private final EnrolMember enrolMember;
    private final Problems problems;
    private final InstantSource clock;

    EnrolmentEndpoint(EnrolMember enrolMember, Problems problems, InstantSource clock) {
        this.enrolMember = enrolMember;
        this.problems = problems;
        this.clock = clock;
    }

    @PostMapping(path = "/api/members", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> enrol(AccessToken token, @RequestBody ObjectNode body) {
        token.require("members");
        return switch (enrolMember.enrol(entity(body), token.clientId(), clock.instant())) {
            case EnrolmentOutcome.Enrolled(Introduction introduction) -> answer(HttpStatus.CREATED, introduction);
            case EnrolmentOutcome.AlreadyMember(Introduction introduction) -> answer(HttpStatus.OK, introduction);
            case EnrolmentOutcome.NoGovernment() ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "not_a_government", "the node is no government's");
            case EnrolmentOutcome.Full() -> problem(HttpStatus.CONFLICT, "directory_full", "the list is full");
            case EnrolmentOutcome.Unknown(Reason reason) ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "not_introduced", explain(reason));
        };
    }

    private static URI entity(ObjectNode body) {
        if (body.size() != 1) {
            throw new ProtocolError("invalid_request", "the body has the member entity and no other");
        }
        return new Claims(body, "invalid_request").uri("entity");
    }

    private static ResponseEntity<ObjectNode> answer(HttpStatus status, Introduction introduction) {
        return ResponseEntity.status(status)
                .body(Json.newObject().put("entity", introduction.entity().toString()));
    }

    private ResponseEntity<ObjectNode> problem(HttpStatus status, String code, String detail) {
        return problems.answer(status, code, detail);
    }

    private static String explain(Reason reason) {
        return switch (reason) {
            case NO_NODE_ADDRESS -> "the entity identifier is not that of another node";
            case UNREACHABLE -> "no entity configuration could be fetched there";
            case MALFORMED -> "what is published there is not the configuration of that node";
            case NOT_GENUINE -> "the entity configuration is not signed by the entity, or not valid now";
            case NOT_PINNED -> "the entity configuration is not signed by a key that is pinned for the entity";
        };
    }
}
