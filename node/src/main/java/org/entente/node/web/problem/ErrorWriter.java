package org.entente.node.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.node.kernel.Language;
import org.entente.node.web.OAuthErrors;
import org.entente.node.web.Openings;
import org.entente.node.web.PageWriter;
import org.entente.node.web.Problems;
import org.entente.node.web.ReturnAddress;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/** Writes a failure in the dialect of the address that was asked. */
@Component
public final class ErrorWriter {
    private final Problems problems;
    private final ProblemViews views;
    private final PageWriter pages;
    private final Openings openings;
    private final List<ReturnAddress> returns;

    ErrorWriter(
            Problems problems, ProblemViews views, PageWriter pages, Openings openings, List<ReturnAddress> returns) {
        this.problems = problems;
        this.views = views;
        this.pages = pages;
        this.openings = openings;
        this.returns = List.copyOf(returns);
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
        if (isPageWithoutLanguage(failure, path, request)) {
            leadToLanguage(path, request, response);
            return;
        }
        response.setStatus(failure.status().value());
        failure.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        switch (Dialect.of(path, request)) {
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

    /** Somebody typed an address without {@code /fr} or {@code /en}, or cut one short: nothing at all is there. */
    private static boolean isPageWithoutLanguage(Failure failure, String path, HttpServletRequest request) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return failure.status().isSameCodeAs(HttpStatus.NOT_FOUND)
                && (route == null || route.equals("/**"))
                && request.getMethod().equals("GET")
                && Dialect.isOfNobody(path)
                && Dialect.isReader(request);
    }

    private void leadToLanguage(String path, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, "/" + pages.language(request).code() + path + query);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private void writePage(Failure failure, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = pages.language(request);
        if (failure.status().isSameCodeAs(HttpStatus.UNAUTHORIZED) && !Dialect.isOfNobody(path)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(language, path, request, response));
            return;
        }
        ProblemView view = views.of(failure, language);
        if (failure.status().is5xxServerError()) {
            pages.writeToAnybody("web/problem", view, request, response);
        } else {
            pages.write("web/problem", view, request, response);
        }
    }

    /** Signing in leads back to the page that was asked for, or that has the form, never into the middle of a form. */
    private String signIn(Language language, String path, HttpServletRequest request, HttpServletResponse response) {
        String next = request.getMethod().equals("GET") ? kept(path, request, response) : openings.of(request);
        return "/" + language.code() + "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private String kept(String path, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        return query == null
                ? path
                : returns.stream()
                        .findFirst()
                        .map(returning -> returning.keep(path, query, request, response))
                        .orElse(path);
    }

    private static void writeJson(String type, JsonNode body, HttpServletResponse response) throws IOException {
        byte[] bytes = Json.bytes(body);
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
