package org.entente.node.agreements.desk;

import org.entente.node.agreements.held.Held;
import org.entente.node.kernel.Actor;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One text of an entente by its hash: for officers, since it may be one that nobody has agreed to. */
@Controller
class TextPage {
    private final Desk desk;
    private final Pages pages;

    TextPage(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/{language}/ententes/{name}/texts/{hash}")
    ModelAndView text(Actor.Officer officer, @PathVariable String name, @PathVariable String hash) {
        Held held = desk.held(name);
        return held.text(hash)
                .map(text -> pages.page("agreements/text", TextView.of(held, text)))
                .orElseThrow(NotFound::new);
    }
}
