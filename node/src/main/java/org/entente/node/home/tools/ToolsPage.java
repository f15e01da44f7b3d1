package org.entente.node.home.tools;

import org.entente.names.inventory.ToolInventory;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The inventory of tools, for everyone. */
@Controller
class ToolsPage {
    private final Pages pages;
    private final ToolInventory inventory = ToolInventory.read();

    ToolsPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/{language}/name-tools")
    ModelAndView tools() {
        return pages.page("home/tools", new ToolsView(inventory));
    }
}
