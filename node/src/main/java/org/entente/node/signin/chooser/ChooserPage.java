package org.entente.node.signin.chooser;

import org.entente.node.kernel.Language;
import org.entente.node.signin.session.ReturnPath;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks how somebody wants to sign in. */
@Controller
class ChooserPage {
    private final Chooser chooser;

    ChooserPage(Chooser chooser) {
        this.chooser = chooser;
    }

    @GetMapping("/{language}/sign-in")
    ModelAndView form(Language language, @RequestParam(defaultValue = "") String next) {
        return chooser.page(language, ReturnPath.of(next));
    }
}
