package org.entente.node.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of any handler: in a filter or in the container. */
@Controller
class ContainerErrors implements ErrorController {
    private final Failures failures;
    private final ErrorWriter errors;

    ContainerErrors(Failures failures, ErrorWriter errors) {
        this.failures = failures;
        this.errors = errors;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        errors.write(failure(request), path == null ? "" : path.toString(), request, response);
    }

    private Failure failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return failures.of(thrown, ErrorAdvice.route(request));
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return failures.of(HttpStatusCode.valueOf(status instanceof Integer code ? code : 404));
    }
}
