package org.entente.node.signin.chooser;

import org.entente.node.kernel.Language;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows the ways to sign in, again where one of them failed. */
@Component
public class Chooser {
    private static final String TEMPLATE = "signin/sign-in";

    private final Pages pages;

    Chooser(Pages pages) {
        this.pages = pages;
    }

    /** The page as it is first opened. */
    ModelAndView page(Language language, ReturnPath next) {
        return pages.page(TEMPLATE, new ChooserView("", next.in(language), FormErrors.none()));
    }

    /** The page again, with what is wrong with the way that was tried. */
    public ModelAndView again(Language language, ReturnPath next, String email, FormErrors errors, HttpStatus status) {
        return pages.page(TEMPLATE, new ChooserView(email, next.in(language), errors), status);
    }
}
