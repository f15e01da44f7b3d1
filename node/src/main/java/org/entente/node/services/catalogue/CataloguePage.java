package org.entente.node.services.catalogue;

import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** All services that this node offers online. */
@Controller
class CataloguePage {
    private final Catalogue catalogue;
    private final Pages pages;

    CataloguePage(Catalogue catalogue, Pages pages) {
        this.catalogue = catalogue;
        this.pages = pages;
    }

    @GetMapping("/{language}/services")
    ModelAndView services() {
        return pages.page("services/catalogue", catalogue);
    }
}
