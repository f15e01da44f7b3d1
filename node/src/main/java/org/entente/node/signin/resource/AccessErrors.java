package org.entente.node.signin.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.entente.node.signin.InsufficientScope;
import org.entente.node.signin.NotRegistered;
import org.entente.node.web.OAuthErrors;
import org.entente.node.web.Problems;
import org.entente.protocols.oauth.TokenChallenge;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ObjectNode;

/** Answers who lacks a token or a scope: the challenge in the header, the error in the dialect of the address. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AccessErrors {
    private static final int FORBIDDEN = 403;

    private final Problems problems;

    AccessErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(AccessRefused refused, HttpServletRequest http, HttpServletResponse response) {
        AccessOutcome.Refused refusal = refused.refusal();
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
        return answer(http, refusal.status(), refusal.code(), refusal.publicText());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(
            InsufficientScope lacking, HttpServletRequest http, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, TokenChallenge.insufficientScope(lacking.scheme(), lacking.scope()));
        return answer(http, FORBIDDEN, "insufficient_scope", "the token does not allow this");
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(NotRegistered refused, HttpServletRequest http) {
        return answer(http, FORBIDDEN, "not_registered", refused.publicText());
    }

    private ResponseEntity<ObjectNode> answer(HttpServletRequest http, int status, String code, String text) {
        var statusCode = HttpStatusCode.valueOf(status);
        return http.getRequestURI().startsWith("/api/")
                ? problems.answer(statusCode, code, text)
                : OAuthErrors.answer(statusCode, code, text);
    }
}
