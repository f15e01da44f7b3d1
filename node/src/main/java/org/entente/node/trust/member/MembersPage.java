package org.entente.node.trust.member;

import org.entente.node.kernel.Language;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The members of the council, for everyone. */
@Controller
@OnDirectory
class MembersPage {
    private final Members members;
    private final Pages pages;

    MembersPage(Members members, Pages pages) {
        this.members = members;
        this.pages = pages;
    }

    @GetMapping("/{language}/members")
    ModelAndView members(Language language) {
        return pages.page("trust/members", MembersView.of(members.list(), language));
    }
}
