package org.entente.node.web.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What went wrong, ready to be told.
 *
 * @param code in lower case with underscores
 * @param text for a developer, in English
 * @param headers that belong to the answer
 * @param incident under which a bug stands in the log, otherwise {@code ""}
 */
public record Failure(HttpStatusCode status, String code, String text, HttpHeaders headers, String incident) {
    /** A failure without headers of its own. */
    public Failure(HttpStatus status, String code, String text) {
        this(status, code, text, HttpHeaders.EMPTY, "");
    }
}
