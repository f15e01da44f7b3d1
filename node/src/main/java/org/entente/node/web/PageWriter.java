package org.entente.node.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Renders a template, whole, before the first byte of the answer is sent. */
@Component
public final class PageWriter {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Furniture furniture;
    private final Actors actors;

    PageWriter(Furniture furniture, Actors actors) {
        this.furniture = furniture;
        this.actors = actors;
    }

    /** Renders for whoever reads. */
    public void write(String template, Object model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(template, model, new Page(furniture, request, actors.of(request), model), response);
    }

    /** In which language a request is answered. */
    public Language language(HttpServletRequest request) {
        return RequestLanguage.of(request);
    }

    /** Renders without asking who reads, for when that question itself may have failed. */
    public void writeToAnybody(String template, Object model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(template, model, new Page(furniture, request, new Actor.Anonymous(), model), response);
    }

    private void write(String template, Object model, Page page, HttpServletResponse response) throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("page", page, "model", model), output);
        response.setContentType("text/html;charset=UTF-8");
        response.setLocale(page.language().locale());
        // What a signed-in person saw must not come back from a shared computer's cache.
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, page.signedIn() ? "no-store" : "private, no-cache");
        }
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
