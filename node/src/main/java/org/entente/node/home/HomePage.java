package org.entente.node.home;

import java.util.Comparator;
import java.util.List;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.HomeSections;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front page, by the role of the node. */
@Controller
class HomePage {
    private final Pages pages;
    private final NodeIdentity identity;
    private final List<HomeSections> rooms;

    HomePage(Pages pages, NodeIdentity identity, List<HomeSections> rooms) {
        this.pages = pages;
        this.identity = identity;
        this.rooms = rooms.stream()
                .sorted(Comparator.comparingInt(HomeSections::order))
                .toList();
    }

    @GetMapping({"/{language:fr|en}", "/{language:fr|en}/"})
    ModelAndView home(Language language, Actor actor) {
        var sections = rooms.stream()
                .flatMap(room -> room.sections(language, actor).stream())
                .toList();
        return pages.page(template(), new Home(identity, sections));
    }

    private String template() {
        return switch (identity.role()) {
            case GOVERNMENT -> "home/government";
            case DIRECTORY -> "home/directory";
            case WALLET -> "home/wallet";
        };
    }
}
