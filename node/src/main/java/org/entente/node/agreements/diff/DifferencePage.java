package org.entente.node.agreements.diff;

import java.util.List;
import org.entente.node.agreements.document.Entente;
import org.entente.node.kernel.Actor;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two texts of an entente side by side: for everyone those that came into force, for officers also the one on the table. */
@Controller
class DifferencePage {
    private final Versions versions;
    private final Pages pages;

    DifferencePage(Versions versions, Pages pages) {
        this.versions = versions;
        this.pages = pages;
    }

    @GetMapping("/{language}/ententes/{name}/changes")
    ModelAndView changes(
            Actor actor,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        List<Entente> texts = versions.of(name, actor instanceof Actor.Officer);
        if (texts.isEmpty()) {
            throw new NotFound();
        }
        List<Difference> difference = versions.between(texts, from, to).stream().toList();
        if (difference.isEmpty() && texts.size() > 1) {
            throw new NotFound();
        }
        return pages.page("agreements/changes", new DifferenceView(name, texts, difference));
    }
}
