package org.entente.node.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** In which form an address answers errors. */
enum Dialect {
    PAGE,
    PROBLEM,
    OAUTH;

    /** As the address says, and a page to a browser that was led to what is meant for programs. */
    static Dialect of(String path, HttpServletRequest request) {
        if (path.startsWith("/api/")) {
            return PROBLEM;
        }
        return !isOfNobody(path) || isReader(request) ? PAGE : OAUTH;
    }

    /** Whether an address has no language and is not the API's: it is for programs, or it is mistaken. */
    static boolean isOfNobody(String path) {
        return !path.equals("/") && !path.startsWith("/api/") && !path.matches("/(fr|en)(/.*)?");
    }

    /** Whether a browser asks to show something: it alone names HTML among what it takes (RFC 9110 §12.5.1). */
    static boolean isReader(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
