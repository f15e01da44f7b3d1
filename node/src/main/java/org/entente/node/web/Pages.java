package org.entente.node.web;

import java.net.URI;
import org.entente.node.kernel.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What a page's handler answers with. A template {@code room/name} is {@code src/main/jte/room/name.jte} and takes
 * {@code page} ({@link Page}) and {@code model}, the room's record.
 */
@Component
public final class Pages {
    private final PageWriter writer;

    Pages(PageWriter writer) {
        this.writer = writer;
    }

    /** A page. */
    public ModelAndView page(String template, Object model) {
        return page(template, model, HttpStatus.OK);
    }

    /** A form again, with what is wrong in it (400). */
    public ModelAndView invalid(String template, Object model) {
        return page(template, model, HttpStatus.BAD_REQUEST);
    }

    /** A page with a status of its own. */
    public ModelAndView page(String template, Object model, HttpStatus status) {
        ModelAndView page = new ModelAndView((unused, request, response) -> {
            writer.write(template, model, request, response);
        });
        page.setStatus(status);
        return page;
    }

    /** Leads to a page of ours after a form was taken (303): {@code /ententes} becomes {@code /fr/ententes}. */
    public ModelAndView redirect(Language language, String path) {
        return redirect("/" + language.code() + path);
    }

    /** Leads to an address outside (303). The caller has checked it. */
    public ModelAndView redirect(URI address) {
        return redirect(address.toString());
    }

    private static ModelAndView redirect(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
