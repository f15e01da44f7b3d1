package org.entente.node.signin.authorization;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.web.ContentPolicy;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Leads back to the wallet somebody who cannot or will not do what has to be done before the question. */
@Controller
class LeavePage {
    private final AuthorizationRequests requests;
    private final ConsentViews views;
    private final ContentPolicy policy;
    private final Pages pages;
    private final InstantSource clock;

    LeavePage(
            AuthorizationRequests requests,
            ConsentViews views,
            ContentPolicy policy,
            Pages pages,
            InstantSource clock) {
        this.requests = requests;
        this.views = views;
        this.policy = policy;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language:fr|en}/authorize/{id}/leave")
    ModelAndView ask(Language language, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return requests.claim(id, Permitting.required(actor), clock.instant())
                .map(request -> {
                    policy.formsMayLeadTo(request.redirectUri(), response);
                    return pages.page("signin/leave", views.of(request, clock.instant()));
                })
                .orElseGet(() -> pages.redirect(language, UnopenedPage.PATH));
    }
}
