package org.entente.node.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.node.kernel.Language;
import org.entente.node.web.OAuthErrors;
import org.entente.node.web.PageWriter;
import org.entente.node.web.Problems;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes a failure in the dialect of the address that was asked. */
@Component
public final class ErrorWriter {
    private final Problems problems;
    private final ProblemViews views;
    private final PageWriter pages;

    ErrorWriter(Problems problems, ProblemViews views, PageWriter pages) {
        this.problems = problems;
        this.views = views;
        this.pages = pages;
    }

    /** Writes the whole answer, unless one is already on its way. */
    public void write(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(failure, request.getRequestURI(), request, response);
    }

    void write(Failure failure, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(failure.status().value());
        failure.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        switch (Dialect.of(path)) {
            case PAGE -> writePage(failure, path, request, response);
            case PROBLEM ->
                writeJson(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        problems.body(failure.status(), failure.code(), failure.text()),
                        response);
            case OAUTH ->
                writeJson(MediaType.APPLICATION_JSON_VALUE, OAuthErrors.body(failure.code(), failure.text()), response);
        }
    }

    private void writePage(Failure failure, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = pages.language(request);
        if (failure.status().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(language, path, request));
            return;
        }
        ProblemView view = views.of(failure, language);
        if (failure.status().is5xxServerError()) {
            pages.writeToAnybody("web/problem", view, request, response);
        } else {
            pages.write("web/problem", view, request, response);
        }
    }

    /** Signing in leads back to a page that was asked for, never into the middle of a form. */
    private static String signIn(Language language, String path, HttpServletRequest request) {
        String signIn = "/" + language.code() + "/sign-in";
        if (!request.getMethod().equals("GET")) {
            return signIn;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return signIn + "?next=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
    }

    private static void writeJson(String type, JsonNode body, HttpServletResponse response) throws IOException {
        byte[] bytes = Json.bytes(body);
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
