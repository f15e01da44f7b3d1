package org.entente.node.web.problem;

import org.entente.node.kernel.Language;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Explains a problem at the address that is its type (RFC 9457 §3.1.1). */
@Controller
class ProblemPage {
    private final Pages pages;
    private final ProblemViews problems;

    ProblemPage(Pages pages, ProblemViews problems) {
        this.pages = pages;
        this.problems = problems;
    }

    @GetMapping("/{language}/problems/{name}")
    ModelAndView problem(Language language, @PathVariable String name) {
        ProblemView problem = problems.named(name, language, "").orElseThrow(NotFound::new);
        return pages.page("web/problem", problem);
    }
}
