package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.entente.node.kernel.Language;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Leads whoever signed in back to the address that they had asked for, or to the front page when it is not kept any more. */
@Controller
class ResumePage {
    private final KeptReturns returns;
    private final Pages pages;

    ResumePage(KeptReturns returns, Pages pages) {
        this.returns = returns;
        this.pages = pages;
    }

    @GetMapping("/{language}" + KeptReturns.PATH + "{handle}")
    ModelAndView resume(
            Language language, @PathVariable String handle, HttpServletRequest request, HttpServletResponse response) {
        return returns.take(handle, request, response)
                .map(address -> pages.redirect(URI.create("/" + language.code() + address)))
                .orElseGet(() -> pages.redirect(language, ""));
    }
}
