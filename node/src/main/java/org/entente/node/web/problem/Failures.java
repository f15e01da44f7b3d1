package org.entente.node.web.problem;

import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.entente.node.web.Forbidden;
import org.entente.node.web.NotFound;
import org.entente.node.web.SignInRequired;
import org.entente.node.web.TooManyRequests;
import org.entente.node.web.Unavailable;
import org.entente.node.web.guard.BodyTooLarge;
import org.entente.protocols.ProtocolError;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says of an exception which failure it is. What is not known here is a bug. */
@Component
final class Failures {
    private final Incidents incidents;

    Failures(Incidents incidents) {
        this.incidents = incidents;
    }

    Failure of(Throwable thrown, String route) {
        return switch (thrown) {
            case ProtocolError error -> new Failure(HttpStatus.BAD_REQUEST, error.code(), error.publicText());
            case NotFound _ -> of(HttpStatus.NOT_FOUND);
            case Forbidden _ -> of(HttpStatus.FORBIDDEN);
            case SignInRequired _ -> signInRequired();
            case TooManyRequests many -> tooMany(many);
            case Unavailable later -> unavailable(later.retryAfter());
            case BodyTooLarge _ -> of(HttpStatus.CONTENT_TOO_LARGE);
            case MethodArgumentTypeMismatchException mismatch when isInPath(mismatch) -> of(HttpStatus.NOT_FOUND);
            case TypeMismatchException _ -> of(HttpStatus.BAD_REQUEST);
            case HttpMessageNotReadableException unreadable
            when unreadable.getCause() != null -> ofCause(unreadable.getCause());
            case HttpMessageNotReadableException _ -> of(HttpStatus.BAD_REQUEST);
            case InvalidParameterException parameters -> of(HttpStatusCode.valueOf(parameters.getErrorCode()));
            case ErrorResponse response -> of(response.getStatusCode(), response.getHeaders());
            case Throwable outage when Outage.isBehind(outage) -> unavailable(outage, route);
            default -> bug(thrown, route);
        };
    }

    /** A failure of which only the status is known. */
    Failure of(HttpStatusCode status) {
        return of(status, HttpHeaders.EMPTY);
    }

    private Failure of(HttpStatusCode status, HttpHeaders headers) {
        HttpHeaders kept = new HttpHeaders();
        kept.setAllow(headers.getAllow());
        return switch (status.value()) {
            case 403 -> new Failure(status, "forbidden", "this caller may not do this", kept, "");
            case 404 -> new Failure(status, "not_found", "there is nothing at this address", kept, "");
            case 405 -> new Failure(status, "method_not_allowed", "this address has no such method", kept, "");
            case 406 -> new Failure(status, "not_acceptable", "no accepted format is on offer", kept, "");
            case 413 -> new Failure(status, "body_too_large", "the body is larger than its limit", kept, "");
            case 415 -> new Failure(status, "unsupported_media_type", "the body has a type not read here", kept, "");
            case 429 -> new Failure(status, "too_many_requests", "there were too many requests", kept, "");
            case 503 -> new Failure(status, "unavailable", "this is not available at the moment", kept, "");
            default ->
                status.is4xxClientError()
                        ? new Failure(status, "invalid_request", "the request is malformed", kept, "")
                        : new Failure(status, "server_error", "something failed here", kept, "");
        };
    }

    private static Failure ofCause(Throwable cause) {
        return cause instanceof BodyTooLarge
                ? new Failure(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "the body is larger than its limit")
                : new Failure(HttpStatus.BAD_REQUEST, "invalid_request", "the body cannot be read");
    }

    private static Failure signInRequired() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "DPoP algs=\"ES256\"");
        return new Failure(HttpStatus.UNAUTHORIZED, "sign_in_required", "nobody is signed in", headers, "");
    }

    private static Failure tooMany(TooManyRequests many) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(many.retryAfter().toSeconds()));
        return new Failure(
                HttpStatus.TOO_MANY_REQUESTS, "too_many_requests", "there were too many requests", headers, "");
    }

    private Failure unavailable(Throwable outage, String route) {
        incidents.unavailable(outage, route);
        return unavailable(Outage.RETRY_AFTER);
    }

    private static Failure unavailable(Duration retryAfter) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        return new Failure(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "this is not available at the moment; try again",
                headers,
                "");
    }

    private Failure bug(Throwable thrown, String route) {
        String incident = incidents.record(thrown, route);
        return new Failure(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "server_error",
                "something failed here; incident " + incident,
                HttpHeaders.EMPTY,
                incident);
    }

    private static boolean isInPath(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }
}
