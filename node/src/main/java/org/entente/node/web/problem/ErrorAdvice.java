package org.entente.node.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/** Answers what a handler threw. */
@ControllerAdvice
class ErrorAdvice {
    private final Failures failures;
    private final ErrorWriter errors;

    ErrorAdvice(Failures failures, ErrorWriter errors) {
        this.failures = failures;
        this.errors = errors;
    }

    @ExceptionHandler
    void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (thrown instanceof AsyncRequestNotUsableException) {
            return;
        }
        errors.write(failures.of(thrown, route(request)), request, response);
    }

    /** The method and the pattern of the address: addresses themselves may name a person's things. */
    static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod() + " " + (pattern == null ? "(no route)" : pattern);
    }
}
