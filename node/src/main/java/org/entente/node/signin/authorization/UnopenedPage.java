package org.entente.node.signin.authorization;

import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says that a wallet's request cannot be opened, and why that may be. Knows nothing of the request. */
@Controller
final class UnopenedPage {
    static final String PATH = "/authorize/unopened";

    private final Pages pages;

    UnopenedPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/{language:fr|en}" + PATH)
    ModelAndView show() {
        return pages.page("signin/unopened", new UnopenedRequest(), HttpStatus.BAD_REQUEST);
    }
}
